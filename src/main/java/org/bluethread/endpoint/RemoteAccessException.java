package org.bluethread.endpoint;

/** A request that would make this server fetch something from another one. */
public final class RemoteAccessException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what was asked for, and what to do instead
   */
  public RemoteAccessException(String message) {
    super(message);
  }
}
