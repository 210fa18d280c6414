package org.bluethread.facade;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file.
 *
 * @param first the first byte, counted from 0
 * @param last the last byte, which belongs to it; before the first if nothing of the file is in it
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-14">RFC 9110, 14</a>
 */
record ByteRange(long first, long last) {
  private static final Pattern ONE = Pattern.compile("(?i)bytes=(\\d{0,18})-(\\d{0,18})");

  /**
   * The part that a header {@code Range} asks for.
   *
   * @param size of the file
   * @return empty if it asks for several parts or cannot be read: the whole is then the answer
   */
  static Optional<ByteRange> of(String header, long size) {
    Matcher parts = ONE.matcher(header.replace(" ", ""));
    if (!parts.matches() || (parts.group(1).isEmpty() && parts.group(2).isEmpty())) {
      return Optional.empty();
    }
    if (parts.group(1).isEmpty()) {
      return Optional.of(
          new ByteRange(Math.max(0, size - Long.parseLong(parts.group(2))), size - 1));
    }
    long first = Long.parseLong(parts.group(1));
    long last = parts.group(2).isEmpty() ? size - 1 : Long.parseLong(parts.group(2));
    return last < first && !parts.group(2).isEmpty()
        ? Optional.empty()
        : Optional.of(new ByteRange(first, Math.min(last, size - 1)));
  }

  /** Whether the file has any of it. */
  boolean isSatisfiable() {
    return first <= last;
  }

  long length() {
    return last - first + 1;
  }
}
