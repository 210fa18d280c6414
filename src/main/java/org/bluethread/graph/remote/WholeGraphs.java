package org.bluethread.graph.remote;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.graph.GraphFactory;
import org.bluethread.execution.StopSignal;
import org.bluethread.graph.StoreElsewhereException;
import org.bluethread.graph.StoreElsewhereException.Kind;
import org.bluethread.vocabulary.Addresses;

/**
 * The graphs of a store that hold its terms and its shapes, each read as a whole: their blank nodes
 * hang together in one answer alone. They are kept until they are to be forgotten. Safe for
 * threads; who asks while they are being read waits for that.
 */
final class WholeGraphs {
  private static final Set<Node> NAMES = Set.of(Addresses.ONTOLOGY_GRAPH, Addresses.SHAPES_GRAPH);
  private static final int MOST_TRIPLES = 1_000_000;

  private static final String FILTER =
      NAMES.stream()
          .map(PatternQueries::text)
          .sorted()
          .collect(Collectors.joining(", ", " FILTER (?g NOT IN (", "))"));

  private final SparqlClient client;
  private final Map<Node, Graph> graphs = new HashMap<>();

  WholeGraphs(SparqlClient client) {
    this.client = client;
  }

  synchronized void forget() {
    graphs.clear();
  }

  /** Whether a graph is one of them. */
  static boolean hold(Node graph) {
    return NAMES.contains(graph);
  }

  /** Leaves them out of a pattern whose graph is {@code ?g}. */
  String filter() {
    return FILTER;
  }

  /** What they hold of a pattern. */
  Stream<Quad> find(Node g, Node s, Node p, Node o) {
    return NAMES.stream()
        .filter(name -> !g.isConcrete() || name.equals(g))
        .flatMap(
            name ->
                Iter.asStream(graph(name).find(s, p, o)).map(triple -> Quad.create(name, triple)));
  }

  private synchronized Graph graph(Node name) {
    Graph known = graphs.get(name);
    if (known == null) {
      known = read(name);
      graphs.put(name, known);
    }
    return known;
  }

  private Graph read(Node name) {
    Graph graph = GraphFactory.createDefaultGraph();
    Iterator<Binding> rows =
        client.rows(
            "SELECT ?s ?p ?o { GRAPH " + PatternQueries.text(name) + " { ?s ?p ?o } }",
            new StopSignal());
    try {
      while (rows.hasNext()) {
        Binding row = rows.next();
        graph.add(
            Triple.create(
                row.get(Var.alloc("s")), row.get(Var.alloc("p")), row.get(Var.alloc("o"))));
        if (graph.size() > MOST_TRIPLES) {
          throw new StoreElsewhereException(
              Kind.BAD,
              "The graph <" + name + "> of the store at " + client.name() + " is too large.");
        }
      }
    } finally {
      Iter.close(rows);
    }
    return graph;
  }
}
