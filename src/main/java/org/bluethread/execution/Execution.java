package org.bluethread.execution;

import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets.DynamicDatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;
import org.apache.jena.tdb2.TDB2;

/**
 * A query at work on a dataset, which can be stopped at any time and stops by itself when its time
 * is over. A flag is looked at for every tuple read from the store, for every row between two
 * operators, for every step of a property path and a few times in a thousand characters that a
 * regular expression looks at; who finds it set throws {@link QueryCancelledException}, and so the
 * answer's iterator does, or the method that gives it.
 *
 * <p>Other hosts are asked only by a service executor that the dataset's context brings. Belongs to
 * the thread and the read transaction it was started in and must be closed before that ends; only
 * {@link #stop} may be called from anywhere.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-query/">SPARQL 1.1 Query Language</a>
 */
public final class Execution implements AutoCloseable {
  private static final Symbol RUNNING = Symbol.create("https://w3id.org/bluethread/running");

  private final Query query;
  private final DatasetGraph dataset;
  private final StopSignal signal = new StopSignal();
  private final QueryExec engine;
  private final RunningQuery running;

  private Execution(Query query, DatasetGraph dataset, Duration timeout) {
    this.query = query;
    this.dataset = dataset;
    this.running = new RunningQuery(signal, timeout);
    this.engine = engine(query.isDescribeType() ? Describing.toSelect(query) : query);
    RunningQueries.HERE.add(running);
  }

  /**
   * Begins to ask.
   *
   * @param dataset in a read transaction of this thread
   * @param timeout how long finding and reading the answer may take; more than nothing
   */
  public static Execution start(Query query, DatasetGraph dataset, Duration timeout) {
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("A timeout must be more than nothing: " + timeout);
    }
    return new Execution(query, dataset, timeout);
  }

  private QueryExec engine(Query runnable) {
    Context context = Context.setupContextForDataset(ARQ.getContext(), dataset);
    context.set(ARQ.httpServiceAllowed, false);
    context.set(ARQConstants.symCancelQuery, signal.flag());
    context.set(RUNNING, running);
    context.set(ARQConstants.sysOptimizerFactory, new StoppableFunctions(signal));
    signal.into(context);
    StoppableExecutor.into(context, signal);
    return QueryExec.dataset(dataset).query(runnable).context(context).build();
  }

  /**
   * How much time a query at work has left.
   *
   * @param context of the query; it must have been started here
   * @throws QueryCancelledException if there is none
   */
  public static Duration timeLeft(Context context) {
    RunningQuery running = context.get(RUNNING);
    Duration left = running.timeLeft();
    if (left.isNegative() || left.isZero()) {
      throw new QueryCancelledException();
    }
    return left;
  }

  /**
   * Ends a query at work for a reason. Where it is in a FILTER, Jena takes an exception for the
   * FILTER's being false and goes on.
   *
   * @param context of the query; it must have been started here
   * @return the reason
   */
  public static RuntimeException fail(Context context, RuntimeException why) {
    RunningQuery running = context.get(RUNNING);
    running.fail(why);
    return why;
  }

  /** Why it ended; empty if nothing made it {@linkplain #fail fail}. */
  public Optional<RuntimeException> failure() {
    return running.failure();
  }

  /** The rows of {@code SELECT}, found while they are read. */
  public RowSet rows() {
    return engine.select();
  }

  /** Whether {@code ASK} has a solution. */
  public boolean truth() {
    return engine.ask();
  }

  /** What {@code CONSTRUCT} makes, found while it is read; the same triple may come twice. */
  public Iterator<Triple> construction() {
    return engine.constructTriples();
  }

  /**
   * What {@code DESCRIBE} finds: the statements of the default graph with one of the things as
   * subject, and those of the blank nodes they lead to. Found while they are read, each once.
   */
  public Iterator<Triple> description() {
    Iterator<Node> things = Describing.things(query, engine.select());
    return Describing.statements(things, new StoppableGraph(defaultGraph(), signal));
  }

  /** What patterns without GRAPH see. */
  private Graph defaultGraph() {
    boolean union =
        !(dataset instanceof DynamicDatasetGraph)
            && dataset.getContext().isTrue(TDB2.symUnionDefaultGraph);
    return union ? dataset.getUnionGraph() : dataset.getDefaultGraph();
  }

  /** Ends the work: whoever reads the answer gets {@link QueryCancelledException}. */
  public void stop() {
    signal.set();
  }

  /** Whether it has been stopped, or its time is over. */
  public boolean isStopped() {
    return signal.isSet();
  }

  @Override
  public void close() {
    RunningQueries.HERE.remove(running);
    engine.close();
  }
}
