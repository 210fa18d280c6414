package org.bluethread.gate;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
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
  private final Membership membership;
  private final Map<Judged, Set<Key>> judged = new HashMap<>();

  private record Judged(Part part, Node focusNode) {}

  State(Graph data, Shapes shapes) {
    this.data = data;
    this.shapes = shapes;
    this.template = ValidationContext.create(shapes, data);
    this.membership = new Membership(data);
  }

  /** Which nodes are targets. */
  Membership membership() {
    return membership;
  }

  /** The results of a part at a focus node. */
  Collection<ReportEntry> results(Part part, Node focusNode) {
    ValidationContext context = ValidationContext.create(template);
    part.validate(context, data, focusNode);
    return context.hasViolation() ? context.generateReport().getEntries() : List.of();
  }

  /** Whether a result is one of a full validation of this state. */
  boolean has(Key result, Footprint footprint) {
    return footprint.occurrences(result.shape()).stream()
        .anyMatch(occurrence -> has(result, occurrence));
  }

  private boolean has(Key result, Footprint.Occurrence occurrence) {
    Iterator<Node> starts = Paths.startsOf(data, occurrence.from(), result.focusNode());
    while (starts.hasNext()) {
      Node start = starts.next();
      if (membership.isTarget(occurrence.part().root(), start)
          && keys(occurrence.part(), start).contains(result)) {
        return true;
      }
    }
    return false;
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
