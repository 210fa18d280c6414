package org.bluethread.query;

import java.time.Duration;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.bluethread.execution.Execution;
import org.bluethread.graph.Snapshot;

/**
 * A query at work on a snapshot. Belongs to the snapshot's transaction and thread and must be
 * closed before the transaction ends; only {@link #cancel} may be called from anywhere.
 */
public final class QueryRun implements AutoCloseable {
  private final Execution execution;
  private final Answer answer;

  private QueryRun(Execution execution, Answer answer) {
    this.execution = execution;
    this.answer = answer;
  }

  /**
   * Begins to ask for everything.
   *
   * @param timeout how long finding and reading the answer may take; must not be zero
   * @throws QueryCancelledException if the time is over before the answer begins; once it has
   *     begun, its iterator throws the same
   */
  public static QueryRun start(BoundQuery bound, Snapshot snapshot, Duration timeout) {
    return start(bound, Part.ALL, snapshot, timeout);
  }

  /**
   * Begins to ask.
   *
   * <p>All rows come as the engine finds and orders them. A part of them is found by reading all,
   * of which no more are held than the part and what its offset leaves out; what ORDER BY leaves
   * equal then comes in the order of the columns.
   *
   * @param part the rows that are wanted; answers other than rows have no parts
   * @param timeout how long finding and reading the answer may take; must not be zero
   * @throws ParameterException if the part begins after what is no place in this query's order
   * @throws QueryCancelledException if the time is over before the answer begins; once it has
   *     begun, its iterator throws the same
   */
  public static QueryRun start(BoundQuery bound, Part part, Snapshot snapshot, Duration timeout) {
    Query asked = bound.sparql();
    boolean ordered = asked.isSelectType() && !part.equals(Part.ALL);
    Optional<RowOrder> order = ordered ? Optional.of(new RowOrder(asked)) : Optional.empty();
    Optional<RowPicker> picker = order.map(rows -> new RowPicker(rows, part));
    Query query = order.map(RowOrder::query).orElse(asked);
    Execution execution = Execution.start(query, snapshot.dataset(), timeout);
    try {
      return new QueryRun(execution, answer(execution, query, picker));
    } catch (RuntimeException e) {
      execution.close();
      throw e;
    }
  }

  private static Answer answer(Execution execution, Query query, Optional<RowPicker> picker) {
    return switch (query.queryType()) {
      case SELECT ->
          picker
              .map(part -> part.pick(execution.rows()))
              .orElseGet(() -> new Answer.Rows(execution.rows(), Optional.empty()));
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
   * Stops the work: the answer's iterator throws {@link QueryCancelledException} at its next step.
   */
  public void cancel() {
    execution.stop();
  }

  @Override
  public void close() {
    execution.close();
  }
}
