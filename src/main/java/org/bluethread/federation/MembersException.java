package org.bluethread.federation;

/** A declaration of members that cannot be used. */
public final class MembersException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what is wrong and how to mend it
   */
  public MembersException(String message) {
    super(message);
  }

  /**
   * @param message what is wrong and how to mend it
   */
  public MembersException(String message, Throwable cause) {
    super(message, cause);
  }
}
