package org.bluethread.graph;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.bluethread.vocabulary.Addresses;

/**
 * The form in which statements of one change are stored: each blank node gets an IRI, numbered in
 * the order in which they come, and literals are written as the store gives them back. The same
 * statements in the same order get the same form. For one change of one thread.
 *
 * @see <a href="https://www.w3.org/TR/rdf11-concepts/#section-skolemization">RDF 1.1, 3.5</a>
 */
public final class Grounding {
  private final String seed;
  private final Predicate<Node> keepsBlankNodes;
  private final Map<Node, Node> skolems = new HashMap<>();

  /**
   * @param seed what tells the IRIs of this change from those of others
   */
  public Grounding(String seed) {
    this(seed, Grounding::keepsBlankNodes);
  }

  private Grounding(String seed, Predicate<Node> keepsBlankNodes) {
    this.seed = seed;
    this.keepsBlankNodes = keepsBlankNodes;
  }

  /** The form that leaves blank nodes as they are, in every graph. */
  static Grounding none() {
    return new Grounding("", graph -> true);
  }

  /** The statement as it is stored in a graph. */
  public Quad stored(Node g, Node s, Node p, Node o) {
    return StoredForm.of(
        keepsBlankNodes.test(g)
            ? Quad.create(g, s, p, o)
            : Quad.create(ground(g), ground(s), ground(p), ground(o)));
  }

  /** Lists, paths and class expressions must be blank nodes, so ontology and shapes keep theirs. */
  private static boolean keepsBlankNodes(Node graph) {
    return graph.equals(Addresses.ONTOLOGY_GRAPH) || graph.equals(Addresses.SHAPES_GRAPH);
  }

  private Node ground(Node node) {
    if (!node.isBlank()) {
      return node;
    }
    return skolems.computeIfAbsent(
        node, blank -> NodeFactory.createURI(Addresses.SKOLEM + seed + "-" + (skolems.size() + 1)));
  }
}
