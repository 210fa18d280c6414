package org.bluethread.endpoint;

import java.util.stream.Stream;
import org.apache.jena.atlas.lib.Pair;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQLProtocol;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.web.HttpSC;
import org.bluethread.graph.KnowledgeGraph;

/**
 * Fuseki's query operation with what this server adds: nothing is fetched from other hosts, and the
 * answer names the commit it was given from.
 */
final class StreamingQuery extends SPARQL_QueryDataset {
  /** The response header that names the commit an answer was given from. */
  static final String COMMIT_HEADER = "BlueThread-Commit";

  private final KnowledgeGraph graph;

  StreamingQuery(KnowledgeGraph graph) {
    this.graph = graph;
  }

  @Override
  protected void validateQuery(HttpAction action, Query query) {
    try {
      LocalOnly.check(query);
    } catch (RemoteAccessException e) {
      ServletOps.error(HttpSC.FORBIDDEN_403, e.getMessage());
    }
  }

  @Override
  protected Pair<DatasetGraph, Query> decideDataset(
      HttpAction action, Query query, String queryForLog) {
    DatasetDescription description = SPARQLProtocol.getDatasetDescription(action, query);
    if (description != null) {
      try {
        LocalOnly.checkHeld(
            Stream.concat(
                description.getDefaultGraphURIs().stream(),
                description.getNamedGraphURIs().stream()),
            getDataset(action));
      } catch (RemoteAccessException e) {
        ServletOps.error(HttpSC.FORBIDDEN_403, e.getMessage());
      }
    }
    action.setResponseHeader(COMMIT_HEADER, Long.toString(graph.commitSeen()));
    return super.decideDataset(action, query, queryForLog);
  }
}
