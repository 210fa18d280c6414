package org.bluethread.execution;

import java.time.Duration;

/**
 * A query at work, as {@link RunningQueries} sees it. Two are the same only if they are one. Safe
 * for threads.
 */
final class RunningQuery {
  private final StopSignal signal;
  private final long end;

  /**
   * @param signal what is set to stop it
   * @param time how long it may take from now
   */
  RunningQuery(StopSignal signal, Duration time) {
    this.signal = signal;
    this.end = System.nanoTime() + time.toNanos();
  }

  /** Whether its time is over. */
  boolean isLate() {
    return System.nanoTime() - end >= 0;
  }

  /** How much of its time is left; negative if it is over. */
  Duration timeLeft() {
    return Duration.ofNanos(end - System.nanoTime());
  }

  void stop() {
    signal.set();
  }
}
