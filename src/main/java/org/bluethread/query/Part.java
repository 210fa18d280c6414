package org.bluethread.query;

import java.util.Objects;
import java.util.Optional;

/**
 * The part of a query's rows that somebody wants.
 *
 * @param after the place after which it begins, as {@link Answer.Rows#next} gave it with the part
 *     before; from the first row on if it is empty
 * @param offset how many rows are then left out
 * @param limit how many rows it has at the most; all the others if it is empty
 */
public record Part(Optional<String> after, int offset, Optional<Integer> limit) {
  /** All rows. */
  public static final Part ALL = new Part(Optional.empty(), 0, Optional.empty());

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if the offset is less than none or the limit less than one
   */
  public Part {
    Objects.requireNonNull(after, "after");
    if (offset < 0 || limit.orElse(1) < 1) {
      throw new IllegalArgumentException("No part of rows: " + offset + ", " + limit);
    }
  }
}
