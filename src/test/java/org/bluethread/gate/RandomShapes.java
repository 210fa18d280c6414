package org.bluethread.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;

/** Shapes and statements by chance, over a vocabulary so small that they meet. */
final class RandomShapes {
  static final String PREFIXES =
      """
      PREFIX : <http://example.org/>
      PREFIX sh: <http://www.w3.org/ns/shacl#>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      :prefixes sh:declare [ sh:prefix "ex" ; sh:namespace "http://example.org/"^^xsd:anyURI ] .
      :Odd a sh:ConstraintComponent ;
        sh:parameter [ sh:path :odd ] ;
        sh:validator [ a sh:SPARQLAskValidator ; sh:prefixes :prefixes ;
          sh:ask "ASK { FILTER NOT EXISTS { $value ex:q ?x . ?x ex:r $value } }" ] .
      """;
  private static final List<String> PREDICATES = List.of(":p", ":q", ":r");
  private static final List<String> CLASSES = List.of(":A", ":B", ":C");
  private static final List<String> NODES = List.of(":a", ":b", ":c", ":d", ":e");
  private static final List<String> LITERALS =
      List.of("1", "2", "3", "\"x\"", "\"xy\"@en", "\"z\"@en", "\"x\"@zh", "\"2\"^^xsd:string");
  private static final List<String> QUERIES =
      List.of(
          "SELECT $this ?value { $this ex:p ?value . ?value ex:q ?x FILTER (?x = $this) }",
          "SELECT $this { $this ex:p ?y OPTIONAL { ?y ex:q ?z } FILTER (!bound(?z)) }",
          "SELECT $this ?value { ?value ex:r $this FILTER NOT EXISTS { ?value a ex:A } }",
          "SELECT $this { { $this ex:p ?x } UNION { $this ex:q ?x } MINUS { ?x ex:r ?y } }",
          "SELECT $this ?value { $this ex:p/ex:q* ?value . ?value ?any $this }",
          "SELECT $this { $this ex:p ?x . { SELECT (COUNT(*) AS ?n) { ?s ex:q ?o } }"
              + " FILTER (?n > 2) }",
          "SELECT $this { ?s ex:q ex:a . $this ex:r ?o }",
          "SELECT $this (COUNT(?x) AS ?n) { $this ex:p ?x . ?x a ex:B } GROUP BY $this"
              + " HAVING (COUNT(?x) > 1)");

  private final Random random;

  RandomShapes(long seed) {
    this.random = new Random(seed);
  }

