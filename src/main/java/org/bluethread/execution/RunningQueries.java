package org.bluethread.execution;

import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * All queries at work. One thread looks at them a hundred times a second, and rests while there are
 * none: a timer for each query costs more than a small query. It stops those whose time is over,
 * and, when memory is short, the one that asked for most of it. Safe for threads.
 */
final class RunningQueries {
  /** There is one of them, as all queries share the memory of the virtual machine. */
  static final RunningQueries HERE = new RunningQueries();

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

  private final Set<RunningQuery> running = ConcurrentHashMap.newKeySet();
  private final HeapGauge heap = new HeapGauge();
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
      stopThoseOverTheirLimits();
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      rest();
    }
  }

  private void stopThoseOverTheirLimits() {
    running.stream().filter(RunningQuery::isLate).forEach(RunningQuery::stop);
    if (heap.gotShort()) {
      running.stream()
          .filter(query -> query.allocated() >= heap.large())
          .max(Comparator.comparingLong(RunningQuery::allocated))
          .ifPresent(RunningQuery::stopForMemory);
    }
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
