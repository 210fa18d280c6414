package org.bluethread.endpoint;

/** An answer has more rows or statements than this server sends. */
public final class TooManyRowsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long most;

  /**
   * @param most how many it sends
   */
  TooManyRowsException(long most) {
    super("The answer has more than " + most + " rows or statements.");
    this.most = most;
  }

  /** How many it sends. */
  public long most() {
    return most;
  }
}