  /** A shapes graph in Turtle: one to four shapes with targets of every kind. */
  String shapes() {
    StringBuilder shapes = new StringBuilder();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      boolean property = random.nextInt(4) == 0;
      shapes.append(":S").append(i).append(property ? " a sh:PropertyShape" : "");
      shapes.append(property ? "" : implicit()).append(" ; ").append(target());
      if (property) {
        // Without inner property shapes: Jena judges those of a shape with targets at the focus
        // node and not at the values, and is no oracle for them.
        shapes.append(" ; sh:path ").append(path(2)).append(constraints(true, 1, false));
      } else {
        shapes.append(constraints(false, 2, true));
      }
      if (random.nextInt(12) == 0) {
        shapes.append(" ; sh:severity sh:Warning");
      }
      shapes.append(" .\n");
    }
    return shapes.toString();
  }

  private String implicit() {
    return random.nextInt(6) == 0 ? " a sh:NodeShape, rdfs:Class" : " a sh:NodeShape";
  }

  private String target() {
    return switch (random.nextInt(9)) {
      case 0 -> "sh:targetNode " + pick(NODES);
      case 1 -> "sh:targetNode " + pick(LITERALS);
      case 2, 3, 4 -> "sh:targetClass " + pick(CLASSES);
      case 5 -> "sh:targetSubjectsOf " + pick(PREDICATES);
      case 6 -> "sh:targetObjectsOf " + pick(PREDICATES);
      case 7 -> "sh:targetClass " + pick(CLASSES) + " ; sh:targetObjectsOf " + pick(PREDICATES);
      default ->
          "sh:target [ a sh:SPARQLTarget ; sh:prefixes :prefixes ;"
              + " sh:select \"SELECT ?this { ?this ex:p ?x . ?x ex:q ?y }\" ]";
    };
  }

  private String path(int depth) {
    if (depth == 0 || random.nextInt(2) == 0) {
      return pick(PREDICATES);
    }
    return switch (random.nextInt(6)) {
      case 0 -> "[ sh:inversePath " + path(depth - 1) + " ]";
      case 1 -> "( " + path(depth - 1) + " " + path(depth - 1) + " )";
      case 2 -> "[ sh:alternativePath ( " + path(depth - 1) + " " + path(depth - 1) + " ) ]";
      case 3 -> "[ sh:zeroOrMorePath " + path(depth - 1) + " ]";
      case 4 -> "[ sh:oneOrMorePath " + path(depth - 1) + " ]";
      default -> "[ sh:zeroOrOnePath " + path(depth - 1) + " ]";
    };
  }

  private String constraints(boolean property, int depth, boolean inner) {
    StringBuilder constraints = new StringBuilder();
    int count = 1 + random.nextInt(2);
    List<Integer> used = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int kind = random.nextInt(property ? 26 : 20);
      if (!used.contains(kind)) {
        used.add(kind);
        constraints.append(" ; ").append(constraint(kind, depth, inner));
      }
    }
    return constraints.toString();
  }

  private String constraint(int kind, int depth, boolean inner) {
    return switch (kind) {
      case 0 -> "sh:class " + pick(CLASSES);
      case 1 -> "sh:datatype xsd:integer";
      case 2 -> "sh:nodeKind " + pick(List.of("sh:IRI", "sh:Literal", "sh:BlankNodeOrIRI"));
      case 3 -> pick(List.of("sh:minInclusive 2", "sh:minExclusive 1"));
      case 4 -> pick(List.of("sh:maxInclusive 2", "sh:maxExclusive 3"));
      case 5 -> pick(List.of("sh:minLength 2", "sh:maxLength 1"));
      case 6 -> "sh:pattern \"^x\"";
      case 7 -> "sh:languageIn ( \"en\" )";
      case 8 -> "sh:equals " + pick(PREDICATES);
      case 9 -> "sh:disjoint " + pick(PREDICATES);
      case 10 -> "sh:hasValue " + pick(random.nextBoolean() ? NODES : LITERALS);
      case 11 -> "sh:in ( " + pick(NODES) + " " + pick(NODES) + " " + pick(LITERALS) + " )";
      case 12 -> "sh:not " + shape(depth);
      case 13 -> "sh:and ( " + shape(depth) + " " + shape(depth) + " )";
      case 14 -> "sh:or ( " + shape(depth) + " " + shape(depth) + " )";
      case 15 -> "sh:xone ( " + shape(depth) + " " + shape(depth) + " )";
      case 16 -> "sh:node [" + constraints(false, depth - 1, inner).substring(2) + " ]";
      case 17 ->
          "sh:closed true ; sh:ignoredProperties ( rdf:type "
              + pick(PREDICATES)
              + " ) ; sh:property [ sh:path "
              + pick(PREDICATES)
              + " ]";
      case 18 ->
          inner && depth > 0 ? "sh:property " + property(depth - 1, inner) : "sh:nodeKind sh:IRI";
      case 19 ->
          random.nextInt(3) == 0
              ? ":odd true"
              : "sh:sparql [ a sh:SPARQLConstraint ; sh:prefixes :prefixes ; sh:select \""
                  + pick(QUERIES)
                  + "\" ]";
      case 20 -> "sh:minCount " + (1 + random.nextInt(3));
      case 21 -> "sh:maxCount " + random.nextInt(3);
      case 22 -> "sh:uniqueLang true";
      case 23 -> "sh:lessThan " + pick(PREDICATES);
      case 24 -> "sh:lessThanOrEquals " + pick(PREDICATES);
      default -> qualified(depth);
    };
  }

  private String qualified(int depth) {
    String bounds =
        pick(
            List.of(
                "sh:qualifiedMinCount 1",
                "sh:qualifiedMinCount 2",
                "sh:qualifiedMaxCount 0",
                "sh:qualifiedMaxCount 1",
                "sh:qualifiedMinCount 1 ; sh:qualifiedMaxCount 1"));
    return "sh:qualifiedValueShape "
        + shape(depth)
        + " ; "
        + bounds
        + (random.nextInt(3) == 0 ? " ; sh:qualifiedValueShapesDisjoint true" : "");
  }

  private String property(int depth, boolean inner) {
    String deactivated = random.nextInt(20) == 0 ? " ; sh:deactivated true" : "";
    return "[ sh:path " + path(2) + constraints(true, depth, inner) + deactivated + " ]";
  }

  private String shape(int depth) {
    Supplier<String> node =
        () -> "[" + constraints(false, depth - 1, depth > 1).substring(2) + " ]";
    return depth <= 0
        ? "[ sh:nodeKind sh:IRI ]"
        : random.nextInt(3) == 0 ? property(depth - 1, depth > 1) : node.get();
  }

  /** A statement in one of three graphs. */
  Quad quad() {
    String graph = pick(List.of(":g1", ":g2", ":g3"));
    String triple =
        switch (random.nextInt(8)) {
          case 0, 1 -> pick(NODES) + " rdf:type " + pick(random.nextInt(9) == 0 ? S : CLASSES);
          case 2 ->
              pick(CLASSES) + " rdfs:subClassOf " + pick(random.nextInt(5) == 0 ? S : CLASSES);
          case 3, 4 -> pick(NODES) + " " + pick(PREDICATES) + " " + pick(LITERALS);
          default -> pick(NODES) + " " + pick(PREDICATES) + " " + pick(NODES);
        };
    return parse(graph, triple);
  }

  private static final List<String> S = List.of(":S0", ":S1");

  private static Quad parse(String graph, String triple) {
    Graph parsed = graph(triple + " .");
    Node name = graph(graph + " :p 1 .").find().next().getSubject();
    return Quad.create(name, parsed.find().next());
  }

  static Graph graph(String turtle) {
    String prefixes = PREFIXES.substring(0, PREFIXES.indexOf(":prefixes"));
    return RDFParser.fromString(prefixes + turtle, Lang.TURTLE).toGraph();
  }

  /** Whether something happens that happens one time in so many. */
  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  /** A number from 0 to below {@code bound}. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
