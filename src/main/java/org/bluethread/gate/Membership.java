package org.bluethread.gate;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.engine.Target;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.vocabulary.RDF;

/**
 * Which nodes are targets of which shapes in one state of the data. For one thread, and for a graph
 * that does not change meanwhile.
 *
 * @see <a href="https://www.w3.org/TR/shacl/#targets">SHACL, 2.1.3</a>
 */
final class Membership {
  private final Graph data;
  private final Map<Node, Set<Node>> superclasses = new HashMap<>();
  private final Map<Target, Collection<Node>> computed = new HashMap<>();
  private Node lastNode;
  private Set<Node> lastClasses;

  Membership(Graph data) {
    this.data = data;
  }

  /** Whether a node is a target of a shape. */
  boolean isTarget(Shape shape, Node node) {
    for (Target target : shape.getTargets()) {
      if (isTarget(target, node)) {
        return true;
      }
    }
    return false;
  }

  private boolean isTarget(Target target, Node node) {
    Node object = target.getObject();
    return switch (target.getTargetType()) {
      case targetNode -> object.equals(node);
      case targetClass, implicitClass -> classes(node).contains(object);
      case targetSubjectsOf -> data.contains(node, object, Node.ANY);
      case targetObjectsOf -> data.contains(Node.ANY, object, node);
      case targetExtension ->
          computed.computeIfAbsent(target, key -> target.getFocusNodes(data)).contains(node);
    };
  }

  /** The classes of a node; the same node is mostly asked for several times in a row. */
  private Set<Node> classes(Node node) {
    if (!node.equals(lastNode)) {
      Set<Node> classes = new HashSet<>();
      Iterator<Triple> types = data.find(node, RDF.Nodes.type, Node.ANY);
      types.forEachRemaining(
          triple ->
              classes.addAll(
                  superclasses.computeIfAbsent(
                      triple.getObject(), type -> Paths.superclasses(data, type))));
      lastNode = node;
      lastClasses = classes;
    }
    return lastClasses;
  }

  /** Calls with all targets of a shape, with some of them more than once. */
  void forEachTarget(Shape shape, Consumer<Node> each) {
    for (Target target : shape.getTargets()) {
      Node object = target.getObject();
      switch (target.getTargetType()) {
        case targetNode -> each.accept(object);
        case targetClass, implicitClass -> forEachInstance(object, each);
        case targetSubjectsOf ->
            data.find(Node.ANY, object, Node.ANY)
                .forEachRemaining(triple -> each.accept(triple.getSubject()));
        case targetObjectsOf ->
            data.find(Node.ANY, object, Node.ANY)
                .forEachRemaining(triple -> each.accept(triple.getObject()));
        case targetExtension ->
            computed.computeIfAbsent(target, key -> target.getFocusNodes(data)).forEach(each);
      }
    }
  }

  private void forEachInstance(Node type, Consumer<Node> each) {
    Paths.startsOf(data, Optional.of(Paths.SUPERCLASSES), type)
        .forEachRemaining(
            subclass ->
                data.find(Node.ANY, RDF.Nodes.type, subclass)
                    .forEachRemaining(triple -> each.accept(triple.getSubject())));
  }
}
