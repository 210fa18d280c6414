package org.bluethread.graph;

import org.bluethread.gate.Delta;

/** Something that follows the graph, such as a derived index. */
@FunctionalInterface
public interface CommitListener {
  /**
   * Called after each commit, in the order of commits, by one thread at a time, before the writer
   * is answered.
   *
   * @param snapshot the state the commit left, in a read transaction
   * @param delta what it changed
   */
  void committed(Snapshot snapshot, Delta delta);

  /**
   * Called when a store elsewhere is to be read anew: anything may have changed. Called by one
   * thread at a time. What it throws ends the refresh. What follows commits alone has nothing to
   * do.
   *
   * @param snapshot the store, with the number that stands for this refresh
   */
  default void refreshed(Snapshot snapshot) {}
}
