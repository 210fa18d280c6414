package org.bluethread.endpoint;

/** An answer that failed after it had begun; the transfer must be broken, not ended. */
public final class BrokenAnswerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param cause what went wrong
   */
  BrokenAnswerException(RuntimeException cause) {
    super(cause.getMessage(), cause);
  }
}
