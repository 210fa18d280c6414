package org.bluethread.command;

import java.nio.file.Path;
import org.bluethread.graph.DefaultGraph;
import org.bluethread.graph.Store;

/** Which store a data directory is opened with. */
sealed interface StoreChoice {
  /**
   * Opens the store.
   *
   * @param directory where one on disk stands
   * @throws org.bluethread.graph.StoreException if it is not what was chosen
   */
  Store open(Path directory);

  /** Whether it is gone with the process. */
  boolean inMemory();

  /** The one on disk, whatever its default graph is. */
  record AsMade() implements StoreChoice {
    @Override
    public Store open(Path directory) {
      return Store.onDisk(directory);
    }

    @Override
    public boolean inMemory() {
      return false;
    }
  }

  /** The one on disk, which must have been made with this default graph, or is made now. */
  record OnDisk(DefaultGraph defaultGraph) implements StoreChoice {
    @Override
    public Store open(Path directory) {
      return Store.onDisk(directory, defaultGraph);
    }

    @Override
    public boolean inMemory() {
      return false;
    }
  }

  /** An empty one in memory. */
  record InMemory(DefaultGraph defaultGraph) implements StoreChoice {
    @Override
    public Store open(Path directory) {
      return Store.inMemory(defaultGraph);
    }

    @Override
    public boolean inMemory() {
      return true;
    }
  }
}
