package org.bluethread.publish.reconcile;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How alike two names are, in any script: the Dice coefficient of their pairs of neighbouring
 * characters, after compatibility normalization, in lower case, with one space between words.
 */
final class NameSimilarity {
  private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern MARK = Pattern.compile("\\p{M}+");

  private NameSimilarity() {}

  /** What is compared of a text: two texts with the same plain form are the same name. */
  static String plain(String text) {
    String letters = MARK.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return GAP.matcher(letters.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  /** From 0, nothing in common, to 1, the same but for the accidents of spelling. */
  static double of(String one, String other) {
    Map<String, Integer> left = pairs(plain(one));
    Map<String, Integer> right = pairs(plain(other));
    int all = sum(left) + sum(right);
    left.replaceAll((pair, many) -> Math.min(many, right.getOrDefault(pair, 0)));
    return all == 0 ? 0 : 2.0 * sum(left) / all;
  }

  /** Each name has a space around it, so that beginnings count and one character is enough. */
  private static Map<String, Integer> pairs(String plain) {
    Map<String, Integer> pairs = new HashMap<>();
    if (!plain.isEmpty()) {
      int[] points = (" " + plain + " ").codePoints().toArray();
      for (int i = 1; i < points.length; i++) {
        pairs.merge(new String(points, i - 1, 2), 1, Integer::sum);
      }
    }
    return pairs;
  }

  private static int sum(Map<String, Integer> pairs) {
    return pairs.values().stream().mapToInt(Integer::intValue).sum();
  }
}
