package org.bluethread.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;

/** Finds where a query would ask another endpoint: SERVICE, wherever in it that stands. */
public final class Services {
  private Services() {}

  /**
   * The endpoint that a query would ask, which may be a variable.
   *
   * @param query in SPARQL algebra
   * @return one of them; empty if the query has no SERVICE
   */
  public static Optional<Node> in(Op query) {
    List<Node> found = new ArrayList<>();
    new Walk(service -> found.add(service.getService()), function -> {}).through(query);
    return found.stream().findFirst();
  }
}
