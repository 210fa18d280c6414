package org.bluethread.endpoint;

import java.util.Set;
import java.util.TreeSet;
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
import org.bluethread.endpoint.RemoteAccessException.Fault;
import org.bluethread.execution.Calls;

/**
 * Keeps this server from fetching what others hold: SERVICE, LOAD and graphs in FROM or USING that
 * are not here are refused by name, SILENT or not.
 */
final class LocalOnly {
  private static final String GRAPHS_HELD = "SELECT DISTINCT ?g { GRAPH ?g {} }";

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
              throw new RemoteAccessException(Fault.LOAD, load.getSource());
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
              throw new RemoteAccessException(Fault.SERVICE_IN_UPDATE, service.toString());
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
            throw new RemoteAccessException(Fault.GRAPH, iri, GRAPHS_HELD);
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
              throw allowed.isEmpty()
                  ? new RemoteAccessException(Fault.SERVICE_WITHOUT_MEMBERS, service.toString())
                  : new RemoteAccessException(
                      Fault.SERVICE, service.toString(), String.join(", ", new TreeSet<>(allowed)));
            });
  }

  private static boolean isAllowed(Node service, Set<String> allowed) {
    return service.isURI() ? allowed.contains(service.getURI()) : !allowed.isEmpty();
  }
}
