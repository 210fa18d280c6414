package org.bluethread.endpoint;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Iterator;
import java.util.function.LongConsumer;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryExecException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.bluethread.execution.Execution;

/** One query on its way to its answer, and what became of it. For one request. */
final class Answering {
  private final SparqlQuery asked;
  private final AnswerWriter writer;
  private final AnswerLimits limits;
  private final LongConsumer begin;
  private final HttpServletResponse response;
  private boolean complete;
  private RuntimeException failure = new IllegalStateException("The query was not asked.");

  Answering(
      SparqlQuery asked,
      AnswerFormat format,
      AnswerLimits limits,
      LongConsumer begin,
      HttpServletResponse response) {
    this.asked = asked;
    this.writer = new AnswerWriter(format, limits.rows(), response);
    this.limits = limits;
    this.begin = begin;
    this.response = response;
  }

  SparqlQuery asked() {
    return asked;
  }

  /**
   * Answers, or remembers why not.
   *
   * @param query what is asked, without FROM
   * @param dataset in a read transaction, with FROM applied
   * @param commit the commit that the transaction stands at
   */
  void answer(Query query, DatasetGraph dataset, long commit) {
    begin.accept(commit);
    try (Execution execution = Execution.start(query, dataset, limits.time())) {
      Nesting.bounded(() -> sendUnlessStopped(execution, query));
      complete = execution.failure().isEmpty();
      execution.failure().ifPresent(this::refuse);
    } catch (QueryCancelledException e) {
      failure = new TimeLimitException(limits.time());
    } catch (QueryBuildException | QueryExecException e) {
      failure = new UnusableRequestException(e);
    } catch (RuntimeException e) {
      failure = e;
    } catch (Error e) {
      // Fuseki would keep it to itself.
      failure = new IllegalStateException("The query ended in an error of the machine.", e);
    }
  }

  /** Remembers why the query is not asked. */
  void refuse(RuntimeException why) {
    failure = why;
  }

  private void sendUnlessStopped(Execution execution, Query query) {
    try {
      send(execution, query);
    } catch (NullPointerException e) {
      // Jena's hash join trips over itself when it is stopped before it began.
      throw execution.failure().orElse(execution.isStopped() ? new QueryCancelledException() : e);
    } catch (QueryCancelledException e) {
      throw execution.failure().orElse(e);
    }
  }

  private void send(Execution execution, Query query) {
    switch (asked.kind()) {
      case ROWS -> writer.rows(execution.rows());
      case TRUTH -> writer.truth(execution.truth());
      case GRAPH -> writer.statements(triples(execution, query), query.getPrefixMapping());
    }
  }

  private static Iterator<Triple> triples(Execution execution, Query query) {
    return query.isDescribeType() ? execution.description() : execution.construction();
  }

  /**
   * @throws RuntimeException what went wrong before the answer began
   * @throws BrokenAnswerException if something went wrong afterwards
   */
  void throwUnlessComplete() {
    if (complete) {
      return;
    }
    if (response.isCommitted()) {
      throw new BrokenAnswerException(failure);
    }
    response.resetBuffer();
    throw failure;
  }
}
