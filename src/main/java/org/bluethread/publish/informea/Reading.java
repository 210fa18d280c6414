package org.bluethread.publish.informea;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.RDF;

/**
 * Reads the graph for one record and keeps in mind what it asked about, so that it can be told
 * which change may have touched the record. Every question is about one subject or one object: a
 * change that gives it another answer adds or removes a statement with that subject or object. What
 * it gives is in an order of its own, the same for the same statements. Belongs to a transaction
 * and its thread.
 */
final class Reading {
  private final Graph union;
  private final Set<Asked> asked = new HashSet<>();

  Reading(Graph union) {
    this.union = union;
  }

  /** All that was asked. */
  Set<Asked> asked() {
    return Set.copyOf(asked);
  }

  /** What a property of a subject leads to. */
  List<Node> objects(Node subject, Node property) {
    asked.add(new Asked(subject, property, true));
    return sorted(Iter.asStream(union.find(subject, property, Node.ANY)).map(Triple::getObject));
  }

  /** The things whose property leads to an object. */
  List<Node> subjects(Node property, Node object) {
    asked.add(new Asked(object, property, false));
    return sorted(Iter.asStream(union.find(Node.ANY, property, object)).map(Triple::getSubject));
  }

  /** Whether a thing is stated to be of a class. */
  boolean isA(Node thing, Resource type) {
    return objects(thing, RDF.Nodes.type).contains(type.asNode());
  }

  /** The first text of a property of a subject, whatever its language; empty if there is none. */
  Optional<String> text(Node subject, Node property) {
    return literals(subject, property).map(Node::getLiteralLexicalForm).findFirst();
  }

  /** The texts of a property of a subject. */
  Stream<Node> literals(Node subject, Node property) {
    return objects(subject, property).stream().filter(Node::isLiteral);
  }

  private static List<Node> sorted(Stream<Node> nodes) {
    try (nodes) {
      return nodes.distinct().sorted(Comparator.comparing(Node::toString)).toList();
    }
  }
}
