package org.bluethread.execution;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * All queries at work. One thread looks at them a hundred times a second, and rests while there are
 * none: a timer for each query costs more than a small query. It stops those whose time is over.
 * Safe for threads.
 */
final class RunningQueries {
  /** There is one of them, as one thread is enough. */
  static final RunningQueries HERE = new RunningQueries();

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

  private final Set<RunningQuery> running = ConcurrentHashMap.newKeySet();
  private final Thread watch =
      Thread.ofPlatform().daemon().name("query limits").unstarted(this::watch);
  private volatile boolean resting;

  private RunningQueries() {
    watch.start();
  }

  /** Watches over a query until it is {@linkplain #remove removed}. */
  void add(RunningQuery query) {
    running.add(query);
    if (resting) {
      LockSupport.unpark(watch);
    }
  }

  void remove(RunningQuery query) {
    running.remove(query);
  }

  private void watch() {
    while (true) {
      stopTheLate();
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      rest();
    }
  }

  private void stopTheLate() {
    running.stream().filter(RunningQuery::isLate).forEach(RunningQuery::stop);
  }

  /** Returns when there are queries. */
  private void rest() {
    resting = true;
    while (running.isEmpty()) {
      LockSupport.park();
    }
    resting = false;
  }
}
