package org.bluethread.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.ShaclPaths;
import org.apache.jena.shacl.engine.Target;
import org.apache.jena.shacl.engine.TargetType;
import org.apache.jena.shacl.engine.constraint.ClassConstraint;
import org.apache.jena.shacl.engine.constraint.DatatypeConstraint;
import org.apache.jena.shacl.engine.constraint.InConstraint;
import org.apache.jena.shacl.engine.constraint.MaxCount;
import org.apache.jena.shacl.engine.constraint.MinCount;
import org.apache.jena.shacl.engine.constraint.NodeKindConstraint;
import org.apache.jena.shacl.engine.constraint.PatternConstraint;
import org.apache.jena.shacl.engine.constraint.QualifiedValueShape;
import org.apache.jena.shacl.engine.constraint.ShOr;
import org.apache.jena.shacl.engine.constraint.StrLanguageIn;
import org.apache.jena.shacl.engine.constraint.UniqueLangConstraint;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.vocabulary.RDF;
import org.bluethread.graph.Snapshot;
import org.bluethread.vocabulary.Addresses;

/** The SHACL shapes of a commit, asked what they say. Used by one thread in one transaction. */
final class ShapeGraph {
  private final List<Shape> shapes = new ArrayList<>();

  ShapeGraph(Snapshot snapshot) {
    Shapes.parse(snapshot.dataset().getGraph(Addresses.SHAPES_GRAPH))
        .getTargetShapes()
        .forEach(shapes::add);
    shapes.sort(Comparator.comparing(shape -> shape.getShapeNode().toString()));
  }

  /** The shapes that target one of these. */
  Stream<Shape> targeting(TargetType how, List<Node> what) {
    return shapes.stream()
        .filter(
            shape ->
                shape.getTargets().stream()
                    .anyMatch(
                        target ->
                            target.getTargetType() == how && what.contains(target.getObject())));
  }

  /**
   * The properties whose subjects or objects a shape targets, each with the classes it asks for.
   */
  Map<Node, List<Node>> endsOfLinks(TargetType how) {
    Map<Node, List<Node>> ends = new TreeMap<>(Comparator.comparing(Node::toString));
    for (Shape shape : shapes) {
      for (Target target : shape.getTargets()) {
        List<Node> classes = classes(shape.getConstraints());
        if (target.getTargetType() == how && !classes.isEmpty()) {
          ends.put(target.getObject(), classes);
        }
      }
    }
    return ends;
  }

  /** What a shape asks, of the thing itself and of its properties. */
  static Stream<Requirement> requirements(Shape shape) {
    Stream<Requirement> own =
        shape.getMessages().isEmpty() ? Stream.empty() : Stream.of(requirement(shape));
    return Stream.concat(
        own,
        shape.getPropertyShapes().stream()
            .sorted(Comparator.comparing(one -> one.getShapeNode().toString()))
            .map(ShapeGraph::requirement));
  }

  private static Requirement requirement(Shape shape) {
    Optional<PropertyShape> of =
        shape instanceof PropertyShape property ? Optional.of(property) : Optional.empty();
    List<Constraint> constraints = List.copyOf(shape.getConstraints());
    return new Requirement(
        shape.getShapeNode(),
        of.filter(property -> property.getPath() instanceof P_Link)
            .map(property -> ((P_Link) property.getPath()).getNode()),
        of.map(property -> ShaclPaths.pathToString(property.getPath())).orElse(""),
        messages(shape),
        first(constraints, MinCount.class)
            .map(c -> OptionalInt.of(c.getMinCount()))
            .orElse(OptionalInt.empty()),
        first(constraints, MaxCount.class)
            .map(c -> OptionalInt.of(c.getMaxCount()))
            .orElse(OptionalInt.empty()),
        languages(constraints),
        isText(constraints),
        tags(shape),
        first(constraints, UniqueLangConstraint.class).isPresent(),
        datatypes(constraints),
        classes(constraints),
        first(constraints, NodeKindConstraint.class)
            .filter(kind -> kind.isCanBeIRI() && !kind.isCanBeLiteral())
            .isPresent(),
        first(constraints, InConstraint.class).map(InConstraint::getValues).orElse(List.of()),
        first(constraints, PatternConstraint.class).map(PatternConstraint::getPattern));
  }

  private static Map<String, String> messages(Shape shape) {
    Map<String, String> messages = new TreeMap<>();
    shape
        .getMessages()
        .forEach(text -> messages.put(text.getLiteralLanguage(), text.getLiteralLexicalForm()));
    return messages;
  }

  private static <C extends Constraint> Optional<C> first(List<Constraint> all, Class<C> kind) {
    return all.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  private static boolean isText(List<Constraint> constraints) {
    return datatypes(constraints).contains(RDF.Nodes.langString)
        || first(constraints, StrLanguageIn.class).isPresent()
        || first(constraints, UniqueLangConstraint.class).isPresent()
        || !languages(constraints).isEmpty();
  }

  /** The languages in which a text has to be there. */
  private static SortedSet<String> languages(List<Constraint> constraints) {
    return first(constraints, QualifiedValueShape.class)
        .filter(qualified -> qualified.qMin() > 0)
        .map(qualified -> tags(qualified.getSub()))
        .orElse(new TreeSet<>());
  }

  /** What a shape's {@code sh:languageIn} lists; Jena's constraint does not tell. */
  private static SortedSet<String> tags(Shape shape) {
    SortedSet<String> tags = new TreeSet<>();
    Graph graph = shape.getShapeGraph();
    graph.stream(shape.getShapeNode(), SHACL.languageIn, Node.ANY)
        .flatMap(triple -> items(graph, triple.getObject()))
        .forEach(tag -> tags.add(tag.getLiteralLexicalForm()));
    return tags;
  }

  private static Stream<Node> items(Graph graph, Node list) {
    List<Node> items = new ArrayList<>();
    Node rest = list;
    while (!rest.equals(RDF.Nodes.nil)) {
      items.add(object(graph, rest, RDF.Nodes.first));
      rest = object(graph, rest, RDF.Nodes.rest);
    }
    return items.stream();
  }

  private static Node object(Graph graph, Node subject, Node property) {
    return graph.stream(subject, property, Node.ANY)
        .map(Triple::getObject)
        .findFirst()
        .orElseThrow();
  }

  private static List<Node> datatypes(List<Constraint> constraints) {
    return alternatives(constraints)
        .filter(DatatypeConstraint.class::isInstance)
        .map(constraint -> ((DatatypeConstraint) constraint).getDatatype())
        .toList();
  }

  private static List<Node> classes(Iterable<Constraint> constraints) {
    List<Constraint> all = new ArrayList<>();
    constraints.forEach(all::add);
    return alternatives(all)
        .filter(ClassConstraint.class::isInstance)
        .map(constraint -> ((ClassConstraint) constraint).getExpectedClass())
        .toList();
  }

  /** The constraints, those of the branches of {@code sh:or} among them. */
  private static Stream<Constraint> alternatives(List<Constraint> constraints) {
    return constraints.stream()
        .flatMap(
            constraint ->
                constraint instanceof ShOr or
                    ? or.getOthers().stream().flatMap(branch -> branch.getConstraints().stream())
                    : Stream.of(constraint));
  }
}
