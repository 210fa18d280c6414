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
 * A TDB2 database, on disk or in memory.
 *
 * <p>Safe for threads as TDB2 is: many readers and one writer, each in a transaction.
 */
final class Tdb2Store extends Store {
  private final DatasetGraph dataset;
  private final DefaultGraph defaultGraph;
  private final CompactableDataset guarded;
  private final boolean onDisk;

  private Tdb2Store(DatasetGraph dataset, DefaultGraph defaultGraph, boolean onDisk) {
    dataset.getContext().set(TDB2.symUnionDefaultGraph, defaultGraph == DefaultGraph.UNION);
    GeoFunctions.addTo(dataset.getContext());
    this.dataset = dataset;
    this.defaultGraph = defaultGraph;
    this.guarded = new CompactableDataset(dataset);
    this.onDisk = onDisk;
  }

  static Store open(Path directory) {
    DatasetGraph dataset = connect(directory);
    return new Tdb2Store(dataset, madeWith(dataset).orElse(DefaultGraph.UNION), true);
  }

  static Store open(Path directory, DefaultGraph defaultGraph) {
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
    return new Tdb2Store(dataset, defaultGraph, true);
  }

  static Store empty(DefaultGraph defaultGraph) {
    return new Tdb2Store(DatabaseMgr.createDatasetGraph(), defaultGraph, false);
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

  @Override
  DefaultGraph defaultGraph() {
    return defaultGraph;
  }

  @Override
  StoreState state() {
    return defaultGraph.state(dataset);
  }

  @Override
  DatasetGraph dataset() {
    return guarded;
  }

  @Override
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
