package org.bluethread.graph;

/** A store, or the log beside it, that cannot be opened or trusted. The message says what to do. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what is wrong and the way out
   */
  public StoreException(String message) {
    super(message);
  }

  /**
   * @param message what is wrong and the way out
   * @param cause what was noticed
   */
  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
