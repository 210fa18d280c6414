package org.bluethread.graph;

/** Says that a store elsewhere has not been read yet since this program started. */
public final class NotRefreshedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says so. */
  public NotRefreshedException() {
    super("The store has not been read yet since this server started.");
  }
}
