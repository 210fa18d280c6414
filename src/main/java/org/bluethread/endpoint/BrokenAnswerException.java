package org.bluethread.endpoint;

/** An answer that failed after it had begun; the transfer must be broken, not ended. */
public final class BrokenAnswerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what the query engine said
   */
  public BrokenAnswerException(String message) {
    super(message);
  }
}
