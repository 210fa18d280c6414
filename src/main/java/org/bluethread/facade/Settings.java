package org.bluethread.facade;

import java.time.Duration;

/**
 * The limits of the door.
 *
 * @param queryTimeout how long a query may take
 * @param mostBytes how large the body of a request may be
 * @param build the version of the program
 */
public record Settings(Duration queryTimeout, int mostBytes, String build) {
  /** The limits as documented in {@code docs/operating.md}. */
  public static Settings usual(String build) {
    return new Settings(Duration.ofSeconds(60), 256 * 1024 * 1024, build);
  }
}
