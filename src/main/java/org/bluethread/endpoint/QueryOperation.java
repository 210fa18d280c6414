package org.bluethread.endpoint;

import org.apache.jena.atlas.lib.Pair;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.bluethread.graph.KnowledgeGraph;

/** Fuseki's query operation, for queries that the facade has read. */
final class QueryOperation extends SPARQL_QueryDataset {
  private final KnowledgeGraph graph;

  QueryOperation(KnowledgeGraph graph) {
    this.graph = graph;
  }

  /**
   * A store elsewhere knows best what FROM names, unless what is found there is to be described.
   */
  private Pair<DatasetGraph, Query> asked(HttpAction action, Query query, String unread) {
    return graph.isElsewhere() && !query.isDescribeType()
        ? Pair.create(getDataset(action), query)
        : decideDatasetDynamic(action, query, unread);
  }

  @Override
  protected void execute(String unread, HttpAction action) {
    Answering answering = (Answering) action.getRequest().getAttribute(Answering.class.getName());
    action.beginRead();
    try {
      answering.asked().checkGraphs(getDataset(action));
      Pair<DatasetGraph, Query> asked = asked(action, answering.asked().query(), unread);
      answering.answer(asked.getRight(), asked.getLeft(), graph.commitSeen());
    } catch (RuntimeException e) {
      answering.refuse(e);
    } finally {
      action.endRead();
    }
  }
}
