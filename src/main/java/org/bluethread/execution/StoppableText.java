package org.bluethread.execution;

/**
 * A text whose reader is stopped: a regular expression that runs away reads the same characters
 * over and over, and each of them is read here. The flag is looked at every {@link #OFTEN}
 * characters.
 */
final class StoppableText implements CharSequence {
  private static final int OFTEN = 1024;

  private final String text;
  private final StopSignal signal;
  private int read;

  StoppableText(String text, StopSignal signal) {
    this.text = text;
    this.signal = signal;
  }

  @Override
  public char charAt(int index) {
    if (++read % OFTEN == 0) {
      signal.check();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
