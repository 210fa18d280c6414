package org.bluethread.command;

/** Exit codes of every command. */
public final class ExitCode {
  /** Done; an empty result is done too. */
  public static final int DONE = 0;

  /** The answer is no: invalid, refused, not found. */
  public static final int NO = 1;

  /** The command was called wrongly. */
  public static final int USAGE = 2;

  /** Something failed. */
  public static final int FAILED = 3;

  private ExitCode() {}
}
