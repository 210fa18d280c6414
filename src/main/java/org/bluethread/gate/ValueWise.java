package org.bluethread.gate;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.engine.constraint.ClassConstraint;
import org.apache.jena.shacl.engine.constraint.ConstraintTerm;
import org.apache.jena.shacl.engine.constraint.MaxCount;
import org.apache.jena.shacl.engine.constraint.MinCount;
import org.apache.jena.shacl.engine.constraint.ShAnd;
import org.apache.jena.shacl.engine.constraint.ShNode;
import org.apache.jena.shacl.engine.constraint.ShNot;
import org.apache.jena.shacl.engine.constraint.ShOr;
import org.apache.jena.shacl.engine.constraint.ShXone;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.util.iterator.ExtendedIterator;

/**
 * A property shape that judges each value by itself and counts values, but does not compare them:
 * at a focus node with very many values only those need be judged that a change can touch, and only
 * as many counted as decide. Immutable.
 *
 * @param shape the property shape; its path is one predicate, or one backwards
 * @param predicate that predicate
 * @param forward whether the focus node is the subject
 * @param enough how many values decide the counts
 */
record ValueWise(PropertyShape shape, Node predicate, boolean forward, int enough) {

  /** A property shape as one of this kind, if it is. */
  static Optional<ValueWise> of(PropertyShape shape) {
    boolean byValue = shape.getConstraints().stream().allMatch(ValueWise::isByValueOrCount);
    if (!byValue || !shape.getPropertyShapes().isEmpty()) {
      return Optional.empty();
    }
    int enough = shape.getConstraints().stream().mapToInt(ValueWise::enough).max().orElse(0);
    return switch (shape.getPath()) {
      case P_Link link -> Optional.of(new ValueWise(shape, link.getNode(), true, enough));
      case P_Inverse inverse when inverse.getSubPath() instanceof P_Link link ->
          Optional.of(new ValueWise(shape, link.getNode(), false, enough));
      default -> Optional.empty();
    };
  }

  private static boolean isByValueOrCount(Constraint constraint) {
    return switch (constraint) {
      case MinCount min -> true;
      case MaxCount max -> true;
      case ConstraintTerm term -> true;
      case ClassConstraint type -> true;
      case ShNode node -> true;
      case ShAnd and -> true;
      case ShOr or -> true;
      case ShNot not -> true;
      case ShXone one -> true;
      default -> false;
    };
  }

  private static int enough(Constraint constraint) {
    return switch (constraint) {
      case MinCount min -> min.getMinCount();
      case MaxCount max -> max.getMaxCount() + 1;
      default -> 0;
    };
  }

  /** The values of a focus node, if there are at most so many. */
  Optional<Set<Node>> few(int most, Graph data, Node focusNode) {
    Set<Node> values = first(most + 1, data, focusNode);
    return values.size() > most ? Optional.empty() : Optional.of(values);
  }

  /** As many values of a focus node as decide the counts. */
  Set<Node> enough(Graph data, Node focusNode) {
    return first(enough, data, focusNode);
  }

  /** Whether a node is a value of a focus node. */
  boolean isValue(Graph data, Node focusNode, Node value) {
    return forward
        ? data.contains(focusNode, predicate, value)
        : data.contains(value, predicate, focusNode);
  }

  /** Whether a read is of the values or of what lies behind them. */
  boolean looksAtValues(Read read) {
    return read.from()
        .map(from -> Paths.begins(from, shape.getPath()))
        .orElse(
            (read.forward() == forward) && read.predicate().filter(predicate::equals).isPresent());
  }

  /**
   * The values of a focus node at which a triple is looked at.
   *
   * @param read the read by which the triple is looked at
   * @param wide all that is there before or after the change
   */
  Iterator<Node> values(Read read, Triple triple, Graph wide) {
    if (read.from().isEmpty()) {
      return Set.of(read.end(triple)).iterator();
    }
    return Paths.startsOf(wide, Paths.rest(read.from().get(), shape.getPath()), read.start(triple));
  }

  /**
   * Judges some of the values of a focus node.
   *
   * @param values those that are judged
   * @param counted those that are counted
   */
  void validate(
      ValidationContext context, Graph data, Node focusNode, Set<Node> values, Set<Node> counted) {
    Path path = shape.getPath();
    for (Constraint constraint : shape.getConstraints()) {
      boolean count = constraint instanceof MinCount || constraint instanceof MaxCount;
      constraint.validatePropertyShape(
          context, data, shape, focusNode, path, count ? counted : values);
    }
  }

  private Set<Node> first(int most, Graph data, Node focusNode) {
    Set<Node> values = new HashSet<>();
    ExtendedIterator<Triple> triples =
        forward
            ? data.find(focusNode, predicate, Node.ANY)
            : data.find(Node.ANY, predicate, focusNode);
    try {
      while (values.size() < most && triples.hasNext()) {
        Triple triple = triples.next();
        values.add(forward ? triple.getObject() : triple.getSubject());
      }
      return values;
    } finally {
      triples.close();
    }
  }
}
