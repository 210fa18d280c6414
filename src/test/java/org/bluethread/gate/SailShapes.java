package org.bluethread.gate;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Shapes by chance, of those that RDF4J's ShaclSail judges as the specification wants. Left out is
 * what its list of supported predicates does not name (sequences, repeated and optional paths,
 * {@code sh:disjoint}, {@code sh:xone}), what its manual says is not supported (property shapes in
 * property shapes, severities) and, of the rest, what 5.1.2 was seen to judge wrongly:
 *
 * <ul>
 *   <li>{@code sh:equals}, {@code sh:lessThan}, {@code sh:lessThanOrEquals}: it judges nodes that
 *       are no targets, and fails with a ClassCastException where a target is a literal;
 *   <li>{@code sh:closed} in property shapes: it overlooks statements. In node shapes it does not;
 *   <li>{@code sh:sparql}: it judges a node again only when it becomes a target;
 *   <li>{@code sh:qualifiedValueShape}: a value that does not conform is counted wrongly when its
 *       node becomes a target in the same transaction, or when it fails in two ways;
 *   <li>an alternative path in an alternative path: it judges nodes that are no targets;
 *   <li>{@code sh:class} and what refers to shapes, under {@code sh:targetNode}: likewise. Bounds
 *       for the target itself, which it cannot compare; and literals as targets, which it
 *       overlooks;
 *   <li>{@code sh:not} of something that looks at properties: it overlooks statements that come;
 *   <li>{@code sh:or} of a shape that a value fails in two ways: it overlooks the value.
 * </ul>
 *
 * <p>Nor does it judge anew the instances of a class that becomes a subclass of a target class: the
 * classes have to stand before the data.
 */
final class SailShapes {
  private static final List<String> PREDICATES = List.of(":p", ":q", ":r");
  private static final List<String> CLASSES = List.of(":A", ":B", ":C");
  private static final List<String> NODES = List.of(":a", ":b", ":c", ":d", ":e");
  private static final List<String> LITERALS =
      List.of("1", "2", "3", "\"x\"", "\"xy\"@en", "\"z\"@en", "\"x\"@zh");

  private final Random random;
  private final StringBuilder shapes = new StringBuilder();
  private int propertyShapes;

  private SailShapes(long seed) {
    this.random = new Random(seed);
  }

  /**
   * A shapes graph in Turtle: one to three shapes with targets. All that give results have IRIs.
   */
  static String turtle(long seed) {
    SailShapes all = new SailShapes(seed);
    int count = 1 + all.random.nextInt(3);
    for (int i = 0; i < count; i++) {
      all.shape(i);
    }
    return all.shapes.toString();
  }

  private void shape(int number) {
    String target = target();
    int depth = target.startsWith("sh:targetNode") ? -1 : 2;
    StringBuilder shape = new StringBuilder(":S" + number + " " + target);
    if (random.nextInt(4) == 0) {
      shape.append(" ; a sh:PropertyShape ; sh:path ").append(path());
      shape.append(constraints(1 + random.nextInt(2), true, depth));
    } else {
      shape.append(" ; a sh:NodeShape ; sh:property ").append(property(2, depth));
      shape.append(constraints(depth < 0 ? 0 : random.nextInt(3), false, depth));
      if (random.nextInt(8) == 0) {
        shape.append(" ; sh:closed true ; sh:ignoredProperties ( rdf:type " + predicate() + " )");
      }
    }
    shapes.append(shape).append(" .\n");
  }

  private String target() {
    return switch (random.nextInt(6)) {
      case 0 -> "sh:targetNode " + pick(NODES);
      case 1, 2, 3 -> "sh:targetClass " + pick(CLASSES);
      case 4 -> "sh:targetSubjectsOf " + predicate();
      default -> "sh:targetObjectsOf " + predicate();
    };
  }

  private String path() {
    return random.nextInt(4) == 0
        ? "[ sh:alternativePath ( " + step() + " " + step() + " ) ]"
        : step();
  }

  private String step() {
    return random.nextInt(4) == 0 ? "[ sh:inversePath " + predicate() + " ]" : predicate();
  }

  /** Writes a property shape and tells its name. */
  private String property(int most, int depth) {
    String name = ":P" + propertyShapes++;
    String constraints = constraints(1 + random.nextInt(most), true, depth);
    shapes.append(name + " a sh:PropertyShape ; sh:path " + path() + constraints + " .\n");
    return name;
  }

  /**
   * Constraints of different kinds, each behind a semicolon.
   *
   * @param depth how deep they may refer to other shapes; below 0, they do not look at classes
   *     either
   */
  private String constraints(int count, boolean property, int depth) {
    return Stream.generate(() -> random.nextInt(property ? 17 : 14))
        .filter(kind -> depth > 0 || kind < 10 || kind >= 14)
        .map(kind -> kind == 13 && property ? 0 : kind)
        .filter(kind -> depth >= 0 || kind != 0)
        .limit(20)
        .distinct()
        .limit(count)
        .map(kind -> " ; " + constraint(kind, depth))
        .collect(Collectors.joining());
  }

  private String constraint(int kind, int depth) {
    return switch (kind) {
      case 0 -> "sh:class " + pick(CLASSES);
      case 1 -> "sh:datatype xsd:integer";
      case 2 -> "sh:nodeKind " + pick(List.of("sh:IRI", "sh:Literal", "sh:BlankNodeOrIRI"));
      case 3 -> pick(List.of("sh:minInclusive 2", "sh:minExclusive 1"));
      case 4 -> pick(List.of("sh:maxInclusive 2", "sh:maxExclusive 3"));
      case 5 -> pick(List.of("sh:minLength 2", "sh:maxLength 1"));
      case 6 -> "sh:pattern \"^x\"";
      case 7 -> "sh:languageIn ( \"en\" )";
      case 8 -> "sh:hasValue " + pick(random.nextBoolean() ? NODES : LITERALS);
      case 9 -> "sh:in ( " + pick(NODES) + " " + pick(NODES) + " " + pick(LITERALS) + " )";
      case 10 -> "sh:not [ a sh:NodeShape" + constraints(1, false, 0) + " ]";
      case 11 -> "sh:and ( " + inner(depth - 1) + " " + inner(depth - 1) + " )";
      case 12 -> "sh:or ( " + inner(0) + " " + inner(0) + " )";
      case 13 -> "sh:node [ a sh:NodeShape ; sh:property " + property(2, depth - 1) + " ]";
      case 14 -> "sh:minCount " + (1 + random.nextInt(2));
      case 15 -> "sh:maxCount " + random.nextInt(3);
      default -> "sh:uniqueLang true";
    };
  }

  private String inner(int depth) {
    return random.nextInt(3) == 0
        ? property(1, depth)
        : "[ a sh:NodeShape" + constraints(1, false, depth) + " ]";
  }

  private String predicate() {
    return pick(PREDICATES);
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
