package org.bluethread.execution;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * A query at work, as {@link RunningQueries} sees it. Made by the thread that works; safe for
 * threads.
 */
final class RunningQuery {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final StopSignal signal;
  private final long end;
  private final long thread = Thread.currentThread().threadId();
  private final long allocatedBefore = THREADS.getThreadAllocatedBytes(thread);
  private volatile boolean greedy;

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

  /** How many bytes its thread has asked for since it began, given back or not. */
  long allocated() {
    return THREADS.getThreadAllocatedBytes(thread) - allocatedBefore;
  }

  void stop() {
    signal.set();
  }

  /** Stops it because memory is short. */
  void stopForMemory() {
    greedy = true;
    stop();
  }

  /** Whether it was stopped because memory was short. */
  boolean isGreedy() {
    return greedy;
  }
}
