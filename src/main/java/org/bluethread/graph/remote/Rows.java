package org.bluethread.graph.remote;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.atlas.iterator.IteratorCloseable;
import org.apache.jena.sparql.engine.binding.Binding;
import org.bluethread.execution.StopSignal;
import org.bluethread.terms.Terms;
import org.eclipse.rdf4j.common.exception.RDF4JException;
import org.eclipse.rdf4j.query.TupleQuery;
import org.eclipse.rdf4j.query.TupleQueryResult;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rows of an endpoint, read while they come. For one thread, which closes them. */
final class Rows implements IteratorCloseable<Binding>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Rows.class);

  private final SparqlClient client;
  private final RepositoryConnection connection;

  /** RDF4J ends an answer whose query nobody holds any more. */
  private final TupleQuery query;

  private final TupleQueryResult result;
  private final StopSignal signal;
  private final BrokenOff breaker;
  private boolean finished;
  private boolean closed;

  Rows(
      SparqlClient client,
      RepositoryConnection connection,
      TupleQuery query,
      TupleQueryResult result,
      StopSignal signal,
      BrokenOff breaker) {
    this.client = client;
    this.connection = connection;
    this.query = query;
    this.result = result;
    this.signal = signal;
    this.breaker = breaker;
  }

  @Override
  public boolean hasNext() {
    if (closed) {
      return false;
    }
    signal.check();
    try {
      boolean more = result.hasNext();
      if (!more) {
        signal.check(); // What was broken off may look like an end.
        finished = true;
        close();
      }
      return more;
    } catch (RuntimeException e) {
      throw client.failure(e, signal);
    }
  }

  @Override
  public Binding next() {
    try {
      return Terms.row(result.next());
    } catch (RuntimeException e) {
      throw client.failure(e, signal);
    }
  }

  /** All of them, which are then closed. */
  List<Binding> all() {
    try (this) {
      List<Binding> all = new ArrayList<>();
      forEachRemaining(all::add);
      return all;
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      signal.forget(breaker);
      if (!finished) {
        breaker.run(); // Closing would read what is left, however long that is.
      }
      try (connection) {
        result.close();
      } catch (RDF4JException e) {
        LOG.debug("An answer that nobody reads to its end did not close", e);
      }
    }
  }

  @Override
  public String toString() {
    return query.toString();
  }
}
