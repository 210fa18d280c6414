package org.bluethread.graph.remote;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.bluethread.execution.StopSignal;
import org.bluethread.graph.QuadPart;

/**
 * Quads of a store elsewhere, asked for by patterns. Any node that is not concrete matches all
 * there are; one that is must be {@linkplain Sayable sayable}. What answers is read while it comes.
 * Safe for threads.
 */
final class PatternQueries {
  private static final Var G = Var.alloc("g");
  private static final Var S = Var.alloc("s");
  private static final Var P = Var.alloc("p");
  private static final Var O = Var.alloc("o");
  private static final Var COUNT = Var.alloc("count");

  private final SparqlClient client;

  PatternQueries(SparqlClient client) {
    this.client = client;
  }

  /**
   * The quads of a pattern.
   *
   * @param filter what else must hold of {@code ?g}, as SPARQL; may be empty
   */
  Iterator<Quad> quads(Node g, Node s, Node p, Node o, String filter) {
    return Iter.map(select("*", pattern(g, s, p, o) + filter, ""), row -> quad(row, g, s, p, o));
  }

  /**
   * The triples of a pattern in all named graphs, each once, as quads of the union.
   *
   * @param filter what else must hold of {@code ?g}, as SPARQL; may be empty
   */
  Iterator<Quad> distinct(Node s, Node p, Node o, String filter) {
    return Iter.map(
        select("DISTINCT ?s ?p ?o", pattern(Node.ANY, s, p, o) + filter, ""),
        row -> quad(row, Quad.unionGraph, s, p, o));
  }

  /**
   * The quads about some things.
   *
   * @param filter what else must hold of {@code ?g}, as SPARQL; may be empty
   * @param most how many at the most
   */
  Iterator<Quad> about(Collection<Node> subjects, String filter, long most) {
    String values = subjects.stream().map(PatternQueries::text).collect(Collectors.joining(" "));
    return Iter.map(
        select(
            "*",
            "VALUES ?s { "
                + values
                + " } "
                + pattern(Node.ANY, Node.ANY, Node.ANY, Node.ANY)
                + filter,
            " LIMIT " + most),
        row -> quad(row, Node.ANY, Node.ANY, Node.ANY, Node.ANY));
  }

  /**
   * A part of the quads with a graph and an object, in the order of their subjects, properties,
   * graphs and objects.
   *
   * @param offset how many come before it
   * @param most how many it has at the most
   */
  QuadPart part(Node graph, Node object, long offset, int most) {
    String pattern = pattern(graph, Node.ANY, Node.ANY, object);
    List<Quad> quads = new ArrayList<>();
    select("*", pattern, " ORDER BY ?s ?p ?g ?o LIMIT " + most + " OFFSET " + offset)
        .forEachRemaining(row -> quads.add(quad(row, graph, Node.ANY, Node.ANY, object)));
    long bound = offset + most + QuadPart.MOST_COUNTED;
    long total = quads.size() == most ? count(pattern, bound + 1) : offset + quads.size();
    return new QuadPart(quads, offset, Math.min(total, bound), total <= bound);
  }

  private long count(String pattern, long most) {
    Iterator<Binding> counted =
        select("(COUNT(*) AS ?count)", "{ SELECT * { " + pattern + " } LIMIT " + most + " }", "");
    try {
      return Long.parseLong(counted.next().get(COUNT).getLiteralLexicalForm());
    } finally {
      Iter.close(counted);
    }
  }

  /** The names of all graphs. */
  Iterator<Node> graphs() {
    return Iter.map(select("DISTINCT ?g", "GRAPH ?g { ?s ?p ?o }", ""), row -> row.get(G));
  }

  private Iterator<Binding> select(String columns, String pattern, String end) {
    return client.rows("SELECT " + columns + " { " + pattern + " }" + end, new StopSignal());
  }

  private static String pattern(Node g, Node s, Node p, Node o) {
    return "GRAPH " + term(g, G) + " { " + term(s, S) + " " + term(p, P) + " " + term(o, O) + " }";
  }

  private static String term(Node node, Var variable) {
    return node.isConcrete() ? text(node) : "?" + variable.getVarName();
  }

  /** A term in the syntax of SPARQL. */
  static String text(Node node) {
    return NodeFmtLib.strNT(node);
  }

  private static Quad quad(Binding row, Node g, Node s, Node p, Node o) {
    return Quad.create(value(row, g, G), value(row, s, S), value(row, p, P), value(row, o, O));
  }

  private static Node value(Binding row, Node given, Var variable) {
    return given.isConcrete() ? given : row.get(variable);
  }
}
