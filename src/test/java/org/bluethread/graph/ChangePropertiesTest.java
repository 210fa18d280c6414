package org.bluethread.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.DatabaseMgr;
import org.bluethread.gate.Delta;

/** Random changes over a few quads, so that they meet: the delta is the difference, exactly. */
final class ChangePropertiesTest {
  /** One step of a change. */
  private record Step(boolean add, Quad quad) {}

  @Property(tries = 300)
  void theDeltaIsTheDifferenceBetweenBeforeAndAfter(
      @ForAll("quads") Set<Quad> before, @ForAll("steps") List<Step> steps) {
    DatasetGraph store = store(before);
    store.begin(TxnType.WRITE);
    ChangeRecorder recorder = new ChangeRecorder(store, DefaultGraph.UNION, "seed");
    run(steps, recorder);
    Set<Quad> after = quads(store);
    store.commit();
    store.end();
    assertIsDifference(recorder.delta(), before, after);
  }

  @Property(tries = 300)
  void anOverlayLooksAsIfTheChangeHadBeenMadeAndLeavesTheStoreAsItWas(
      @ForAll("quads") Set<Quad> before, @ForAll("steps") List<Step> steps) {
    DatasetGraph store = store(before);
    store.begin(TxnType.READ);
    OverlayDataset overlay = new OverlayDataset(store, DefaultGraph.UNION, 1000);
    ChangeRecorder recorder = new ChangeRecorder(overlay, DefaultGraph.UNION, "seed");
    run(steps, recorder);
    Set<Quad> seen = Iter.toSet(overlay.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY));
    Set<Triple> union = Iter.toSet(overlay.getUnionGraph().find());
    Set<Quad> untouched = quads(store);
    store.end();
    assertThat(untouched).isEqualTo(before);
    assertThat(seen).isEqualTo(expected(before, steps));
    assertThat(union).isEqualTo(new HashSet<>(seen.stream().map(Quad::asTriple).toList()));
    assertIsDifference(recorder.delta(), before, seen);
  }

  private static void assertIsDifference(Delta delta, Set<Quad> before, Set<Quad> after) {
    Set<Quad> added = new HashSet<>(after);
    added.removeAll(before);
    Set<Quad> removed = new HashSet<>(before);
    removed.removeAll(after);
    assertThat(delta.added()).isEqualTo(added);
    assertThat(delta.removed()).isEqualTo(removed);
  }

  private static Set<Quad> expected(Set<Quad> before, List<Step> steps) {
    Set<Quad> expected = new HashSet<>(before);
    for (Step step : steps) {
      if (step.add()) {
        expected.add(step.quad());
      } else {
        expected.remove(step.quad());
      }
    }
    return expected;
  }

  private static void run(List<Step> steps, DatasetGraph target) {
    for (Step step : steps) {
      if (step.add()) {
        target.add(step.quad());
      } else {
        target.delete(step.quad());
      }
    }
  }

  private static DatasetGraph store(Set<Quad> quads) {
    DatasetGraph store = DatabaseMgr.createDatasetGraph();
    store.executeWrite(() -> quads.forEach(store::add));
    return store;
  }

  private static Set<Quad> quads(DatasetGraph dataset) {
    return Iter.toSet(dataset.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY));
  }

  @Provide
  Arbitrary<Set<Quad>> quads() {
    return quad().set().ofMaxSize(12);
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(Arbitraries.of(true, false), quad())
        .as(Step::new)
        .list()
        .ofMaxSize(30);
  }

  private static Arbitrary<Quad> quad() {
    return Combinators.combine(node("g", 3), node("s", 3), node("p", 2), node("o", 3))
        .as(Quad::create);
  }

  private static Arbitrary<Node> node(String prefix, int many) {
    return Arbitraries.integers()
        .between(1, many)
        .map(i -> NodeFactory.createURI("http://example.org/" + prefix + i));
  }
}
