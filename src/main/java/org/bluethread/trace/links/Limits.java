package org.bluethread.trace.links;

import java.time.Duration;
import java.util.concurrent.CancellationException;

/**
 * What a search may not go beyond.
 *
 * @param hops the most steps of a path
 * @param deadline when the search has to end, as {@link System#nanoTime} counts
 */
public record Limits(int hops, long deadline) {
  /** Limits of a search that starts now. */
  public static Limits of(int hops, Duration time) {
    return new Limits(hops, System.nanoTime() + time.toNanos());
  }

  /**
   * Ends a search that took too long, or whose thread is interrupted.
   *
   * @throws CancellationException then
   */
  void check() {
    if (System.nanoTime() - deadline > 0) {
      throw new CancellationException("the search took longer than it may");
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("the search was interrupted");
    }
  }
}
