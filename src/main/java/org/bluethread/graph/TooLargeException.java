package org.bluethread.graph;

/** A change is larger than the place it goes to may hold. */
public final class TooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int mostQuads;

  /**
   * @param mostQuads how many changed quads there may be
   */
  public TooLargeException(int mostQuads) {
    super(
        "The change has more than "
            + mostQuads
            + " statements, which is the most that can be tried at once: send it in parts.");
    this.mostQuads = mostQuads;
  }

  /** How many changed quads there may be. */
  public int mostQuads() {
    return mostQuads;
  }
}
