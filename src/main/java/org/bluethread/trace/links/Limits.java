package org.bluethread.trace.links;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * What a search may not go beyond.
 *
 * @param hops the most steps of a path
 * @param deadline when the search has to end, as {@link System#nanoTime} counts
 * @param cancelled whether nobody waits for it any more
 * @param chained whether two mapped steps may follow each other
 */
public record Limits(int hops, long deadline, BooleanSupplier cancelled, boolean chained) {
  /** Limits of a search that starts now and never takes two mapped steps in a row. */
  public static Limits of(int hops, Duration time) {
    return new Limits(hops, System.nanoTime() + time.toNanos(), () -> false, false);
  }

  /** The same limits for a search that also ends when somebody says so. */
  public Limits until(BooleanSupplier told) {
    return new Limits(hops, deadline, told, chained);
  }

  /** The same limits for a search in which two mapped steps may follow each other, or may not. */
  public Limits chained(boolean allowed) {
    return new Limits(hops, deadline, cancelled, allowed);
  }

  /**
   * Ends a search that took too long, that was cancelled, or whose thread is interrupted.
   *
   * @throws CancellationException then
   */
  void check() {
    if (System.nanoTime() - deadline > 0) {
      throw new CancellationException("the search took longer than it may");
    }
    if (cancelled.getAsBoolean() || Thread.currentThread().isInterrupted()) {
      throw new CancellationException("the search was interrupted");
    }
  }
}
