package org.bluethread.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.bluethread.geometry.GeoFunctions;

/**
 * A TDB2 database, on disk or in memory, whose queries may call the functions of GeoSPARQL. What
 * their default graph is, a store is made with and keeps.
 *
 * <p>Safe for threads as TDB2 is: many readers and one writer, each in a transaction.
 */
public final class Store implements AutoCloseable {
  private final DatasetGraph dataset;
  private final DefaultGraph defaultGraph;
  private final CompactableDataset guarded;
  private final boolean onDisk;

  private Store(DatasetGraph dataset, DefaultGraph defaultGraph, boolean onDisk) {
    dataset.getContext().set(TDB2.symUnionDefaultGraph, defaultGraph == DefaultGraph.UNION);
    GeoFunctions.addTo(dataset.getContext());
    this.dataset = dataset;
    this.defaultGraph = defaultGraph;
    this.guarded = new CompactableDataset(dataset);
    this.onDisk = onDisk;
  }

  /**
   * Opens a database in a directory of its own as what it was made. A new one has the union of all
   * named graphs as default graph.
   *
   * @throws UncheckedIOException if the directory cannot be made
   */
  public static Store onDisk(Path directory) {
    DatasetGraph dataset = connect(directory);
    return new Store(dataset, madeWith(dataset).orElse(DefaultGraph.UNION), true);
  }

  /**
   * Opens or makes a database in a directory of its own.
   *
   * @throws StoreException if it was made with another default graph
   * @throws UncheckedIOException if the directory cannot be made
   */
  public static Store onDisk(Path directory, DefaultGraph defaultGraph) {
    DatasetGraph dataset = connect(directory);
    DefaultGraph made = madeWith(dataset).orElse(defaultGraph);
    if (made != defaultGraph) {
      TDBInternal.expel(dataset);
      throw new StoreException(
          "The store in "
              + directory
              + " was made with the default graph "
              + name(made)
              + ", in which its statements mean something else than with "
              + name(defaultGraph)
              + ". Open it with "
              + name(made)
              + ", or make another one in a new data directory.");
    }
    return new Store(dataset, defaultGraph, true);
  }

  /** Makes an empty database that is gone with the process, on the union of all named graphs. */
  public static Store inMemory() {
    return inMemory(DefaultGraph.UNION);
  }

  /** Makes an empty database that is gone with the process. */
  public static Store inMemory(DefaultGraph defaultGraph) {
    return new Store(DatabaseMgr.createDatasetGraph(), defaultGraph, false);
  }

  private static DatasetGraph connect(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return DatabaseMgr.connectDatasetGraph(directory.toString());
  }

  /**
   * What a store's default graph is, told by where its state stands; empty for a new one. The
   * prefixes come first: nobody can write to them, while a default graph may hold anything.
   */
  private static Optional<DefaultGraph> madeWith(DatasetGraph dataset) {
    return dataset.calculateRead(
        () ->
            Stream.of(DefaultGraph.SEPARATE, DefaultGraph.UNION)
                .filter(kind -> kind.state(dataset).identity().isPresent())
                .findFirst());
  }

  private static String name(DefaultGraph defaultGraph) {
    return defaultGraph.name().toLowerCase(Locale.ROOT);
  }

  DefaultGraph defaultGraph() {
    return defaultGraph;
  }

  /** What the store notes of itself. */
  StoreState state() {
    return defaultGraph.state(dataset);
  }

  DatasetGraph dataset() {
    return guarded;
  }

  /**
   * Gives back the room that earlier commits took on disk. It waits for those who read or write,
   * and who comes meanwhile waits for it.
   *
   * @return whether there was anything to do: not for a database in memory
   */
  boolean compact() {
    if (onDisk) {
      guarded.alone(() -> DatabaseMgr.compact(dataset, true));
    }
    return onDisk;
  }

  @Override
  public void close() {
    if (onDisk) {
      TDBInternal.expel(dataset);
    } else {
      dataset.close();
    }
  }
}
