package org.bluethread.federation;

/** A query that cannot be asked of a federation. */
public final class FederatedQueryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what cannot be done, and what to do instead
   */
  FederatedQueryException(String message) {
    super(message);
  }

  /**
   * @param message what cannot be done, and what to do instead
   */
  FederatedQueryException(String message, Throwable cause) {
    super(message, cause);
  }
}
