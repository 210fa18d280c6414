package org.bluethread.facade;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client accepts. Of the ranges that match a type, the most specific one says its weight.
 * Parameters of media types other than the weight count for nothing, and so does a weight that
 * cannot be read.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1">RFC 9110, 12.5.1</a>
 */
final class Accept {
  private static final Pattern RANGE =
      Pattern.compile(
          "([^\\s/;,\"]+)(?:/([^\\s/;,\"]+))?((?:\\s*;[^,\"]*(?:\"[^\"]*\"[^,\"]*)*)?)\\s*(?:,|$)");
  private static final Pattern WEIGHT =
      Pattern.compile(";\\s*q=([0-9]*\\.?[0-9]+|[0-9]+\\.)\\s*(?:;|$)");

  private final List<Range> ranges = new ArrayList<>();

  /** A media range and its weight, from 0 (not acceptable) to 1. */
  private record Range(String type, String subtype, double weight) {
    boolean matches(String mediaType) {
      return specificity() == 0
          || mediaType.equals(type + "/" + subtype)
          || (subtype.equals("*") && mediaType.startsWith(type + "/"));
    }

    int specificity() {
      if (type.equals("*")) {
        return 0;
      }
      return subtype.equals("*") ? 1 : 2;
    }
  }

  /**
   * @param header the Accept header
   */
  Accept(String header) {
    Matcher matcher = RANGE.matcher(header.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      String type = matcher.group(1);
      String subtype = Optional.ofNullable(matcher.group(2)).orElse(type.equals("*") ? "*" : "");
      ranges.add(new Range(type, subtype, weight(matcher.group(3))));
    }
  }

  private static double weight(String parameters) {
    Matcher weight = WEIGHT.matcher(parameters);
    return weight.find() ? Math.min(1, Double.parseDouble(weight.group(1))) : 1;
  }

  /**
   * The offer that is wanted most: that of the greatest weight; of several, the one named most
   * specifically; of several, the first.
   *
   * @return empty if none is acceptable
   */
  Optional<String> best(List<String> offers) {
    return offers.stream()
        .flatMap(offer -> wish(offer).stream())
        .filter(wish -> wish.range().weight() > 0)
        .sorted(
            Comparator.comparingDouble((Wish wish) -> wish.range().weight())
                .thenComparingInt(wish -> wish.range().specificity())
                .reversed())
        .map(Wish::offer)
        .findFirst();
  }

  /** An offer and the range that decides about it. */
  private record Wish(String offer, Range range) {}

  private Optional<Wish> wish(String offer) {
    return ranges.stream()
        .filter(range -> range.matches(offer))
        .max(Comparator.comparingInt(Range::specificity).thenComparingDouble(Range::weight))
        .map(range -> new Wish(offer, range));
  }
}
