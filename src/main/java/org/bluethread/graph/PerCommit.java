package org.bluethread.graph;

import java.util.Optional;
import java.util.function.Function;

/**
 * What is read off the graph once for each commit: by the first who asks, for all who come until
 * the next commit. Safe for threads; who asks while it is being read waits for that.
 *
 * @param <T> what is read; it must hold nothing of the transaction it was read in
 */
public final class PerCommit<T> {
  private final Function<Snapshot, T> reader;
  private Optional<Read<T>> last = Optional.empty();

  /**
   * @param reader reads it, in a read transaction
   */
  public PerCommit(Function<Snapshot, T> reader) {
    this.reader = reader;
  }

  private record Read<T>(long commit, T value) {}

  /** What a state of the graph has of it. */
  public synchronized T of(Snapshot snapshot) {
    if (last.isPresent() && last.get().commit() == snapshot.commit()) {
      return last.get().value();
    }
    T value = reader.apply(snapshot);
    if (last.isEmpty() || last.get().commit() < snapshot.commit()) {
      last = Optional.of(new Read<>(snapshot.commit(), value)); // Not for a reader from before.
    }
    return value;
  }
}
