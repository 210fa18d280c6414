package org.bluethread.support;

import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.DatabaseMgr;
import org.bluethread.graph.KnowledgeGraph;

/** A bare Fuseki server on a free port, over TDB2, whose default graph is one of its own. */
public final class FusekiStore implements AutoCloseable {
  private final DatasetGraph dataset;
  private final FusekiServer server;

  private FusekiStore(DatasetGraph dataset) {
    this.dataset = dataset;
    this.server = FusekiServer.create().loopback(true).port(0).add("/ds", dataset).build().start();
  }

  /** A server that holds nothing. */
  public static FusekiStore empty() {
    return new FusekiStore(DatabaseMgr.createDatasetGraph());
  }

  /** A server on the database of a graph, without what this program sets for its own queries. */
  public static FusekiStore over(KnowledgeGraph graph) {
    return new FusekiStore(new DatasetGraphWrapper(graph.dataset(), new Context()));
  }

  /** The address of its SPARQL endpoint. */
  public String url() {
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
