package org.bluethread.federation;

import java.time.Duration;

/** What can be asked queries in SPARQL, wherever it stands. Safe for threads. */
interface Source extends AutoCloseable {
  /**
   * Asks for rows.
   *
   * @param query a SELECT
   * @param most how long finding and reading them may take
   * @throws MemberException if the member cannot answer
   * @throws ForbiddenAddressException if it must not be asked
   */
  Rows rows(String query, Duration most);

  /** Whether an ASK has a solution; takes and throws what {@link #rows} does. */
  boolean truth(String query, Duration most);

  @Override
  void close();
}
