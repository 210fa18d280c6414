package org.bluethread.graph;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.jena.graph.Node;

/**
 * What the commit log tells of the commits there were. A store elsewhere has none: all is empty
 * then. Safe for threads, within transactions and without.
 */
public final class CommitHistory {
  private final Store store;
  private final CommitLog log;

  CommitHistory(Store store, CommitLog log) {
    this.store = store;
    this.log = log;
  }

  /**
   * The last commits, newest first.
   *
   * @param most how many at the most
   */
  public List<Commit> newest(int most) {
    return from(Long.MAX_VALUE, most);
  }

  /**
   * Some commits, newest first.
   *
   * @param newest the number of the one to begin with; the last one if there are fewer
   * @param most how many at the most
   */
  public List<Commit> from(long newest, int most) {
    return store.isElsewhere()
        ? List.of()
        : log.before(Math.min(newest, store.dataset().calculateRead(store.state()::commit)), most);
  }

  /**
   * A commit. It may be asked for while reading.
   *
   * @param number of a commit that was seen
   * @return empty for 0, which stands for the state before the first
   */
  public Optional<Commit> commit(long number) {
    return store.isElsewhere() ? Optional.empty() : log.before(number, 1).stream().findFirst();
  }

  /**
   * The commit that removed the last statement about a thing of ours, or pointing to it.
   *
   * @param snapshot the state of the graph that is asked, in its transaction
   * @return empty if statements speak of the thing, or none ever did
   */
  public Optional<Commit> removal(Snapshot snapshot, Node thing) {
    return removal(Removals.THINGS, snapshot, thing);
  }

  /**
   * The commit that emptied a graph of ours.
   *
   * @param snapshot the state of the graph that is asked, in its transaction
   * @return empty if the graph is there, or never was
   */
  public Optional<Commit> removalOfGraph(Snapshot snapshot, Node name) {
    return removal(Removals.GRAPHS, snapshot, name);
  }

  private Optional<Commit> removal(Removals removals, Snapshot snapshot, Node name) {
    if (store.isElsewhere()) {
      return Optional.empty();
    }
    OptionalLong number = removals.commit(snapshot.dataset(), name);
    return number.isPresent() ? commit(number.getAsLong()) : Optional.empty();
  }

  /** The change of one commit as a file of RDF Patch; empty when there is no such commit. */
  public Optional<Path> patch(long number) {
    return log.patch(number);
  }
}
