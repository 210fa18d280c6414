package org.bluethread.publish.partition;

import java.util.Optional;
import org.bluethread.gate.Delta;
import org.bluethread.graph.CommitListener;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.NotRefreshedException;
import org.bluethread.graph.NumberedQuads;
import org.bluethread.graph.Snapshot;

/**
 * Knows the {@link Partitions} of the graph. Nothing is counted before somebody asks. The first who
 * asks has all counted; from then on each commit changes what it changes, until one changes so much
 * that counting anew, for the next who asks, takes less.
 *
 * <p>Safe for threads. A commit that comes while all is counted waits for that.
 */
public final class PartitionIndex implements CommitListener {
  /** A commit of more than this part of the triples is not followed, if it is large at all. */
  private static final int LARGE_PART = 100;

  private static final int LARGE = 1000;

  private Optional<Tally> tally = Optional.empty();
  private Optional<Partitions> last = Optional.empty();

  private PartitionIndex() {}

  /** Follows a graph from now on. */
  public static PartitionIndex follow(KnowledgeGraph graph) {
    PartitionIndex index = new PartitionIndex();
    graph.addListener(index);
    return index;
  }

  /**
   * The figures of a state of the graph.
   *
   * @throws NotRefreshedException if others hold the store, and it has not been read yet
   */
  public synchronized Partitions of(Snapshot snapshot) {
    if (!NumberedQuads.areIn(snapshot)) {
      return last.orElseThrow(NotRefreshedException::new);
    }
    if (last.map(Partitions::commit).equals(Optional.of(snapshot.commit()))) {
      return last.get();
    }
    Optional<Tally> known = tally.filter(one -> one.commit() == snapshot.commit());
    if (known.isEmpty() && tally.isPresent() && tally.get().commit() > snapshot.commit()) {
      return Tally.count(snapshot).partitions(); // A reader that began before the last commit.
    }
    Tally current = known.orElseGet(() -> Tally.count(snapshot));
    Partitions partitions = current.partitions();
    tally = Optional.of(current);
    last = Optional.of(partitions);
    return partitions;
  }

  @Override
  public synchronized void committed(Snapshot snapshot, Delta delta) {
    if (tally.isEmpty() || tally.get().commit() >= snapshot.commit()) {
      return; // Nobody has asked, or who asked saw the commit before this was told of it.
    }
    Tally current = tally.get();
    tally = Optional.empty(); // What cannot be followed is counted anew.
    long size = (long) delta.added().size() + delta.removed().size();
    if (current.commit() == snapshot.commit() - 1
        && size <= Math.max(LARGE, current.triples() / LARGE_PART)) {
      current.apply(snapshot, delta);
      tally = Optional.of(current);
    }
  }

  @Override
  public void refreshed(Snapshot snapshot) {
    Partitions asked = PartitionQueries.ask(snapshot);
    synchronized (this) {
      last = Optional.of(asked);
    }
  }
}
