package org.bluethread.execution;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;

/**
 * Whether a query is to stop. Who works looks at it; who waits, and cannot look, is told. Safe for
 * threads.
 */
public final class StopSignal {
  private static final Symbol SYMBOL = Symbol.create("urn:bluethread:stop");

  private final AtomicBoolean flag = new AtomicBoolean();
  private final Queue<Runnable> told = new ConcurrentLinkedQueue<>();

  /** Made unset. */
  public StopSignal() {}

  /** The signal of the query that a context is of; one that nobody sets, if it is of none. */
  public static StopSignal of(Context context) {
    return context.get(SYMBOL, new StopSignal());
  }

  /** Lets what works in a context find it. */
  void into(Context context) {
    context.set(SYMBOL, this);
  }

  /** What Jena's own operators look at. */
  AtomicBoolean flag() {
    return flag;
  }

  /** Sets it, and tells who waits. */
  public void set() {
    flag.set(true);
    for (Runnable waiting = told.poll(); waiting != null; waiting = told.poll()) {
      waiting.run();
    }
  }

  /** Whether it is set. */
  public boolean isSet() {
    return flag.get();
  }

  /**
   * Has something done once it is set, by the thread that sets it; at once if it is.
   *
   * @param what must be quick, throw nothing, and bear being done when nobody waits any more
   */
  public void whenSet(Runnable what) {
    told.add(what);
    if (isSet()) {
      set();
    }
  }

  /** Has something not done any more. */
  public void forget(Runnable what) {
    told.remove(what);
  }

  /**
   * Looks at it.
   *
   * @throws QueryCancelledException if the query is to stop
   */
  public void check() {
    if (flag.get()) {
      throw new QueryCancelledException();
    }
  }
}
