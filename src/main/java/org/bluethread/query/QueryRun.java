package org.bluethread.query;

import java.time.Duration;
import org.apache.jena.query.Query;
import org.bluethread.execution.Execution;
import org.bluethread.graph.Snapshot;

/**
 * A query at work on a snapshot. Belongs to the snapshot's transaction and thread and must be
 * closed before the transaction ends; only {@link #cancel} may be called from anywhere.
 */
public final class QueryRun implements AutoCloseable {
  private final Execution execution;
  private final Answer answer;

  private QueryRun(Execution execution, Query query) {
    this.execution = execution;
    this.answer = answer(execution, query);
  }

  /**
   * Begins to ask.
   *
   * @param timeout how long finding and reading the answer may take; must not be zero
   * @throws org.apache.jena.query.QueryCancelledException if the time is over before the answer
   *     begins; once it has begun, its iterator throws the same
   */
  public static QueryRun start(BoundQuery bound, Snapshot snapshot, Duration timeout) {
    Query query = bound.sparql();
    Execution execution = Execution.start(query, snapshot.dataset(), timeout);
    try {
      return new QueryRun(execution, query);
    } catch (RuntimeException e) {
      execution.close();
      throw e;
    }
  }

  private static Answer answer(Execution execution, Query query) {
    return switch (query.queryType()) {
      case SELECT -> new Answer.Rows(execution.rows());
      case ASK -> new Answer.Truth(execution.truth());
      case CONSTRUCT -> new Answer.Triples(execution.construction());
      case DESCRIBE -> new Answer.Triples(execution.description());
      case CONSTRUCT_JSON, UNKNOWN ->
          throw new IllegalStateException(
              "The shelf holds no queries of type " + query.queryType());
    };
  }

  /** The answer, which can be read until this is closed. */
  public Answer answer() {
    return answer;
  }

  /**
   * Stops the work: the answer's iterator throws {@link
   * org.apache.jena.query.QueryCancelledException} at its next step.
   */
  public void cancel() {
    execution.stop();
  }

  @Override
  public void close() {
    execution.close();
  }
}
