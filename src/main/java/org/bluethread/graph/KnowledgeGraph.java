package org.bluethread.graph;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.bluethread.gate.Delta;
import org.bluethread.gate.Report;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The graph with its one way in. Every write, whichever door it comes by, runs through the same
 * steps: a transaction opens, blank nodes get the form they are stored in, the gate judges what the
 * change would leave behind, and then there is one commit with one entry in the commit log, or
 * nothing at all.
 *
 * <p>Safe for threads. Readers never wait for writers and see the last commit before they began;
 * writers wait for one another. A compaction waits for all of them, and they for it.
 */
public final class KnowledgeGraph implements AutoCloseable {
  /** How many changed quads a dry run keeps in memory at the most. */
  public static final int MOST_QUADS_TRIED = 1_000_000;

  private static final Logger LOG = LoggerFactory.getLogger(KnowledgeGraph.class);

  private final Store store;
  private final StoreState state;
  private final CommitLog log;
  private final CommitHistory history;
  private final Clock clock;
  private final String storeId;
  private final ReentrantLock writing = new ReentrantLock(true);
  private final List<CommitListener> listeners = new CopyOnWriteArrayList<>();
  private final GateInForce gate = new GateInForce();
  private volatile long lastCommit;
  private volatile Optional<Instant> lastRefresh = Optional.empty();

