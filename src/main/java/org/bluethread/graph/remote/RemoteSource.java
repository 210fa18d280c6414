package org.bluethread.graph.remote;

import java.time.Duration;
import org.apache.jena.sparql.core.DatasetGraph;
import org.bluethread.execution.TimeLimit;
import org.bluethread.graph.Store;

/**
 * A store elsewhere that answers SPARQL 1.1 queries, as a source of this program's. Safe for
 * threads.
 */
public final class RemoteSource implements Store.Source {
  private static final Duration TO_ANSWER_AT_ALL = Duration.ofSeconds(5);

  private final SparqlClient client;
  private final RemoteDataset dataset;

  /**
   * Does not ask anything yet.
   *
   * @param endpoint where the store answers
   */
  public RemoteSource(Endpoint endpoint) {
    this.client = new SparqlClient(endpoint);
    this.dataset = new RemoteDataset(client);
  }

  @Override
  public String name() {
    return client.name();
  }

  @Override
  public DatasetGraph dataset() {
    return dataset;
  }

  @Override
  public void check() {
    TimeLimit.within(TO_ANSWER_AT_ALL, client::isAlive);
  }

  @Override
  public void forget() {
    dataset.forget();
  }

  @Override
  public void close() {
    client.close();
  }
}
