package org.bluethread.execution;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A query at work, as {@link RunningQueries} sees it. Two are the same only if they are one. Safe
 * for threads.
 */
final class RunningQuery {
  private final StopSignal signal;
  private final long end;
  private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

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

  /** Stops it for a reason; the first one counts. */
  void fail(RuntimeException why) {
    failure.compareAndSet(null, why);
    signal.set();
  }

  /** Why it was stopped, if it failed. */
  Optional<RuntimeException> failure() {
    return Optional.ofNullable(failure.get());
  }

  void stop() {
    signal.set();
  }
}
