package org.bluethread.gate;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDFS;

/**
 * The gate refuses what RDF4J's ShaclSail refuses, for the same results, as far as {@link
 * SailShapes} go: two validators of changes that share no code. What is refused is taken back, so
 * that each change is one of valid data.
 */
class ShaclSailAgreementTest {
  private static final int ROUNDS = 12;
  private static final Set<Node> ONE_FOCUS_ALONE =
      Set.of(SHACL.AndConstraintComponent, SHACL.NodeConstraintComponent);

  @Property(tries = 250, shrinking = ShrinkingMode.OFF)
  void aChangeIsRefusedForWhatShaclSailRefusesItFor(@ForAll long seed) {
    String turtle = SailShapes.turtle(seed);
    Graph shapes = RandomShapes.graph(turtle);
    Gate gate = Gate.of(shapes);
    try (SailGuard sail = new SailGuard()) {
      Set<Key> ofNothing = keys(gate.judge(GraphFactory.createDefaultGraph()));
      assertThat(compared(sail.shapes(shapes).stream())).as(turtle).isEqualTo(ofNothing);
      if (ofNothing.isEmpty()) {
        compare(gate, sail, new RandomShapes(seed), turtle);
      }
    }
  }

  private static void compare(Gate gate, SailGuard sail, RandomShapes chance, String turtle) {
    DatasetGraph dataset = DatasetGraphFactory.create();
    Delta start = start(gate, chance, dataset);
    assertThat(sail.change(new UnionChange(dataset, start))).as(turtle + start.added()).isEmpty();
    for (int round = 0; round < ROUNDS; round++) {
      Delta delta = change(chance, dataset);
      Report report = gate.judge(dataset, delta);

      Set<Key> ours = keys(report);
      Set<Key> theirs = compared(sail.change(new UnionChange(dataset, delta)).stream());
      assertThat(theirs)
          .as(
              () ->
                  "shapes:\n"
                      + turtle
                      + "\nadded: "
                      + delta.added()
                      + "\nremoved: "
                      + delta.removed()
                      + "\nafter: "
                      + dataset)
          .isEqualTo(ours.stream().filter(key -> !isOverlooked(key, theirs)).collect(toSet()));
      assertThat(report.passes()).isEqualTo(report.results().isEmpty());
      Statistics.collect(report.passes() ? "passes" : "is refused");
      if (!report.passes()) {
        delta.added().forEach(dataset::delete);
        delta.removed().forEach(dataset::add);
      }
    }
    Statistics.coverage(
        coverage -> coverage.check("is refused").percentage(share -> share > 10 && share < 90));
  }

  /** Puts classes and, if some are soon found, data that meet the shapes into a dataset. */
  private static Delta start(Gate gate, RandomShapes chance, DatasetGraph dataset) {
    Delta delta = new Delta();
    List<Quad> quads = quads(chance, 80);
    quads.stream().filter(ShaclSailAgreementTest::isOfClasses).limit(3).forEach(dataset::add);
    for (int i = 0; i < 30; i++) {
      List<Quad> data = quads(chance, 20).stream().filter(quad -> !isOfClasses(quad)).toList();
      data.forEach(dataset::add);
      if (gate.judge(dataset.getUnionGraph()).passes()) {
        break;
      }
      data.forEach(dataset::delete);
    }
    dataset.find().forEachRemaining(delta::noteAdded);
    return delta;
  }

  private static List<Quad> quads(RandomShapes chance, int count) {
    return Stream.generate(chance::quad).limit(count).toList();
  }

  private static Delta change(RandomShapes chance, DatasetGraph dataset) {
    Delta delta = new Delta();
    int steps = 1 + chance.below(4);
    for (int i = 0; i < steps; i++) {
      List<Quad> present = new ArrayList<>();
      dataset.find().forEachRemaining(present::add);
      Quad quad =
          chance.oneIn(2) && !present.isEmpty()
              ? present.get(chance.below(present.size()))
              : chance.quad();
      if (!isOfClasses(quad)) {
        toggle(quad, dataset, delta);
      }
    }
    return delta;
  }

  private static void toggle(Quad quad, DatasetGraph dataset, Delta delta) {
    if (dataset.contains(quad)) {
      dataset.delete(quad);
      delta.noteRemoved(quad);
    } else {
      dataset.add(quad);
      delta.noteAdded(quad);
    }
  }

  private static boolean isOfClasses(Quad quad) {
    return quad.getPredicate().equals(RDFS.Nodes.subClassOf);
  }

  private static Set<Key> keys(Report report) {
    return compared(
        report.results().stream()
            .map(
                result ->
                    new Key(
                        result.focusNode(),
                        result.path(),
                        result.value(),
                        result.component(),
                        result.sourceShape())));
  }

  /**
   * Whether ShaclSail names the same value under the same constraint for another focus node alone:
   * under {@code sh:and} and {@code sh:node} it does so where that one becomes a target in the same
   * transaction.
   */
  private static boolean isOverlooked(Key key, Set<Key> theirs) {
    return ONE_FOCUS_ALONE.contains(key.component())
        && !theirs.contains(key)
        && theirs.stream()
            .anyMatch(
                other ->
                    other.component().equals(key.component())
                        && other.path().equals(key.path())
                        && other.value().equals(key.value()));
  }

  /**
   * What both name of a result. Where two shapes find the same, ShaclSail names one of them; of
   * what a closed shape does not allow, it names the path at times only.
   */
  private static Set<Key> compared(Stream<Key> keys) {
    return keys.map(
            key ->
                new Key(
                    key.focusNode(),
                    key.component().equals(SHACL.ClosedConstraintComponent)
                        ? Optional.empty()
                        : key.path(),
                    key.value(),
                    key.component(),
                    Node.ANY))
        .collect(toSet());
  }
}
