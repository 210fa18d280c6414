package org.bluethread.query;

import java.util.Locale;
import java.util.Map;

/**
 * The same words in several languages.
 *
 * @param byLanguage the words by language tag; English is among them
 */
public record Wording(Map<String, String> byLanguage) {
  /**
   * Copies the map.
   *
   * @throws IllegalArgumentException if there are no English words
   */
  public Wording {
    byLanguage = Map.copyOf(byLanguage);
    if (!byLanguage.containsKey("en")) {
      throw new IllegalArgumentException("There are no English words");
    }
  }

  /**
   * The words in a language, else in the language without region and script, else in English.
   *
   * @param languageTag a BCP 47 tag such as {@code zh} or {@code zh-CN}
   */
  public String in(String languageTag) {
    return byLanguage.get(languageFor(languageTag));
  }

  /** The language tag of the words that {@link #in} gives. */
  public String languageFor(String languageTag) {
    if (byLanguage.containsKey(languageTag)) {
      return languageTag;
    }
    String language = Locale.forLanguageTag(languageTag).getLanguage();
    return byLanguage.containsKey(language) ? language : "en";
  }
}
