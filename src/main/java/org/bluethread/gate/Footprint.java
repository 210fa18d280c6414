package org.bluethread.gate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.Target;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.sparql.path.Path;

/**
 * Where shapes look: for each kind of triple the parts of shapes that a triple of that kind can
 * make fail, and the way back from it to their focus nodes. Made once for a shapes graph; immutable
 * and safe for threads.
 */
final class Footprint {
  private final List<Part> parts = new ArrayList<>();
  private final Map<Shape, BitSet> partsOf = new LinkedHashMap<>();
  private final Map<Read, BitSet> reads = new LinkedHashMap<>();
  private final Map<Node, List<Looking>> byPredicate = new HashMap<>();
  private final List<Looking> ofAnyPredicate = new ArrayList<>();
  private final BitSet unknown = new BitSet();
  private final Map<Part, ValueWise> valueWise = new HashMap<>();
  private final Map<Node, List<Occurrence>> occurrences = new HashMap<>();

  /**
   * A read and the parts that read so.
   *
   * @param parts the indices of the parts
   */
  private record Looking(Read read, BitSet parts) {}

  /**
   * Where a shape whose results stand in reports is judged by.
   *
   * @param part the part that judges by it
   * @param from the path from that part's focus node to the shape's; empty when it is the same
   */
  record Occurrence(Part part, Optional<Path> from) {}

  /** Reads the shapes that have targets. */
  Footprint(Shapes shapes) {
    for (Shape root : shapes.getTargetShapes()) {
      if (!root.deactivated()) {
        addRoot(root, shapes);
      }
    }
    reads.forEach(
        (read, looking) ->
            read.predicate()
                .map(node -> byPredicate.computeIfAbsent(node, key -> new ArrayList<>()))
                .orElse(ofAnyPredicate)
                .add(new Looking(read, looking)));
  }

  private void addRoot(Shape root, Shapes shapes) {
    partsOf.put(root, new BitSet());
    if (root instanceof PropertyShape property) {
      addPart(root, Optional.of(property), shapes);
    } else {
      if (!root.getConstraints().isEmpty()) {
        addPart(root, Optional.empty(), shapes);
      }
      root.getPropertyShapes().forEach(inner -> addPart(root, Optional.of(inner), shapes));
    }
    root.getTargets().forEach(target -> addTarget(target, partsOf.get(root)));
  }

  private void addPart(Shape root, Optional<PropertyShape> property, Shapes shapes) {
    Part part = new Part(parts.size(), root, property);
    parts.add(part);
    partsOf.get(root).set(part.index());
    part.valueWise().ifPresent(shape -> valueWise.put(part, shape));
    Looks looks = new Looks(shapes, read -> partsLookingAt(read).set(part.index()));
    looks.of(part);
    if (looks.unknown()) {
      unknown.set(part.index());
    }
    property.ifPresentOrElse(
        shape -> addOccurrences(part, shape, Optional.empty()),
        () -> addOccurrence(part, root, Optional.empty()));
  }

  private BitSet partsLookingAt(Read read) {
    return reads.computeIfAbsent(read, key -> new BitSet());
  }

  private void addOccurrences(Part part, PropertyShape shape, Optional<Path> from) {
    addOccurrence(part, shape, from);
    Optional<Path> values = Paths.join(from, Optional.of(shape.getPath()));
    shape.getPropertyShapes().forEach(inner -> addOccurrences(part, inner, values));
  }

  private void addOccurrence(Part part, Shape shape, Optional<Path> from) {
    occurrences
        .computeIfAbsent(shape.getShapeNode(), key -> new ArrayList<>())
        .add(new Occurrence(part, from));
  }

  /** A node that becomes a focus node is judged by all parts. */
  private void addTarget(Target target, BitSet all) {
    Consumer<Read> add = read -> partsLookingAt(read).or(all);
    switch (target.getTargetType()) {
      case targetNode -> {} // It is a focus node whatever the data are.
      case targetClass, implicitClass ->
          Looks.instances(Optional.empty(), target.getObject(), Signs.COMING, add);
      case targetSubjectsOf -> add.accept(end(target, true));
      case targetObjectsOf -> add.accept(end(target, false));
      case targetExtension -> unknown.or(all);
    }
  }

  private static Read end(Target target, boolean subject) {
    return new Read(
        Optional.of(target.getObject()),
        Set.of(),
        subject,
        Optional.empty(),
        Optional.empty(),
        Signs.COMING);
  }

  /** All parts, by their index. */
  List<Part> parts() {
    return parts;
  }

  /** The parts of each shape with targets. Not to be changed. */
  Map<Shape, BitSet> partsByShape() {
    return partsOf;
  }

  /** The parts of which nobody can say where they look, by their index. Not to be changed. */
  BitSet unknown() {
    return unknown;
  }

  /**
   * Calls with each read that a triple is of, and the parts that read it.
   *
   * @param came whether the triple came or went
   */
  void readsOf(Triple triple, boolean came, BiConsumer<Read, BitSet> each) {
    for (Looking looking : byPredicate.getOrDefault(triple.getPredicate(), List.of())) {
      if (looking.read().signs().include(came)) {
        each.accept(looking.read(), looking.parts());
      }
    }
    for (Looking looking : ofAnyPredicate) {
      Read read = looking.read();
      if (read.signs().include(came) && !read.except().contains(triple.getPredicate())) {
        each.accept(read, looking.parts());
      }
    }
  }

  /** A part as one that judges value by value, if it is. */
  Optional<ValueWise> valueWise(Part part) {
    return Optional.ofNullable(valueWise.get(part));
  }

  /** Where results of a shape come from. */
  List<Occurrence> occurrences(Node shape) {
    return occurrences.getOrDefault(shape, List.of());
  }
}
