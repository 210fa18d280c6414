package org.bluethread.gate;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.constraint.ClassConstraint;
import org.apache.jena.shacl.engine.constraint.ClosedConstraint;
import org.apache.jena.shacl.engine.constraint.ConstraintPairwise;
import org.apache.jena.shacl.engine.constraint.ConstraintTerm;
import org.apache.jena.shacl.engine.constraint.EqualsConstraint;
import org.apache.jena.shacl.engine.constraint.HasValueConstraint;
import org.apache.jena.shacl.engine.constraint.MaxCount;
import org.apache.jena.shacl.engine.constraint.MinCount;
import org.apache.jena.shacl.engine.constraint.QualifiedValueShape;
import org.apache.jena.shacl.engine.constraint.ShAnd;
import org.apache.jena.shacl.engine.constraint.ShNode;
import org.apache.jena.shacl.engine.constraint.ShNot;
import org.apache.jena.shacl.engine.constraint.ShOr;
import org.apache.jena.shacl.engine.constraint.ShXone;
import org.apache.jena.shacl.engine.constraint.SparqlConstraint;
import org.apache.jena.shacl.engine.constraint.UniqueLangConstraint;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathFactory;

/**
 * Finds where a part of a shape looks: walks its constraints and tells each kind of triple that
 * they read. For one thread.
 */
final class Looks {
  private final Shapes shapes;
  private final Consumer<Read> reads;
  private boolean unknown;

  /**
   * @param shapes the shapes to which the parts belong
   * @param reads is told each kind of triple, some of them several times
   */
  Looks(Shapes shapes, Consumer<Read> reads) {
    this.shapes = shapes;
    this.reads = reads;
  }

  /** Whether a constraint was met of which nobody can say where it looks. */
  boolean unknown() {
    return unknown;
  }

  /** Walks a part. */
  void of(Part part) {
    part.property()
        .ifPresentOrElse(
            property -> property(property, Optional.empty(), UnaryOperator.identity()),
            () -> constraints(part.root(), Optional.empty(), UnaryOperator.identity()));
  }

  /**
   * Walks a shape that a constraint refers to.
   *
   * @param from the path from the focus node of the part to that of the shape
   * @param turn from what makes the shape fail to what makes the part fail
   */
  private void shape(Shape shape, Optional<Path> from, UnaryOperator<Signs> turn) {
    if (shape.deactivated()) {
      return;
    }
    if (shape instanceof PropertyShape property) {
      property(property, from, turn);
    } else {
      constraints(shape, from, turn);
    }
    // Of a property shape, too: Jena judges its inner ones at its focus node when a constraint
    // refers to it, and not at its values.
    shape.getPropertyShapes().forEach(inner -> property(inner, from, turn));
  }

  private void property(PropertyShape shape, Optional<Path> from, UnaryOperator<Signs> turn) {
    if (shape.deactivated()) {
      return;
    }
    constraints(shape, from, turn);
    Optional<Path> values = values(shape, from);
    shape.getPropertyShapes().forEach(inner -> property(inner, values, turn));
    if (!shape.getPropertyShapes().isEmpty()) {
      walk(shape, from, turn.apply(Signs.COMING));
    }
  }

  private static Optional<Path> values(Shape shape, Optional<Path> from) {
    return shape instanceof PropertyShape property
        ? Paths.join(from, Optional.of(property.getPath()))
        : from;
  }

  private void constraints(Shape shape, Optional<Path> from, UnaryOperator<Signs> turn) {
    shape.getConstraints().forEach(constraint -> constraint(constraint, shape, from, turn));
  }

  private void constraint(
      Constraint constraint, Shape shape, Optional<Path> from, UnaryOperator<Signs> turn) {
    Optional<Path> values = values(shape, from);
    Signs coming = turn.apply(Signs.COMING);
    Signs going = turn.apply(Signs.GOING);
    switch (constraint) {
      case MinCount min -> walk(shape, from, going);
      case HasValueConstraint has -> walk(shape, from, going);
      case MaxCount max -> walk(shape, from, coming);
      case UniqueLangConstraint unique -> walk(shape, from, coming);
      case ConstraintTerm term -> walk(shape, from, coming);
      case ClassConstraint type -> {
        walk(shape, from, coming);
        instances(values, type.getExpectedClass(), going, reads);
      }
      case EqualsConstraint pair -> {
        walk(shape, from, Signs.BOTH);
        walk(PathFactory.pathLink(pair.getValue()), from, Signs.BOTH);
      }
      case ConstraintPairwise pair -> {
        walk(shape, from, coming);
        walk(PathFactory.pathLink(pair.getValue()), from, coming);
      }
      case ShNode node -> nested(List.of(node.getOther()), shape, from, turn, turn);
      case ShAnd and -> nested(and.getOthers(), shape, from, turn, turn);
      case ShOr or -> nested(or.getOthers(), shape, from, turn, turn);
      case ShXone one -> nested(one.getOthers(), shape, from, turn, signs -> Signs.BOTH);
      case ShNot not ->
          nested(List.of(not.getOther()), shape, from, turn, signs -> turn.apply(signs.opposite()));
      case QualifiedValueShape qualified -> qualified(qualified, shape, from, turn);
      case ClosedConstraint closed -> closed(closed, from, coming);
      case SparqlConstraint sparql -> sparql(sparql, shape, from, coming);
      default -> unknown = true;
    }
  }

