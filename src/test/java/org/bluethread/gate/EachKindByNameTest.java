package org.bluethread.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each constraint component, kind of target and kind of path, by name: a change breaks what was
 * whole, the gate finds that one result, and taking the change back brings none.
 */
class EachKindByNameTest {
  private static final String PREFIXES =
      RandomShapes.PREFIXES.substring(0, RandomShapes.PREFIXES.indexOf(":Odd"));
  private static final String QUERY =
      "sh:sparql [ a sh:SPARQLConstraint ; sh:prefixes :prefixes ; sh:select \"%s\" ]";

  /**
   * A change that breaks something.
   *
   * @param name what it breaks
   * @param shapes the shapes, in Turtle
   * @param before what is there before, which meets them
   * @param added what comes
   * @param removed what goes
   */
  private record Case(String name, String shapes, String before, String added, String removed) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Case component(
      String name, String constraints, String before, String added, String removed) {
    return new Case(
        name + "ConstraintComponent",
        ":S a sh:NodeShape ; sh:targetNode :x ; sh:property [ sh:path :p ; " + constraints + " ] .",
        before,
        added,
        removed);
  }

  private static Case added(String name, String constraints, String before, String added) {
    return component(name, constraints, before, added, "");
  }

  private static Case removed(String name, String constraints, String before, String removed) {
    return component(name, constraints, before, "", removed);
  }

  static Stream<Case> components() {
    return Stream.of(
        removed("Class", "sh:class :C", ":x :p :y . :y a :C .", ":y a :C ."),
        added("Datatype", "sh:datatype xsd:integer", ":x :p 1 .", ":x :p \"a\" ."),
        added("NodeKind", "sh:nodeKind sh:IRI", ":x :p :y .", ":x :p 1 ."),
        removed("MinCount", "sh:minCount 2", ":x :p 1, 2 .", ":x :p 1 ."),
        added("MaxCount", "sh:maxCount 1", ":x :p 1 .", ":x :p 2 ."),
        added("MinExclusive", "sh:minExclusive 1", ":x :p 2 .", ":x :p 1 ."),
        added("MinInclusive", "sh:minInclusive 1", ":x :p 1 .", ":x :p 0 ."),
        added("MaxExclusive", "sh:maxExclusive 2", ":x :p 1 .", ":x :p 2 ."),
        added("MaxInclusive", "sh:maxInclusive 2", ":x :p 2 .", ":x :p 3 ."),
        added("MinLength", "sh:minLength 2", ":x :p \"ab\" .", ":x :p \"a\" ."),
        added("MaxLength", "sh:maxLength 1", ":x :p \"a\" .", ":x :p \"ab\" ."),
        added("Pattern", "sh:pattern \"^a\"", ":x :p \"ab\" .", ":x :p \"b\" ."),
        added("LanguageIn", "sh:languageIn ( \"en\" )", ":x :p \"a\"@en .", ":x :p \"a\"@zh ."),
        added("UniqueLang", "sh:uniqueLang true", ":x :p \"a\"@en .", ":x :p \"b\"@en ."),
        removed("Equals", "sh:equals :q", ":x :p 1 ; :q 1 .", ":x :q 1 ."),
        added("Disjoint", "sh:disjoint :q", ":x :p 1 ; :q 2 .", ":x :q 1 ."),
        added("LessThan", "sh:lessThan :q", ":x :p 1 ; :q 2 .", ":x :q 1 ."),
        added("LessThanOrEquals", "sh:lessThanOrEquals :q", ":x :p 1 ; :q 1 .", ":x :q 0 ."),
        added("Not", "sh:not [ sh:class :C ]", ":x :p :y .", ":y a :C ."),
        removed(
            "And",
            "sh:and ( [ sh:class :C ] [ sh:nodeKind sh:IRI ] )",
            ":x :p :y . :y a :C .",
            ":y a :C ."),
        removed(
            "Or", "sh:or ( [ sh:class :C ] [ sh:class :D ] )", ":x :p :y . :y a :D .", ":y a :D ."),
        added(
            "Xone",
            "sh:xone ( [ sh:class :C ] [ sh:class :D ] )",
            ":x :p :y . :y a :D .",
            ":y a :C ."),
        removed(
            "Node",
            "sh:node [ sh:property [ sh:path :q ; sh:minCount 1 ] ]",
            ":x :p :y . :y :q 1 .",
            ":y :q 1 ."),
        removed(
            "QualifiedMinCount",
            "sh:qualifiedValueShape [ sh:class :C ] ; sh:qualifiedMinCount 1",
            ":x :p :y . :y a :C .",
            ":y a :C ."),
        added(
            "QualifiedMaxCount",
            "sh:qualifiedValueShape [ sh:class :C ] ; sh:qualifiedMaxCount 1",
            ":x :p :y, :z . :y a :C .",
            ":z a :C ."),
        removed("HasValue", "sh:hasValue 1", ":x :p 1, 2 .", ":x :p 1 ."),
        added("In", "sh:in ( 1 2 )", ":x :p 1 .", ":x :p 3 ."),
        new Case(
            "ClosedConstraintComponent",
            ":S a sh:NodeShape ; sh:targetNode :x ; sh:closed true ;"
                + " sh:ignoredProperties ( rdf:type ) ; sh:property [ sh:path :p ] .",
            ":x a :C ; :p 1 .",
            ":x :q 1 .",
            ""),
        new Case(
            "SPARQLConstraintComponent",
            ":S a sh:NodeShape ; sh:targetNode :x ; "
                + QUERY.formatted("SELECT $this { $this ex:p ?y FILTER NOT EXISTS { ?y a ex:C } }")
                + " .",
            ":x :p :y . :y a :C .",
            "",
            ":y a :C ."),
        new Case(
            "SPARQLConstraintComponent, searched whole",
            ":S a sh:NodeShape ; sh:targetNode :x ; "
                + QUERY.formatted(
                    "SELECT $this { $this ex:p ?m { SELECT (MAX(?o) AS ?n) { ?s ex:q ?o } }"
                        + " FILTER (?n > ?m) }")
                + " .",
            ":x :p 5 . :y :q 1 .",
            ":z :q 9 .",
            ""));
  }

