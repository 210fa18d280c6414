package org.bluethread.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.bluethread.geometry.GeoFunctions;

/**
 * A TDB2 database, on disk or in memory, whose queries see the union of all named graphs as default
 * graph and may call the functions of GeoSPARQL. Its own default graph is not for data.
 *
 * <p>Safe for threads as TDB2 is: many readers and one writer, each in a transaction.
 */
public final class Store implements AutoCloseable {
  private final DatasetGraph dataset;
  private final CompactableDataset guarded;
  private final boolean onDisk;

  private Store(DatasetGraph dataset, boolean onDisk) {
    dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
    GeoFunctions.addTo(dataset.getContext());
    this.dataset = dataset;
    this.guarded = new CompactableDataset(dataset);
    this.onDisk = onDisk;
  }

  /**
   * Opens or makes a database in a directory of its own.
   *
   * @throws UncheckedIOException if the directory cannot be made
   */
  public static Store onDisk(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Store(DatabaseMgr.connectDatasetGraph(directory.toString()), true);
  }

  /** Makes an empty database that is gone with the process. */
  public static Store inMemory() {
    return new Store(DatabaseMgr.createDatasetGraph(), false);
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
