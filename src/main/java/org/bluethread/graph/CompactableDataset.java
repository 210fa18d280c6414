package org.bluethread.graph;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;

/**
 * A TDB2 dataset whose transactions and compaction exclude each other.
 *
 * <p>It shows no prefixes and keeps none: what the store has of them is not data (see {@link
 * StateInPrefixes}).
 *
 * <p>TDB2 exchanges the database under its dataset at the end of a compaction. A transaction that
 * began before and ends after would end on the new database, and the compaction would wait for the
 * old one for ever; so here no transaction runs while the exchange is due. Queries see through (it
 * is a plain wrapper, not a view). Safe for threads as TDB2 is: a transaction belongs to its
 * thread.
 */
final class CompactableDataset extends DatasetGraphWrapper {
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);

  CompactableDataset(DatasetGraph tdb2) {
    super(tdb2);
  }

  /** Does a piece of work while no transaction runs, after those that do have ended. */
  void alone(Runnable work) {
    lock.writeLock().lock();
    try {
      work.run();
    } finally {
      lock.writeLock().unlock();
    }
  }

  @Override
  public PrefixMap prefixes() {
    return PrefixMapFactory.create();
  }

  @Override
  public void begin(TxnType type) {
    lock.readLock().lock();
    try {
      super.begin(type);
    } catch (RuntimeException | Error e) {
      lock.readLock().unlock();
      throw e;
    }
  }

  @Override
  public void begin(ReadWrite mode) {
    begin(TxnType.convert(mode));
  }

  @Override
  public void begin() {
    begin(TxnType.READ_PROMOTE);
  }

  @Override
  public void commit() {
    try {
      super.commit();
    } finally {
      release();
    }
  }

  @Override
  public void abort() {
    try {
      super.abort();
    } finally {
      release();
    }
  }

  @Override
  public void end() {
    try {
      super.end();
    } finally {
      release();
    }
  }

  /** Gives the thread's hold back once its transaction is over, however often it is ended. */
  private void release() {
    if (lock.getReadHoldCount() > 0 && !isInTransaction()) {
      lock.readLock().unlock();
    }
  }
}
