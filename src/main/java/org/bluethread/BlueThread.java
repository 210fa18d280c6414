package org.bluethread;

/** The command line's front door. */
public final class BlueThread {
  private BlueThread() {}

  /** Runs one command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    System.err.println("no commands yet");
    System.exit(2);
  }
}