  /**
   * Opens the graph and brings store and commit log to one state.
   *
   * @param store the store, which is closed with the graph
   * @param logDirectory where the commit log stands
   * @throws StoreException if store and log do not belong together
   */
  public static KnowledgeGraph open(Store store, Path logDirectory) {
    try {
      return new KnowledgeGraph(store, CommitLog.open(logDirectory), Clock.systemUTC());
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private KnowledgeGraph(Store store, CommitLog log, Clock clock) {
    this.store = store;
    this.state = store.state();
    this.log = log;
    this.history = new CommitHistory(store, log);
    this.clock = clock;
    DatasetGraph dataset = store.dataset();
    this.storeId =
        dataset
            .calculateRead(state::identity)
            .orElseGet(() -> dataset.calculateWrite(state::identify));
    long commit = dataset.calculateRead(state::commit);
    log.reconcile(storeId, commit);
    this.lastCommit = commit;
  }

  /** The identity of the store; it stays when the data moves with its directory. */
  public String storeId() {
    return storeId;
  }

  /** What the default graph of queries and writes is. */
  public DefaultGraph defaultGraph() {
    return store.defaultGraph();
  }

  /**
   * The dataset for readers that bring transactions of their own. Queries on it see what {@link
   * #defaultGraph} says. It must not be written.
   */
  public DatasetGraph dataset() {
    return store.dataset();
  }

  /** The number of the last commit as a running transaction on {@link #dataset()} sees it. */
  public long commitSeen() {
    return state.commit();
  }

  /** The number of the last commit, without a transaction. */
  public long lastCommit() {
    return lastCommit;
  }

  /**
   * Reads one state of the graph.
   *
   * @param reader is called once in a read transaction of this thread; what it returns must not
   *     need the transaction any more
   */
  public <T> T read(Function<Snapshot, T> reader) {
    DatasetGraph dataset = store.dataset();
    dataset.begin(TxnType.READ);
    try {
      return reader.apply(new Snapshot(dataset, state.commit()));
    } finally {
      dataset.end();
    }
  }

  /**
   * Whether others hold the store, and this program only reads it. It has no commits then, and the
   * numbers of commits count how often it was {@linkplain #refresh refreshed}.
   */
  public boolean isElsewhere() {
    return store.isElsewhere();
  }

  /**
   * When reading a store elsewhere anew began, the last time that it came to its end; empty if it
   * never did, or the store is this program's own.
   */
  public Optional<Instant> lastRefresh() {
    return lastRefresh;
  }

  /**
   * Finds out whether the store answers.
   *
   * @throws StoreElsewhereException if it does not
   */
  public void check() {
    store.check();
  }

  /**
   * Lets all that is derived be read anew from a store elsewhere, which tells nobody when it
   * changes. What there was stays in use until it is replaced.
   *
   * @return when reading began
   * @throws IllegalStateException if the store is this program's own, which needs no such thing
   * @throws StoreElsewhereException if the store fails; what there was then stays
   */
  public Instant refresh() {
    if (!isElsewhere()) {
      throw new IllegalStateException("What is derived follows the commits of this store");
    }
    writing.lock();
    try {
      Instant began = clock.instant().truncatedTo(ChronoUnit.SECONDS);
      store.forget();
      long next = lastCommit + 1;
      DatasetGraph dataset = store.dataset();
      dataset.begin(TxnType.READ);
      try {
        Snapshot snapshot = new Snapshot(dataset, next);
        listeners.forEach(listener -> listener.refreshed(snapshot));
      } finally {
        dataset.end();
      }
      state.setCommit(next);
      lastCommit = next;
      lastRefresh = Optional.of(began);
      return began;
    } finally {
      writing.unlock();
    }
  }

  /** Lets something follow the commits from now on. */
  public void addListener(CommitListener listener) {
    listeners.add(listener);
  }

  /**
   * Makes a change, or nothing of it.
   *
   * @return what became of it
   * @throws RefusedException if the gate refuses what it would leave behind
   * @throws ReleaseGraphException if it touches a graph of the release and the author may not
   * @throws org.bluethread.gate.BrokenShapesException if it would leave shapes that cannot be read
   * @throws ReadOnlyException if others hold the store
   * @throws RuntimeException whatever the change throws
   */
  public Outcome write(WriteRequest request) {
    refuseElsewhere();
    writing.lock();
    try {
      DatasetGraph dataset = store.dataset();
      log.reconcile(storeId, read(Snapshot::commit));
      dataset.begin(TxnType.WRITE);
      try {
        return commit(request, dataset);
      } catch (RuntimeException | Error e) {
        if (dataset.isInTransaction()) {
          dataset.abort();
        }
        throw e;
      } finally {
        dataset.end();
      }
    } finally {
      writing.unlock();
    }
  }

  private void refuseElsewhere() {
    if (isElsewhere()) {
      throw new ReadOnlyException();
    }
  }

  private Outcome commit(WriteRequest request, DatasetGraph dataset) {
    ChangeRecorder target = new ChangeRecorder(dataset, defaultGraph(), request.skolemSeed());
    request.change().apply(target);
    Delta delta = target.delta();
    if (delta.isEmpty()) {
      dataset.abort();
      return outcome(Optional.empty(), Report.CLEAN, target);
    }
    if (!request.author().mayRelease()) {
      refuseReleaseGraphs(dataset, delta);
    }
    GateInForce.Verdict verdict = judge(dataset, delta);
    Report report = verdict.report();
    if (!report.passes()) {
      throw new RefusedException(report);
    }
    Commit commit = describe(request, state.commit() + 1, delta, report);
    state.setCommit(commit.number());
    Removals.note(dataset, delta, commit.number());
    log.prepare(storeId, commit, delta);
    dataset.commit();
    dataset.end();
    gate.follow(verdict);
    lastCommit = commit.number();
    confirm(commit.number());
    tellListeners(delta);
    return outcome(Optional.of(commit), report, target);
  }

  /** The commit stands even if its entry cannot be confirmed now: the next write sees to it. */
  private void confirm(long number) {
    try {
      log.confirm(number);
    } catch (UncheckedIOException e) {
      LOG.error("The entry of commit {} in the commit log could not be confirmed", number, e);
    }
  }

  /**
   * Tells the listeners. The commit stands whatever they do: one that fails is left behind the
   * graph, which it notices by the number of the next commit.
   */
  private void tellListeners(Delta delta) {
    for (CommitListener listener : listeners) {
      try {
        read(
            snapshot -> {
              listener.committed(snapshot, delta);
              return snapshot;
            });
      } catch (RuntimeException e) {
        LOG.error("A listener could not follow the last commit; it will catch up with the next", e);
      }
    }
  }

  /**
   * Tries a change without making it: no lock is taken and nothing is stored.
   *
   * @return what would become of it; the report holds violations if it would be refused
   * @throws TooLargeException if it changes more than {@link #MOST_QUADS_TRIED} quads
   * @throws org.bluethread.gate.BrokenShapesException if it would leave shapes that cannot be read
   * @throws ReadOnlyException if others hold the store
   * @throws RuntimeException whatever the change throws
   */
  public Outcome tryOut(WriteRequest request) {
    refuseElsewhere();
    return read(
        snapshot -> {
          OverlayDataset overlay =
              new OverlayDataset(snapshot.dataset(), defaultGraph(), MOST_QUADS_TRIED);
          ChangeRecorder target = new ChangeRecorder(overlay, defaultGraph(), request.skolemSeed());
          request.change().apply(target);
          return outcome(Optional.empty(), judge(overlay, target.delta()).report(), target);
        });
  }

  private GateInForce.Verdict judge(DatasetGraph dataset, Delta delta) {
    return gate.judge(defaultGraph().judged(dataset), delta);
  }

  private static void refuseReleaseGraphs(DatasetGraph dataset, Delta delta) {
    for (Node graph : delta.graphs()) {
      if (ShippedGraphs.contains(dataset, graph)) {
        throw new ReleaseGraphException(graph.getURI());
      }
    }
  }

  private Commit describe(WriteRequest request, long number, Delta delta, Report report) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    String verdict =
        report.results().isEmpty() ? "conforms" : report.results().size() + " warnings";
    return new Commit(
        number,
        now,
        request.author().name(),
        request.door(),
        request.message(),
        verdict,
        delta.added().size(),
        delta.removed().size());
  }

  private static Outcome outcome(Optional<Commit> commit, Report report, ChangeRecorder target) {
    Delta delta = target.delta();
    return new Outcome(
        commit, report, delta.added().size(), delta.removed().size(), target.heldElsewhere());
  }

  /** The commits there were. */
  public CommitHistory history() {
    return history;
  }

  /**
   * Gives back the room that earlier commits took on disk. It waits for those who read or write,
   * and who comes meanwhile waits for it.
   *
   * @return whether there was anything to do: not for a store in memory
   */
  public boolean compact() {
    writing.lock();
    try {
      return store.compact();
    } finally {
      writing.unlock();
    }
  }

  /** Closes the store; no reader or writer may be at work. */
  @Override
  public void close() {
    writing.lock();
    try {
      store.close();
    } finally {
      writing.unlock();
    }
  }
}
