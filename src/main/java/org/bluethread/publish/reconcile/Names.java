package org.bluethread.publish.reconcile;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** What things are called: names, and codes. */
final class Names {
  private static final List<Node> NAMES =
      List.of(SKOS.prefLabel.asNode(), SKOS.altLabel.asNode(), RDFS.Nodes.label);

  /** Properties whose subjects can be looked up by what they are called. */
  static final List<Node> CALLED_BY =
      List.of(
          SKOS.prefLabel.asNode(),
          SKOS.altLabel.asNode(),
          RDFS.Nodes.label,
          SKOS.notation.asNode());

  private Names() {}

  /** The names of a thing, in every language. */
  static Stream<String> of(Graph union, Node thing) {
    return texts(union, thing, NAMES);
  }

  /** Its names and codes. */
  static Stream<String> andCodesOf(Graph union, Node thing) {
    return texts(union, thing, CALLED_BY);
  }

  private static Stream<String> texts(Graph union, Node thing, List<Node> properties) {
    return properties.stream()
        .flatMap(property -> Iter.toList(union.find(thing, property, Node.ANY)).stream())
        .map(Triple::getObject)
        .filter(Node::isLiteral)
        .map(Node::getLiteralLexicalForm);
  }
}
