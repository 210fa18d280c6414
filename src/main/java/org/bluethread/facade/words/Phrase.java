package org.bluethread.facade.words;

import java.util.List;

/** Something to be told, before it is known in which language. Immutable. */
@FunctionalInterface
public interface Phrase {
  /**
   * The words.
   *
   * @param language one of the six languages of the United Nations
   */
  String in(String language);

  /** The language of the words that {@link #in} gives, which may be English for all. */
  default String languageFor(String language) {
    return language;
  }

  /**
   * A phrase of the interface.
   *
   * @param key its key in {@code words_*.properties}
   * @param arguments what stands for {0}, {1} …
   */
  static Phrase of(String key, Object... arguments) {
    List<Object> put = List.of(arguments);
    return language -> new Words(language).text(key, put.toArray());
  }

  /** English words from elsewhere, such as a parser's, for which there are no others. */
  static Phrase quoted(String text) {
    return new Phrase() {
      @Override
      public String in(String language) {
        return text;
      }

      @Override
      public String languageFor(String language) {
        return "en";
      }
    };
  }
}
