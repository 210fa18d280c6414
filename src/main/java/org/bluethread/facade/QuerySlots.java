package org.bluethread.facade;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;

/**
 * How many queries work at once: more would only make each other slow. Who comes when all slots are
 * taken waits a moment for one. Safe for threads.
 */
final class QuerySlots {
  private final Semaphore free;
  private final Duration patience;

  /**
   * @param most how many queries may work at once
   * @param patience how long a query waits for its turn
   */
  QuerySlots(int most, Duration patience) {
    this.free = new Semaphore(most, true);
    this.patience = patience;
  }

  /**
   * Waits for a slot, which must be given back.
   *
   * @throws ProblemException 503 if none gets free in time
   */
  void take() {
    try {
      if (free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new ProblemException(Problem.of(ProblemKind.BUSY, "busy"));
  }

  /** Gives a slot back. */
  void giveBack() {
    free.release();
  }
}
