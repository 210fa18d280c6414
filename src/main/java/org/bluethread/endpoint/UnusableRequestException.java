package org.bluethread.endpoint;

/**
 * A request that is well formed but that no state of the graph would let this server carry out: the
 * request has to change.
 */
public final class UnusableRequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what is wrong with it, and what to do instead
   */
  public UnusableRequestException(String message) {
    super(message);
  }

  /**
   * @param cause what said what is wrong with it
   */
  UnusableRequestException(RuntimeException cause) {
    super(cause.getMessage(), cause);
  }
}
