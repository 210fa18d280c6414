package org.bluethread.command;

import java.nio.file.Path;
import org.bluethread.graph.DefaultGraph;
import org.bluethread.graph.Store;
import org.bluethread.graph.remote.Endpoint;
import org.bluethread.graph.remote.RemoteSource;

/** Which store a data directory is opened with. */
sealed interface StoreChoice {
  /**
   * Opens the store.
   *
   * @param directory where one on disk stands
   * @throws org.bluethread.graph.StoreException if it is not what was chosen
   */
  Store open(Path directory);

  /** Whether nothing of it is kept in the data directory. */
  boolean inMemory();

  /** Whether others hold it. */
  default boolean elsewhere() {
    return false;
  }

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

  /** One that others hold. */
  record Elsewhere(Endpoint endpoint) implements StoreChoice {
    @Override
    public Store open(Path directory) {
      return Store.elsewhere(new RemoteSource(endpoint));
    }

    @Override
    public boolean inMemory() {
      return true;
    }

    @Override
    public boolean elsewhere() {
      return true;
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
