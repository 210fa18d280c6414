package org.bluethread.endpoint;

/** An answer that has to be built before it is sent is too large for that. */
public final class TooLargeToBuildException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long most;

  /**
   * @param most how many statements can be built
   */
  TooLargeToBuildException(long most) {
    super("The answer has more than " + most + " triples, too many for this format.");
    this.most = most;
  }

  /** How many statements can be built. */
  public long most() {
    return most;
  }
}