  private void nested(
      List<Shape> others,
      Shape shape,
      Optional<Path> from,
      UnaryOperator<Signs> turn,
      UnaryOperator<Signs> turnInside) {
    walk(shape, from, turn.apply(Signs.COMING));
    others.forEach(other -> shape(other, values(shape, from), turnInside));
  }

  private void qualified(
      QualifiedValueShape constraint, Shape shape, Optional<Path> from, UnaryOperator<Signs> turn) {
    boolean disjoint = constraint.qDisjoint();
    if (constraint.qMin() >= 0) {
      nested(
          List.of(constraint.getSub()), shape, from, signs -> turn.apply(signs.opposite()), turn);
    }
    if (constraint.qMax() >= 0) {
      nested(
          List.of(constraint.getSub()), shape, from, turn, signs -> turn.apply(signs.opposite()));
    }
    if (disjoint) {
      siblings(shapes, constraint, shape)
          .forEach(sibling -> shape(sibling, values(shape, from), signs -> Signs.BOTH));
    }
  }

  /** The sibling shapes of a qualified value shape, by SHACL section 4.7.3. */
  static Collection<Shape> siblings(Shapes shapes, QualifiedValueShape constraint, Shape shape) {
    Graph graph = shapes.getGraph();
    Set<Shape> siblings = new HashSet<>();
    objects(graph, Node.ANY, SHACL.property, shape.getShapeNode(), true)
        .forEach(
            parent ->
                objects(graph, parent, SHACL.property, Node.ANY, false)
                    .forEach(
                        property ->
                            objects(graph, property, SHACL.qualifiedValueShape, Node.ANY, false)
                                .forEach(sibling -> siblings.add(shapes.getShape(sibling)))));
    siblings.remove(constraint.getSub());
    return siblings;
  }

  private static List<Node> objects(
      Graph graph, Node subject, Node predicate, Node object, boolean subjects) {
    return graph
        .find(subject, predicate, object)
        .mapWith(triple -> subjects ? triple.getSubject() : triple.getObject())
        .toList();
  }

  private void closed(ClosedConstraint constraint, Optional<Path> from, Signs signs) {
    if (constraint.isActive()) {
      Set<Node> except = new HashSet<>(constraint.getExpected());
      except.addAll(constraint.getIgnoredProperties());
      reads.accept(
          new Read(Optional.empty(), Set.copyOf(except), true, from, Optional.empty(), signs));
    }
  }

  private void sparql(SparqlConstraint constraint, Shape shape, Optional<Path> from, Signs coming) {
    walk(shape, from, coming);
    Optional<Path> path =
        shape instanceof PropertyShape property
            ? Optional.of(property.getPath())
            : Optional.empty();
    Optional<List<QueryLooks.Look>> looks = QueryLooks.of(constraint.getQuery(), path);
    if (looks.isEmpty()) {
      unknown = true;
      return;
    }
    for (QueryLooks.Look look : looks.get()) {
      Optional<Path> start = Paths.join(from, look.from());
      look.path()
          .ifPresentOrElse(
              walked -> walk(walked, start, Signs.BOTH),
              () ->
                  reads.accept(
                      new Read(
                          Optional.empty(),
                          Set.of(),
                          look.forward(),
                          start,
                          Optional.empty(),
                          Signs.BOTH)));
    }
  }

  private void walk(Shape shape, Optional<Path> from, Signs signs) {
    if (shape instanceof PropertyShape property) {
      walk(property.getPath(), from, signs);
    }
  }

  private void walk(Path path, Optional<Path> from, Signs signs) {
    try {
      Paths.steps(
          path,
          step ->
              reads.accept(
                  new Read(
                      Optional.of(step.predicate()),
                      Set.of(),
                      step.forward(),
                      Paths.join(from, step.before()),
                      Optional.empty(),
                      signs)));
    } catch (Paths.UnknownPathException e) {
      unknown = true;
    }
  }

  /** Tells the triples that make a node an instance of a class. */
  static void instances(Optional<Path> from, Node type, Signs signs, Consumer<Read> reads) {
    Paths.steps(
        Paths.CLASSES,
        step ->
            reads.accept(
                new Read(
                    Optional.of(step.predicate()),
                    Set.of(),
                    step.forward(),
                    Paths.join(from, step.before()),
                    Optional.of(type),
                    signs)));
  }
}
