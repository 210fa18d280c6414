package org.bluethread.gate;

import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.path.Path;

/**
 * A kind of triple that a part of a shape looks at, and the way back from it to the focus node.
 *
 * @param predicate the predicate; empty stands for all but {@code except}
 * @param except predicates that do not matter where all others do
 * @param forward whether the triple is walked from subject to object
 * @param from the path from the focus node to the end at which the triple is entered; empty when
 *     that end is the focus node
 * @param goal the class that the other end must be, or be a subclass of, for the triple to matter
 * @param signs whether its coming, its going or both can make the part fail
 */
record Read(
    Optional<Node> predicate,
    Set<Node> except,
    boolean forward,
    Optional<Path> from,
    Optional<Node> goal,
    Signs signs) {

  /** The end of a triple at which it is entered. */
  Node start(Triple triple) {
    return forward ? triple.getSubject() : triple.getObject();
  }

  /** The end of a triple at which it is left. */
  Node end(Triple triple) {
    return forward ? triple.getObject() : triple.getSubject();
  }
}