  static Stream<Case> targets() {
    String body = " ; sh:property [ sh:path :p ; sh:minCount 1 ] .";
    return Stream.of(
        new Case("sh:targetNode", ":S sh:targetNode :x" + body, ":x :p 1 .", "", ":x :p 1 ."),
        new Case("sh:targetClass", ":S sh:targetClass :C" + body, ":x :q 1 .", ":x a :C .", ""),
        new Case(
            "sh:targetClass of a superclass",
            ":S sh:targetClass :C" + body,
            ":x a :E . :E rdfs:subClassOf :D .",
            ":D rdfs:subClassOf :C .",
            ""),
        new Case(
            "implicit class target",
            ":S a sh:NodeShape, rdfs:Class" + body,
            ":x :q 1 .",
            ":x a :S .",
            ""),
        new Case(
            "sh:targetSubjectsOf",
            ":S sh:targetSubjectsOf :q" + body,
            ":y :q 1 ; :p 1 .",
            ":x :q 1 .",
            ""),
        new Case(
            "sh:targetObjectsOf", ":S sh:targetObjectsOf :q" + body, ":y :p 1 .", ":y :q :x .", ""),
        new Case(
            "sh:SPARQLTarget",
            ":S sh:target [ a sh:SPARQLTarget ; sh:prefixes :prefixes ;"
                + " sh:select \"SELECT ?this { ?this ex:q ?y . ?y ex:r 1 }\" ]"
                + body,
            ":x :q :y .",
            ":y :r 1 .",
            ""));
  }

  static Stream<Case> paths() {
    return Stream.of(
        path("predicate", ":p", ":x :p 1 ."),
        path("inverse", "[ sh:inversePath :p ]", ":y :p :x ."),
        path("sequence", "( :p :q )", ":y :q 1 ."),
        path("alternative", "[ sh:alternativePath ( :q :p ) ]", ":x :p 1 ."),
        path("zero or more", "( [ sh:zeroOrMorePath :p ] :q )", ":y :q 1 ."),
        path("one or more", "( [ sh:oneOrMorePath :p ] :q )", ":y :p :z . :z :q 1 ."),
        path("zero or one", "( [ sh:zeroOrOnePath :p ] :q )", ":y :q 1 ."),
        path("inverse of a sequence", "[ sh:inversePath ( :p :q ) ]", ":w :p :v . :v :q :x ."));
  }

  /** The last triple that makes the path arrive goes. */
  private static Case path(String name, String path, String last) {
    String link = name.equals("predicate") || name.equals("alternative") ? "" : ":x :p :y . ";
    String triple = last.substring(last.indexOf(" . ") < 0 ? 0 : last.indexOf(" . ") + 3);
    return new Case(
        name,
        ":S sh:targetNode :x ; sh:property [ sh:path " + path + " ; sh:minCount 1 ] .",
        link + last,
        "",
        triple);
  }

