package org.bluethread.graph;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.store.NodeIdInline;

/**
 * How TDB2 gives back what it is given: it keeps numbers and dates as values, so that {@code 12.50}
 * comes back as {@code 12.5}. What is judged and logged has the form that is kept.
 */
final class StoredForm {
  private StoredForm() {}

  /** The quad with its object as the store will give it back. */
  static Quad of(Quad quad) {
    Node stored = of(quad.getObject());
    return stored.equals(quad.getObject())
        ? quad
        : Quad.create(quad.getGraph(), quad.getSubject(), quad.getPredicate(), stored);
  }

  private static Node of(Node node) {
    return node.isLiteral() && NodeIdInline.hasInlineDatatype(node)
        ? Optional.ofNullable(NodeIdInline.inline(node)).map(NodeIdInline::extract).orElse(node)
        : node;
  }
}
