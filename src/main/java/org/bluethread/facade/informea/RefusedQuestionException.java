package org.bluethread.facade.informea;

/** Ends a request with an error document of OData. */
public final class RefusedQuestionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  /**
   * @param status the HTTP status
   * @param message what is wrong and how to mend it
   */
  public RefusedQuestionException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** A question that cannot be answered as it was asked. */
  static RefusedQuestionException bad(String message) {
    return new RefusedQuestionException(400, message);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }
}
