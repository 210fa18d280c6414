package org.bluethread.facade.pages;

import java.util.Optional;
import org.bluethread.graph.QuadPart;

/**
 * Which of many statements a page shows.
 *
 * @param offset how many come before them
 * @param shown how many they are
 * @param total how many there are in all
 * @param exact whether there are not more than that
 * @param next the address of the page that goes on with them
 */
public record Range(long offset, long shown, long total, boolean exact, Optional<String> next) {
  static Range of(QuadPart part, Optional<String> next) {
    return new Range(part.offset(), part.quads().size(), part.total(), part.exact(), next);
  }

  /** Whether the page shows them all. */
  boolean isAll() {
    return exact && shown == total;
  }

  /** The key of its words. */
  String key() {
    return exact ? "thing.range" : "thing.range.more";
  }
}
