package org.bluethread.facade;

import java.time.Duration;

/**
 * The limits of the door.
 *
 * @param queryTimeout how long a query may take
 * @param mostBytes how large the body of a request may be
 * @param mostRows how many rows or statements an answer at {@code /sparql} may have
 * @param mostQueries how many queries may work at once
 * @param build the version of the program
 */
public record Settings(
    Duration queryTimeout, int mostBytes, long mostRows, int mostQueries, String build) {
  private static final long MOST_ROWS = 10_000_000;
  private static final int QUERIES_A_PROCESSOR = 4;

  /** The usual limits, but for the time of a query and the size of a body. */
  public Settings(Duration queryTimeout, int mostBytes, String build) {
    this(
        queryTimeout,
        mostBytes,
        MOST_ROWS,
        QUERIES_A_PROCESSOR * Runtime.getRuntime().availableProcessors(),
        build);
  }

  /** The same limits with another number of rows. */
  public Settings withMostRows(long rows) {
    return new Settings(queryTimeout, mostBytes, rows, mostQueries, build);
  }

  /** The same limits with another number of queries. */
  public Settings withMostQueries(int queries) {
    return new Settings(queryTimeout, mostBytes, mostRows, queries, build);
  }

  /** The limits as documented in {@code docs/operating.md}. */
  public static Settings usual(String build) {
    return new Settings(Duration.ofSeconds(60), 256 * 1024 * 1024, build);
  }
}
