package org.bluethread.execution;

import java.time.Duration;
import java.util.function.Function;

/** A limit on the time of a piece of work that is no query. */
public final class TimeLimit {
  private TimeLimit() {}

  /**
   * Does a piece of work.
   *
   * @param time how long it may take from now
   * @param work is given the signal that is set when the time is over
   * @return what the work returns
   */
  public static <T> T within(Duration time, Function<StopSignal, T> work) {
    StopSignal signal = new StopSignal();
    RunningQuery running = new RunningQuery(signal, time);
    RunningQueries.HERE.add(running);
    try {
      return work.apply(signal);
    } finally {
      RunningQueries.HERE.remove(running);
    }
  }
}
