package org.bluethread.endpoint;

import java.util.Iterator;
import java.util.function.LongFunction;

/**
 * An iterator that says no when it has given too much. The first element is looked for when it is
 * made: what fails at once fails before an answer begins.
 */
final class Bounded<T> implements Iterator<T> {
  private final Iterator<T> elements;
  private final long most;
  private final LongFunction<RuntimeException> refusal;
  private final boolean some;
  private long given;

  /**
   * @param most how many elements it gives
   * @param refusal what it throws instead of one more
   */
  Bounded(Iterator<T> elements, long most, LongFunction<RuntimeException> refusal) {
    this.elements = elements;
    this.most = most;
    this.refusal = refusal;
    this.some = elements.hasNext();
  }

  @Override
  public boolean hasNext() {
    return given == 0 ? some : elements.hasNext();
  }

  @Override
  public T next() {
    T next = elements.next();
    if (given == most) {
      throw refusal.apply(most);
    }
    given++;
    return next;
  }
}
