package org.bluethread.endpoint;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.function.LongConsumer;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryExecException;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.util.Context;
import org.bluethread.execution.Execution;

/** One query on its way to its answer, and what became of it. For one request. */
final class Answering {
  private final SparqlQuery asked;
  private final AnswerFormat format;
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
    this.format = format;
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
      complete = true;
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
      throw execution.isStopped() ? new QueryCancelledException() : e;
    }
  }

  private void send(Execution execution, Query query) {
    try {
      switch (asked.kind()) {
        case ROWS -> send(bounded(execution.rows()));
        case TRUTH -> send(execution.truth());
        case GRAPH ->
            new Statements(format, query, limits.rows())
                .send(triples(execution, query), this::open);
      }
    } catch (IOException e) {
      throw new RuntimeIOException(e);
    }
  }

  private static Iterator<Triple> triples(Execution execution, Query query) {
    return query.isDescribeType() ? execution.description() : execution.construction();
  }

  private RowSet bounded(RowSet rows) {
    return RowSetStream.create(
        rows.getResultVars(), new Bounded<>(rows, limits.rows(), TooManyRowsException::new));
  }

  private void send(RowSet rows) throws IOException {
    writer().write(open(), rows, Context.emptyContext());
  }

  private void send(boolean truth) throws IOException {
    writer().write(open(), truth, Context.emptyContext());
  }

  private RowSetWriter writer() {
    return RowSetWriterRegistry.getFactory(format.lang()).create(format.lang());
  }

  /** Begins the answer. */
  private OutputStream open() throws IOException {
    response.setStatus(HttpServletResponse.SC_OK);
    response.setContentType(format.mediaType());
    response.setCharacterEncoding("utf-8");
    return new AnswerStream(response.getOutputStream());
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
