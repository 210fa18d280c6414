package org.bluethread.endpoint;

/** A query that was not answered; nothing of an answer has been sent. */
public final class QueryFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  /**
   * @param status the HTTP status that fits
   * @param message what the query engine said
   */
  public QueryFailedException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** The HTTP status that fits. */
  public int status() {
    return status;
  }
}
