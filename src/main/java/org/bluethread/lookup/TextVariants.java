package org.bluethread.lookup;

import java.text.Normalizer;
import java.util.Map;

/**
 * Characters that writers use for one another, made one before any analysis: compatibility forms
 * (NFKC), apostrophes, Cyrillic ё, Arabic hamza on its seats; quotation marks and invisible
 * characters go, because they part what belongs together ({@code “深数据”数据库}). What a language's
 * analyzer does itself is left to it.
 */
final class TextVariants {

  private static final char APOSTROPHE = '\'';
  private static final String APOSTROPHES =
      "\u2018\u2019\u201B\u02B9\u02BB\u02BC\u02BF\u2032`\u00B4";
  private static final String DROPPED =
      "\"\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB\u300A\u300B\u3008\u3009\u300C\u300D\u300E\u300F"
          + "\u00AD\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2067\u2068"
          + "\u2069\uFEFF";
  private static final Map<Character, Character> LETTERS =
      Map.of('ё', 'е', 'Ё', 'Е', '\u0624', '\u0621', '\u0626', '\u0621');

  private TextVariants() {}

  /** The text with variants made one. */
  static String unified(String text) {
    // before NFKC, which takes the acute accent (U+00B4) for a space and a mark
    String spelled = replaced(text);
    return replaced(Normalizer.normalize(spelled, Normalizer.Form.NFKC));
  }

  private static String replaced(String text) {
    StringBuilder unified = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (APOSTROPHES.indexOf(c) >= 0) {
        unified.append(APOSTROPHE);
      } else if (DROPPED.indexOf(c) < 0) {
        unified.append(LETTERS.getOrDefault(c, c).charValue());
      }
    }
    return unified.toString();
  }
}
