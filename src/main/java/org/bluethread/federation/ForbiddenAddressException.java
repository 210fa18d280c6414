package org.bluethread.federation;

/** An address that this server does not ask: not declared, or not of a kind that is allowed. */
public final class ForbiddenAddressException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message which address, why not, and the way out
   */
  ForbiddenAddressException(String message) {
    super(message);
  }
}
