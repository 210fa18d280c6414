package org.bluethread.command;

/** Ends a command with an exit code and a sentence that says what is wrong and the way out. */
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  /**
   * @param exitCode 1 the answer is no, 2 wrong usage, 3 failed
   * @param message what is wrong and the way out
   */
  public CommandException(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** The exit code. */
  public int exitCode() {
    return exitCode;
  }
}
