package org.bluethread.gate;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.bluethread.gate.W3cShaclTests.Case;
import org.bluethread.gate.W3cShaclTests.Finding;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The gate finds what the W3C's tests of the SHACL Core expect, whatever part of a test's data was
 * there before and whatever else went with the change: what a full validation found before and
 * still finds, and what the gate says of the change, are together the expected report, in which it
 * does not count how often the same result stands. It needs the suite and runs with {@code
 * -Dreference=FOLDER} only.
 */
@Tag("reference")
final class W3cShaclCoreTest {
  /**
   * Ways on which the data of a test come about. On the first, nothing was there before; on the
   * second, all was, and other statements go.
   */
  private static final int WAYS = 40;

  private static final List<Node> GRAPHS =
      List.of(
          NodeFactory.createURI("https://example.org/graph/1"),
          NodeFactory.createURI("https://example.org/graph/2"));

  @TestFactory
  Stream<DynamicTest> whatIsExpectedIsFound() throws IOException {
    return W3cShaclTests.all().stream()
        .map(
            test ->
                DynamicTest.dynamicTest(
                    test.name(), () -> IntStream.range(0, WAYS).forEach(way -> check(test, way))));
  }

  @Test
  void noTestOfTheSuiteIsLeftOut() throws IOException {
    List<Case> tests = W3cShaclTests.all();
    assertThat(tests).hasSize(98);
    assertThat(tests.stream().filter(test -> test.expected().isEmpty())).hasSize(4);
  }

  private static void check(Case test, int way) {
    Random random = new Random(way);
    Set<Quad> before = new LinkedHashSet<>();
    Set<Quad> after = new LinkedHashSet<>();
    for (Triple triple : test.data()) {
      place(triple, random, after);
    }
    for (Quad quad : after) {
      if (way == 1 || (way > 1 && random.nextBoolean())) {
        before.add(quad);
      }
    }
    if (way > 0) {
      addOthers(test.data(), random, before);
    }
    DatasetGraph dataset = DatasetGraphFactory.create();
    before.forEach(dataset::add);
    Set<Finding> found = full(test, union(before));
    Report report = Gate.of(test.shapes()).judge(dataset, change(dataset, before, after));

    Set<Finding> all = new HashSet<>(found);
    all.retainAll(full(test, union(after)));
    report.results().forEach(result -> all.add(Finding.of(result)));
    assertThat(all)
        .as(() -> "way " + way + ", before: " + before)
        .containsExactlyInAnyOrderElementsOf(test.expected());
    assertThat(report.results().stream().map(Finding::of).filter(found::contains))
        .as(() -> "way " + way + ", before: " + before)
        .allMatch(finding -> finding.key().isCount());
  }

  /** Puts a triple into one graph, or at times into both. */
  private static void place(Triple triple, Random random, Set<Quad> quads) {
    int first = random.nextInt(GRAPHS.size());
    quads.add(Quad.create(GRAPHS.get(first), triple));
    if (random.nextInt(4) == 0) {
      quads.add(Quad.create(GRAPHS.get(1 - first), triple));
    }
  }

  /** Adds some statements that are not among the data: parts of theirs put together otherwise. */
  private static void addOthers(Set<Triple> data, Random random, Set<Quad> quads) {
    List<Triple> all = new ArrayList<>(data);
    int count = random.nextInt(8);
    for (int i = 0; i < count; i++) {
      Triple other =
          Triple.create(
              all.get(random.nextInt(all.size())).getSubject(),
              all.get(random.nextInt(all.size())).getPredicate(),
              all.get(random.nextInt(all.size())).getObject());
      if (!data.contains(other)) {
        place(other, random, quads);
      }
    }
  }

  private static Delta change(DatasetGraph dataset, Set<Quad> before, Set<Quad> after) {
    Delta delta = new Delta();
    for (Quad quad : before) {
      if (!after.contains(quad)) {
        dataset.delete(quad);
        delta.noteRemoved(quad);
      }
    }
    for (Quad quad : after) {
      if (!before.contains(quad)) {
        dataset.add(quad);
        delta.noteAdded(quad);
      }
    }
    return delta;
  }

  private static Graph union(Set<Quad> quads) {
    return W3cShaclTests.graph(quads.stream().map(Quad::asTriple).toList());
  }

  private static Set<Finding> full(Case test, Graph data) {
    return Gate.of(test.shapes()).judge(data).results().stream().map(Finding::of).collect(toSet());
  }
}
