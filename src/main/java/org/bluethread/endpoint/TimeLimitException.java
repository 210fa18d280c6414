package org.bluethread.endpoint;

import java.time.Duration;

/** A query took longer than it had; nothing of an answer has been sent. */
public final class TimeLimitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Duration limit;

  /**
   * @param limit how long it had
   */
  TimeLimitException(Duration limit) {
    super("The query was stopped by its time limit of " + limit.toMillis() / 1000.0 + " seconds.");
    this.limit = limit;
  }

  /** How long it had. */
  public Duration limit() {
    return limit;
  }
}
