package org.bluethread.lookup;

import java.util.Objects;
import java.util.Optional;

/**
 * One question to the index. The text is never parsed as a query language: every string is allowed
 * and every character only means itself.
 *
 * @param text words in any language, a code, a slug or an IRI; words beyond {@value #MAX_TEXT}
 *     characters or {@value #MAX_TERMS} terms are not looked at
 * @param type the class IRI the hits must have, or empty for any
 * @param language the BCP 47 tag of the asker's language, or empty: the labels given back are in
 *     it, and matches in it come first; words of every language are found all the same
 * @param limit how many hits to give at most, 0 to {@value #MAX_LIMIT}
 * @param offset how many hits to leave out first, 0 to {@value #MAX_OFFSET}
 */
public record Query(String text, Optional<String> type, String language, int limit, int offset) {

  /** The longest part of a text that is looked at, in UTF-16 units. */
  public static final int MAX_TEXT = 200;

  /** The most terms of a text that are looked at. */
  public static final int MAX_TERMS = 20;

  /** The most hits one question may ask for. */
  public static final int MAX_LIMIT = 1_000;

  /** The deepest page one question may ask for. */
  public static final int MAX_OFFSET = 10_000;

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException when limit or offset is out of bounds
   */
  public Query {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(language, "language");
    if (limit < 0 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit " + limit + " is not between 0 and " + MAX_LIMIT);
    }
    if (offset < 0 || offset > MAX_OFFSET) {
      throw new IllegalArgumentException(
          "offset " + offset + " is not between 0 and " + MAX_OFFSET);
    }
  }
}
