package org.bluethread.graph;

/** Says that a store elsewhere is not written by way of this program. */
public final class ReadOnlyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says so. */
  public ReadOnlyException() {
    super(
        "This server reads a store that others hold. What is written there does not pass its gate,"
            + " so it neither writes to that store nor judges changes of it.");
  }
}
