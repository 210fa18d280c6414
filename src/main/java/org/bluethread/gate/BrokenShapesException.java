package org.bluethread.gate;

/** A shapes graph that cannot be read as SHACL. */
public final class BrokenShapesException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param cause what the reader of shapes said
   */
  public BrokenShapesException(Exception cause) {
    super("The shapes graph cannot be read as SHACL: " + cause.getMessage(), cause);
  }
}