  @ParameterizedTest
  @MethodSource({"components", "targets", "paths"})
  void aChangeThatBreaksItBringsThatResultAndNoOther(Case broken) {
    Gate gate = Gate.of(parse(broken.shapes()));
    DatasetGraph dataset = DatasetGraphFactory.create();
    parse(broken.before()).find().forEachRemaining(triple -> dataset.add(quad(triple)));
    assertThat(full(broken, dataset)).as("before").isZero();
    Delta there = new Delta();
    Delta back = new Delta();
    parse(broken.added())
        .find()
        .forEachRemaining(
            triple -> {
              dataset.add(quad(triple));
              there.noteAdded(quad(triple));
              back.noteRemoved(quad(triple));
            });
    parse(broken.removed())
        .find()
        .forEachRemaining(
            triple -> {
              dataset.delete(quad(triple));
              there.noteRemoved(quad(triple));
              back.noteAdded(quad(triple));
            });

    Report report = gate.judge(dataset, there);

    assertThat(report.results()).as(report.toText("en")).hasSize(1);
    Result result = report.results().get(0);
    if (broken.name().contains("ConstraintComponent")) {
      assertThat(broken.name()).startsWith(result.component().getLocalName());
    }
    assertThat(result.focusNode().getURI()).isEqualTo("http://example.org/x");
    boolean whole = broken.name().contains("whole") || broken.name().equals("sh:SPARQLTarget");
    assertThat(report.searchedWhole()).hasSize(whole ? 1 : 0);
    if (whole) {
      assertThat(report.toText("en")).contains("All targets of the shape", "/S");
    } else {
      assertThat(result.causes())
          .as("causes")
          .isNotEmpty()
          .allMatch(cause -> there.quads().anyMatch(cause.quad()::equals));
    }

    there.added().forEach(dataset::delete);
    there.removed().forEach(dataset::add);
    assertThat(gate.judge(dataset, back).results()).as("taken back").isEmpty();
  }

  @Test
  void aReportListsSoManyResultsOfASeverityAndCountsTheOthers() {
    Gate gate =
        Gate.of(
            parse(
                ":W sh:targetClass :C ; sh:severity sh:Warning ; sh:property"
                    + " [ sh:path :w ; sh:minCount 1 ; sh:severity sh:Warning ] ."
                    + " :S sh:targetClass :C ; sh:property [ sh:path :p ; sh:minCount 1 ] ."));
    DatasetGraph dataset = DatasetGraphFactory.create();
    Delta delta = new Delta();
    for (int i = 0; i < 6000; i++) {
      Quad quad = quad(parse(":x" + i + " a :C .").find().next());
      dataset.add(quad);
      delta.noteAdded(quad);
    }

    Report report = gate.judge(dataset, delta);

    assertThat(report.passes()).isFalse();
    assertThat(report.results()).hasSize(10_000);
    assertThat(report.results().stream().filter(Result::isViolation)).hasSize(5_000);
    assertThat(report.unlisted()).isEqualTo(2_000);
    assertThat(report.toText("en")).contains("2000 more results like these are not listed.");
    assertThat(report.toText("zh")).contains("另有 2000 项");
  }

  @Test
  void noConstraintComponentOfShaclCoreIsLeftOut() {
    Set<String> named = new TreeSet<>();
    components().forEach(one -> named.add(one.name()));
    assertThat(named)
        .containsAll(
            List.of(
                "ClassConstraintComponent",
                "DatatypeConstraintComponent",
                "NodeKindConstraintComponent",
                "MinCountConstraintComponent",
                "MaxCountConstraintComponent",
                "MinExclusiveConstraintComponent",
                "MinInclusiveConstraintComponent",
                "MaxExclusiveConstraintComponent",
                "MaxInclusiveConstraintComponent",
                "MinLengthConstraintComponent",
                "MaxLengthConstraintComponent",
                "PatternConstraintComponent",
                "LanguageInConstraintComponent",
                "UniqueLangConstraintComponent",
                "EqualsConstraintComponent",
                "DisjointConstraintComponent",
                "LessThanConstraintComponent",
                "LessThanOrEqualsConstraintComponent",
                "NotConstraintComponent",
                "AndConstraintComponent",
                "OrConstraintComponent",
                "XoneConstraintComponent",
                "NodeConstraintComponent",
                "QualifiedMinCountConstraintComponent",
                "QualifiedMaxCountConstraintComponent",
                "ClosedConstraintComponent",
                "HasValueConstraintComponent",
                "InConstraintComponent"));
  }

  private static int full(Case broken, DatasetGraph dataset) {
    return ShaclValidator.get()
        .validate(Shapes.parse(parse(broken.shapes())), dataset.getUnionGraph())
        .getEntries()
        .size();
  }

  private static Quad quad(Triple triple) {
    return Quad.create(NodeFactory.createURI("http://example.org/g"), triple);
  }

  private static Graph parse(String turtle) {
    return RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).toGraph();
  }
}
