package org.bluethread.gate;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.ShaclPaths;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.engine.constraint.QualifiedValueShape;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;

/** One state of the data under the shapes, judged node by node. For one thread. */
final class State {
  private final Graph data;
  private final Shapes shapes;
  private final ValidationContext template;
  private ValidationContext unused;
  private final Membership membership;
  private final int many;
  private final Map<Judged, Set<Key>> judged = new HashMap<>();

  private record Judged(Part part, Node focusNode) {}

  /**
   * @param many how many values a focus node may have for all of them to be judged
   */
  State(Graph data, Shapes shapes, int many) {
    this.many = many;
    this.data = data;
    this.shapes = shapes;
    this.template = ValidationContext.create(shapes, data);
    this.unused = ValidationContext.create(template);
    this.membership = new Membership(data);
  }

  /** Which nodes are targets. */
  Membership membership() {
    return membership;
  }

  /** The results of a part at a focus node. */
  Collection<ReportEntry> results(Part part, Node focusNode) {
    part.validate(unused, data, focusNode);
    return collected();
  }

  /** The results of a part for some of the values of a focus node, and for their number. */
  Collection<ReportEntry> results(ValueWise shape, Node focusNode, Set<Node> values) {
    return results(shape, focusNode, values, shape.enough(data, focusNode));
  }

  /**
   * The results of a part for some of the values of a focus node.
   *
   * @param counted the values that are counted
   */
  Collection<ReportEntry> results(
      ValueWise shape, Node focusNode, Set<Node> values, Set<Node> counted) {
    shape.validate(unused, data, focusNode, values, counted);
    return collected();
  }

  /** The results since the last time; mostly there are none, and the context serves again. */
  private Collection<ReportEntry> collected() {
    if (!unused.hasViolation()) {
      return List.of();
    }
    ValidationContext used = unused;
    unused = ValidationContext.create(template);
    return used.generateReport().getEntries();
  }

  /** The values of a focus node; empty if there are so many that they are better not all judged. */
  Optional<Set<Node>> few(ValueWise shape, Node focusNode) {
    return shape.few(many, data, focusNode);
  }

  /** Whether a result is one of a full validation of this state. */
  boolean has(Key result, Footprint footprint) {
    return footprint.occurrences(result.shape()).stream()
        .anyMatch(occurrence -> has(result, occurrence, footprint));
  }

  private boolean has(Key result, Footprint.Occurrence occurrence, Footprint footprint) {
    Iterator<Node> starts = Paths.startsOf(data, occurrence.from(), result.focusNode());
    while (starts.hasNext()) {
      Node start = starts.next();
      if (membership.isTarget(occurrence.part().root(), start)
          && has(result, occurrence.part(), start, footprint)) {
        return true;
      }
    }
    return false;
  }

  private boolean has(Key result, Part part, Node start, Footprint footprint) {
    Optional<ValueWise> shape =
        footprint.valueWise(part).filter(valueWise -> few(valueWise, start).isEmpty());
    if (shape.isEmpty()) {
      return keys(part, start).contains(result);
    }
    Set<Node> values =
        result
            .value()
            .filter(value -> shape.get().isValue(data, start, value))
            .map(Set::of)
            .orElse(Set.of());
    return results(shape.get(), start, values).stream().map(Key::of).anyMatch(result::equals);
  }

  private Set<Key> keys(Part part, Node focusNode) {
    return judged.computeIfAbsent(
        new Judged(part, focusNode),
        key -> results(part, focusNode).stream().map(Key::of).collect(toSet()));
  }

  /** How many there are of what a result says there are too few or too many of. */
  long count(Key result) {
    PropertyShape shape = (PropertyShape) shapes.getShape(result.shape());
    Set<Node> values = ShaclPaths.valueNodes(data, result.focusNode(), shape.getPath());
    if (!result.isQualified()) {
      return values.size();
    }
    return shape.getConstraints().stream()
        .filter(QualifiedValueShape.class::isInstance)
        .map(QualifiedValueShape.class::cast)
        .mapToLong(constraint -> count(constraint, shape, values))
        .sum();
  }

  private long count(QualifiedValueShape constraint, PropertyShape shape, Set<Node> values) {
    Collection<Shape> siblings =
        constraint.qDisjoint() ? Looks.siblings(shapes, constraint, shape) : List.of();
    return values.stream()
        .filter(value -> siblings.stream().noneMatch(sibling -> conforms(value, sibling)))
        .filter(value -> conforms(value, constraint.getSub()))
        .count();
  }

  private boolean conforms(Node node, Shape shape) {
    ValidationContext context = ValidationContext.create(template);
    VLib.validateShape(context, data, shape, node);
    return !context.hasViolation();
  }
}
