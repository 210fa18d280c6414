package org.bluethread.execution;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.query.QueryCancelledException;

/**
 * Whether a query is to stop. Safe for threads.
 *
 * @param flag what Jena's own operators look at
 */
record StopSignal(AtomicBoolean flag) {
  static StopSignal unset() {
    return new StopSignal(new AtomicBoolean());
  }

  void set() {
    flag.set(true);
  }

  boolean isSet() {
    return flag.get();
  }

  /**
   * @throws QueryCancelledException if the query is to stop
   */
  void check() {
    if (flag.get()) {
      throw new QueryCancelledException();
    }
  }
}
