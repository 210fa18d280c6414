package org.bluethread.graph;

/**
 * A store elsewhere failed to answer. The message names it without its credentials. Nothing of an
 * answer that it gave in part may be taken for the whole.
 */
public final class StoreElsewhereException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /** What went wrong. */
  public enum Kind {
    /** It cannot be reached, or broke off. */
    AWAY,
    /** It did not answer in time. */
    LATE,
    /** It answered with an error, or with what cannot be read or used. */
    BAD
  }

  /**
   * @param kind what went wrong
   * @param message which store, and what it did
   * @param cause what was noticed
   */
  public StoreElsewhereException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /**
   * @param kind what went wrong
   * @param message which store, and what it did
   */
  public StoreElsewhereException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** What went wrong. */
  public Kind kind() {
    return kind;
  }
}
