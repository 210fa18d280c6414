package org.bluethread.lookup;

import java.text.Normalizer;
import java.util.Map;

/**
 * Characters that writers use for one another, made one before any analysis: compatibility forms
 * (NFKC), apostrophes, Cyrillic ё, Arabic hamza on its seats; quotation marks and invisible
 * characters go, because they part what belongs together ({@code “深数据”数据库}). Halves of surrogate
 * pairs, which are no characters and stop Lucene's tokenizer, become spaces. What a language's
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
  private static final Map<Integer, Integer> LETTERS =
      Map.of(0x451, 0x435, 0x401, 0x415, 0x624, 0x621, 0x626, 0x621);

  private TextVariants() {}

  /** The text with variants made one. */
  static String unified(String text) {
    // before NFKC, which takes the acute accent (U+00B4) for a space and a mark
    String spelled = replaced(text);
    return replaced(Normalizer.normalize(spelled, Normalizer.Form.NFKC));
  }

  private static String replaced(String text) {
    StringBuilder unified = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> DROPPED.indexOf(c) < 0)
        .map(TextVariants::variant)
        .forEach(unified::appendCodePoint);
    return unified.toString();
  }

  private static int variant(int c) {
    if (APOSTROPHES.indexOf(c) >= 0) {
      return APOSTROPHE;
    }
    return Character.getType(c) == Character.SURROGATE ? ' ' : LETTERS.getOrDefault(c, c);
  }
}
