package org.bluethread.endpoint;

import java.util.Set;
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
              Nesting.bounded(() -> noService(Calls.in(Algebra.compile(modify.getWherePattern()))));
            }
          });
    }
  }

  /** A write does not wait for others: nobody else could write meanwhile. */
  private static void noService(Calls calls) {
    calls.services().stream()
        .findFirst()
        .ifPresent(
            service -> {
              throw new RemoteAccessException(
                  "SERVICE "
                      + service
                      + " is refused in an update: ask /sparql first, and send what it found.");
            });
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
   * @param allowed the addresses of endpoints that a query may name; where there are some, who
   *     carries out a SERVICE with a variable has to look at what it is bound to
   * @throws RemoteAccessException if a SERVICE anywhere names another endpoint
   */
  static void check(Calls calls, Set<String> allowed) {
    calls.services().stream()
        .filter(service -> !isAllowed(service, allowed))
        .findFirst()
        .ifPresent(
            service -> {
              throw new RemoteAccessException(
                  "SERVICE "
                      + service
                      + " is refused: this server queries declared endpoints only"
                      + (allowed.isEmpty() ? ", and none is declared. " : ": " + allowed + ". ")
                      + "Query others yourself and bring the bindings with VALUES.");
            });
  }

  private static boolean isAllowed(Node service, Set<String> allowed) {
    return service.isURI() ? allowed.contains(service.getURI()) : !allowed.isEmpty();
  }
}
