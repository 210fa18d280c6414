package org.bluethread.graph;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What an iterator gives, by the batch. For one thread.
 *
 * @param <T> what it gives
 */
public final class Batches<T> implements Iterator<List<T>> {
  private final Iterator<T> all;
  private final int size;

  /**
   * @param size how many a batch has, but for the last; at least 1
   */
  public Batches(Iterator<T> all, int size) {
    this.all = all;
    this.size = size;
  }

  @Override
  public boolean hasNext() {
    return all.hasNext();
  }

  @Override
  public List<T> next() {
    List<T> batch = new ArrayList<>();
    while (batch.size() < size && all.hasNext()) {
      batch.add(all.next());
    }
    return batch;
  }
}
