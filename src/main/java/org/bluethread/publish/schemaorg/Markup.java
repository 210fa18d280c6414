package org.bluethread.publish.schemaorg;

import java.util.List;
import java.util.Map;

/** The form of documents in the words of schema.org. */
final class Markup {
  /**
   * Makes every key a word of schema.org, under the namespace with {@code https} that the ODIS
   * shapes want. The context that schema.org publishes has the one with {@code http}, and readers
   * would have to fetch it.
   */
  static final Map<String, Object> CONTEXT = Map.of("@vocab", "https://schema.org/");

  private Markup() {}

  /**
   * Puts values, without a list if there is one; nothing if there is none or a value stands there.
   */
  static void put(Map<String, Object> object, String key, List<?> values) {
    if (!values.isEmpty()) {
      object.putIfAbsent(key, values.size() == 1 ? values.get(0) : values);
    }
  }

  /** The beginning of a text, without half a character at its end. */
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
    return text.substring(0, end) + "…";
  }
}
