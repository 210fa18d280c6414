package org.bluethread.support;

import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.DatabaseMgr;
import org.bluethread.graph.KnowledgeGraph;

/** A bare Fuseki server on a free port, over TDB2, whose default graph is one of its own. */
public final class FusekiStore implements AutoCloseable {
  private final DatasetGraph dataset = DatabaseMgr.createDatasetGraph();
  private final FusekiServer server;

  private FusekiStore() {
    server = FusekiServer.create().loopback(true).port(0).add("/ds", dataset).build().start();
  }

  /** A server that holds nothing. */
  public static FusekiStore empty() {
    return new FusekiStore();
  }

  /** A server that holds what a graph does. */
  public static FusekiStore of(KnowledgeGraph graph) {
    FusekiStore store = new FusekiStore();
    store.dataset.executeWrite(
        () ->
            graph.read(
                snapshot -> {
                  snapshot
                      .dataset()
                      .findNG(null, null, null, null)
                      .forEachRemaining(store.dataset::add);
                  return snapshot;
                }));
    return store;
  }

  /** The address of its SPARQL endpoint. */
  public String address() {
    return "http://127.0.0.1:" + server.getPort() + "/ds/sparql";
  }

  /** Adds a statement. */
  public void add(Quad quad) {
    dataset.executeWrite(() -> dataset.add(quad));
  }

  @Override
  public void close() {
    server.stop();
  }
}
