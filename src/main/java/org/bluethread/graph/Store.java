package org.bluethread.graph;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * What holds the statements: a TDB2 database of this program's own, on disk or in memory, or a
 * store elsewhere that this program only reads. Queries on each may call the functions of
 * GeoSPARQL. What their default graph is, a store is made with and keeps.
 *
 * <p>Safe for threads: many readers, and one writer if it can be written, each in a transaction.
 */
public abstract class Store implements AutoCloseable {
  /** For the stores of this package. */
  Store() {}

  /**
   * Opens a database in a directory of its own as what it was made. A new one has the union of all
   * named graphs as default graph.
   *
   * @throws UncheckedIOException if the directory cannot be made
   */
  public static Store onDisk(Path directory) {
    return Tdb2Store.open(directory);
  }

  /**
   * Opens or makes a database in a directory of its own.
   *
   * @throws StoreException if it was made with another default graph
   * @throws UncheckedIOException if the directory cannot be made
   */
  public static Store onDisk(Path directory, DefaultGraph defaultGraph) {
    return Tdb2Store.open(directory, defaultGraph);
  }

  /** Makes an empty database that is gone with the process, on the union of all named graphs. */
  public static Store inMemory() {
    return inMemory(DefaultGraph.UNION);
  }

  /** Makes an empty database that is gone with the process. */
  public static Store inMemory(DefaultGraph defaultGraph) {
    return Tdb2Store.empty(defaultGraph);
  }

  /**
   * A store elsewhere, whose queries see the union of its named graphs. Others write to it, and it
   * tells nobody when.
   *
   * @param source how to read it; closed with the store
   */
  public static Store elsewhere(Source source) {
    return new StoreElsewhere(source);
  }

  /** How to read a store elsewhere. */
  public interface Source extends AutoCloseable {
    /** What tells it from others, without its credentials. */
    String name();

    /** Its dataset, whose transactions are of this program alone. It is not to be written. */
    DatasetGraph dataset();

    /**
     * Finds out whether it answers.
     *
     * @throws StoreElsewhereException if it does not
     */
    void check();

    /** Forgets what it knows of the store, which may have changed since. */
    void forget();

    @Override
    void close();
  }

  /** Whether others hold and write it: it has no commits then, and this program only reads it. */
  boolean isElsewhere() {
    return false;
  }

  /**
   * Finds out whether it answers.
   *
   * @throws StoreElsewhereException if it does not
   */
  void check() {}

  /** Forgets what is known of a store elsewhere. */
  void forget() {}

  abstract DefaultGraph defaultGraph();

  /** What the store notes of itself. */
  abstract StoreState state();

  abstract DatasetGraph dataset();

  /**
   * Gives back the room that earlier commits took on disk. It waits for those who read or write,
   * and who comes meanwhile waits for it.
   *
   * @return whether there was anything to do: only for a database on disk
   */
  abstract boolean compact();

  @Override
  public abstract void close();
}
