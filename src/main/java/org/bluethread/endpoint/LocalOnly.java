package org.bluethread.endpoint;

import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.modify.request.UpdateLoad;
import org.apache.jena.sparql.modify.request.UpdateModify;
import org.apache.jena.sparql.modify.request.UpdateVisitorBase;
import org.apache.jena.update.Update;
import org.apache.jena.update.UpdateRequest;
import org.bluethread.execution.Calls;

/**
 * Keeps this server from fetching what others hold: SERVICE, LOAD and graphs in FROM or USING that
 * are not here are refused by name, SILENT or not.
 */
final class LocalOnly {
  private LocalOnly() {}

  /**
   * @throws RemoteAccessException if the update has a LOAD, or a SERVICE anywhere
   */
  static void check(UpdateRequest request) {
    for (Update update : request) {
      update.visit(
          new UpdateVisitorBase() {
            @Override
            public void visit(UpdateLoad load) {
              throw new RemoteAccessException(
                  "LOAD <"
                      + load.getSource()
                      + "> is refused: this server does not fetch from other hosts. Send the data"
                      + " itself to /data.");
            }

            @Override
            public void visit(UpdateModify modify) {
              Nesting.bounded(() -> check(Calls.in(Algebra.compile(modify.getWherePattern()))));
            }
          });
    }
  }

  /**
   * @param graphs IRIs that FROM, FROM NAMED, USING, USING NAMED or the protocol's parameters name
   * @param dataset in a transaction
   * @throws RemoteAccessException if one of them is not in the dataset
   */
  static void checkHeld(Stream<String> graphs, DatasetGraph dataset) {
    graphs.forEach(
        iri -> {
          Node graph = NodeFactory.createURI(iri);
          boolean held =
              Quad.isUnionGraph(graph)
                  || Quad.isDefaultGraph(graph)
                  || dataset.containsGraph(graph);
          if (!held) {
            throw new RemoteAccessException(
                "The graph <"
                    + iri
                    + "> is not held here, and this server does not fetch graphs from other"
                    + " hosts. List the graphs with SELECT DISTINCT ?g { GRAPH ?g {} }.");
          }
        });
  }

  /**
   * @throws RemoteAccessException if the query has a SERVICE anywhere
   */
  static void check(Calls calls) {
    calls
        .service()
        .ifPresent(
            service -> {
              throw new RemoteAccessException(
                  "SERVICE "
                      + service
                      + " is refused: this server does not query other endpoints. Query them"
                      + " yourself and bring the bindings with VALUES.");
            });
  }
}
