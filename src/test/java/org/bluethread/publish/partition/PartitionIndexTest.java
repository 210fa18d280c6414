package org.bluethread.publish.partition;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.vocabulary.RDF;
import org.bluethread.data.RealData;
import org.bluethread.graph.Snapshot;
import org.bluethread.publish.partition.Partitions.ClassPartition;
import org.bluethread.support.TestGraph;

/** The figures of classes and properties are those that SPARQL counts, commit after commit. */
final class PartitionIndexTest {
  private static final String EX = "http://example.org/";

  /** One step of a change. */
  private record Step(boolean add, Quad quad) {}

  @Example
  void countsWhatIsShippedAsSparqlDoes() {
    RealData.GRAPH.read(
        snapshot -> {
          Partitions partitions = PartitionIndex.follow(RealData.GRAPH).of(snapshot);
          assertThat(partitions).isEqualTo(counted(snapshot));
          assertThat(partitions.classes()).hasSizeGreaterThan(50);
          return snapshot;
        });
  }

  @Property(tries = 60)
  void followsAnyChangesAsIfAllHadBeenCountedAnew(@ForAll("changes") List<List<Step>> changes)
      throws IOException {
    Path folder = Files.createTempDirectory("bluethread-test");
    try (TestGraph graph = TestGraph.in(folder)) {
      PartitionIndex index = PartitionIndex.follow(graph.graph());
      assertIsCurrent(graph, index);
      for (List<Step> change : changes) {
        graph.write(
            target -> {
              for (Step step : change) {
                if (step.add()) {
                  target.add(step.quad());
                } else {
                  target.delete(step.quad());
                }
              }
            });
        assertIsCurrent(graph, index);
      }
    }
  }

  @Example
  void followsACommitTooLargeToFollow() throws IOException {
    Path folder = Files.createTempDirectory("bluethread-test");
    try (TestGraph graph = TestGraph.in(folder)) {
      PartitionIndex index = PartitionIndex.follow(graph.graph());
      assertIsCurrent(graph, index);
      graph.write(
          target -> {
            for (int i = 0; i < 3000; i++) {
              target.add(Quad.create(iri("g"), iri("s" + i % 700), iri("p" + i % 3), iri("o" + i)));
            }
          });
      assertIsCurrent(graph, index);
      graph.update(
          "INSERT DATA { GRAPH <http://e.org/g> { <http://e.org/s> a <http://e.org/C> } }");
      assertIsCurrent(graph, index);
    }
  }

  @Example
  void answersWhoBeganBeforeACommitWithTheFiguresOfThen() throws IOException {
    Path folder = Files.createTempDirectory("bluethread-test");
    try (TestGraph graph = TestGraph.in(folder)) {
      PartitionIndex index = PartitionIndex.follow(graph.graph());
      graph.update(
          "INSERT DATA { GRAPH <http://e.org/g> { <http://e.org/s> a <http://e.org/C> } }");
      assertIsCurrent(graph, index);
      graph
          .graph()
          .read(
              before -> {
                Thread writer =
                    Thread.ofPlatform()
                        .start(() -> graph.update("DELETE WHERE { GRAPH ?g { ?s ?p ?o } }"));
                join(writer);
                assertThat(graph.graph().commitSeen()).isEqualTo(1);
                assertThat(index.of(before)).isEqualTo(counted(before));
                return before;
              });
      assertIsCurrent(graph, index);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static void assertIsCurrent(TestGraph graph, PartitionIndex index) {
    graph
        .graph()
        .read(
            snapshot -> {
              assertThat(index.of(snapshot)).isEqualTo(counted(snapshot));
              return snapshot;
            });
  }

  private static Partitions counted(Snapshot snapshot) {
    Map<Node, Map<Node, Long>> cells = new HashMap<>();
    for (Binding row :
        rows(
            snapshot,
            "SELECT ?c ?p (COUNT(*) AS ?n) { ?s a ?c ; ?p ?o FILTER(isIRI(?c)) } GROUP BY ?c ?p")) {
      cells
          .computeIfAbsent(row.get("c"), name -> new HashMap<>())
          .put(row.get("p"), number(row.get("n")));
    }
    Map<Node, ClassPartition> classes = new HashMap<>();
    for (Binding row :
        rows(snapshot, "SELECT ?c (COUNT(*) AS ?n) { ?s a ?c FILTER(isIRI(?c)) } GROUP BY ?c")) {
      classes.put(row.get("c"), new ClassPartition(number(row.get("n")), cells.get(row.get("c"))));
    }
    return new Partitions(
        snapshot.commit(),
        one(snapshot, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"),
        one(snapshot, "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }"),
        one(snapshot, "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?o { ?s ?p ?o } }"),
        one(
            snapshot,
            "SELECT (COUNT(DISTINCT ?s) AS ?n)"
                + " { ?s ?p ?o FILTER(STRSTARTS(STR(?s), 'https://w3id.org/bluethread/')) }"),
        rows(snapshot, "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p").stream()
            .collect(toMap(row -> row.get("p"), row -> number(row.get("n")))),
        classes);
  }

  private static long one(Snapshot snapshot, String query) {
    return number(rows(snapshot, query).get(0).get("n"));
  }

  private static long number(Node literal) {
    return Long.parseLong(literal.getLiteralLexicalForm());
  }

  private static List<Binding> rows(Snapshot snapshot, String query) {
    List<Binding> rows = new ArrayList<>();
    try (QueryExec exec = QueryExec.dataset(snapshot.dataset()).query(query).build()) {
      exec.select().forEachRemaining(rows::add);
    }
    return rows;
  }

  @Provide
  Arbitrary<List<List<Step>>> changes() {
    Arbitrary<Quad> typing = quads(Arbitraries.of(RDF.Nodes.type), objects());
    Arbitrary<Quad> other = quads(Arbitraries.of(iri("p1"), iri("p2")), objects());
    return Combinators.combine(Arbitraries.of(true, true, false), Arbitraries.oneOf(typing, other))
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .list()
        .ofMaxSize(6);
  }

  private static Arbitrary<Quad> quads(Arbitrary<Node> property, Arbitrary<Node> object) {
    Arbitrary<Node> subject =
        Arbitraries.of(
            iri("s1"), iri("s2"), NodeFactory.createURI("https://w3id.org/bluethread/id/s3"));
    return Combinators.combine(Arbitraries.of(iri("g1"), iri("g2")), subject, property, object)
        .as(Quad::create);
  }

  private static Arbitrary<Node> objects() {
    return Arbitraries.of(
        iri("c1"),
        iri("c2"),
        iri("s1"),
        NodeFactory.createLiteralString("a text"),
        NodeFactory.createLiteralDT("7", org.apache.jena.datatypes.xsd.XSDDatatype.XSDinteger));
  }

  private static Node iri(String name) {
    return NodeFactory.createURI(EX + name);
  }
}
