package org.bluethread.trace;

/** Says that the links of a commit are not here yet, or not any more; asking again helps. */
public final class LinksNotReadyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what is missing. */
  public LinksNotReadyException(String what) {
    super(what + " are not at hand");
  }
}
