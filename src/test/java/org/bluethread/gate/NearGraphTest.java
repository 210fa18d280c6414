package org.bluethread.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;
import org.junit.jupiter.api.Test;

/**
 * Whatever is asked, and however often, the answer is that of the graph below, which is a store.
 */
final class NearGraphTest {
  private static final Node A = iri("a");
  private static final Node B = iri("b");
  private static final Node P = iri("p");
  private static final Node Q = iri("q");

  /** A subject and an object of more triples than are kept. */
  private static final Node BUSY = iri("busy");

  private static final Node ONE = integer("1");
  private static final Node WRITTEN_OTHERWISE = integer("01");

  @Test
  void answersAsTheGraphBelow() {
    DatasetGraph dataset = DatabaseMgr.createDatasetGraph();
    dataset.begin(TxnType.WRITE);
    try {
      Stream.of(
              Triple.create(A, P, B),
              Triple.create(A, P, ONE),
              Triple.create(A, Q, NodeFactory.createLiteralLang("a", "en")),
              Triple.create(B, Q, A))
          .forEach(triple -> dataset.add(Quad.create(iri("g"), triple)));
      IntStream.range(0, 100)
          .mapToObj(i -> iri("n" + i))
          .flatMap(node -> Stream.of(Triple.create(BUSY, P, node), Triple.create(node, Q, BUSY)))
          .forEach(triple -> dataset.add(Quad.create(iri("h"), triple)));
      Graph below = dataset.getUnionGraph();
      Graph near = new NearGraph(below);
      for (int round = 0; round < 4; round++) {
        patterns()
            .forEach(
                pattern ->
                    assertThat(near.find(pattern).toList())
                        .as(pattern.toString())
                        .containsExactlyInAnyOrderElementsOf(below.find(pattern).toList()));
      }
      assertThat(near.contains(A, P, WRITTEN_OTHERWISE)).isTrue();
    } finally {
      dataset.abort();
      dataset.end();
    }
  }

  /** A node of a few triples is asked for at the store three times, and no more. */
  @Test
  void asksTheGraphBelowNoMoreOnceANodeIsRead() {
    List<Triple> asked = new ArrayList<>();
    Graph near = new NearGraph(noting(asked, 0));
    for (int i = 0; i < 10; i++) {
      near.find(A, P, Node.ANY).toList();
      near.find(Node.ANY, P, B).toList();
    }
    assertThat(asked)
        .containsExactly(
            Triple.create(A, P, Node.ANY),
            Triple.create(Node.ANY, P, B),
            Triple.create(A, P, Node.ANY),
            Triple.create(Node.ANY, P, B),
            Triple.create(A, Node.ANY, Node.ANY),
            Triple.create(Node.ANY, Node.ANY, B));
  }

  @Test
  void keepsNothingOfANodeOfWhichMuchIsSaid() {
    List<Triple> asked = new ArrayList<>();
    Graph near = new NearGraph(noting(asked, 65));
    for (int i = 0; i < 10; i++) {
      assertThat(near.find(A, P, Node.ANY).toList()).hasSize(65);
    }
    assertThat(asked).filteredOn(Triple.create(A, P, Node.ANY)::equals).hasSize(10);
  }

  /** A graph that notes what it is asked, and answers each question with so many triples. */
  private static Graph noting(List<Triple> asked, int triples) {
    return new GraphBase() {
      @Override
      protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        asked.add(pattern);
        return WrappedIterator.create(
            IntStream.range(0, triples)
                .mapToObj(i -> Triple.create(A, P, iri("n" + i)))
                .iterator());
      }
    };
  }

  private static List<Triple> patterns() {
    List<Node> subjects = List.of(Node.ANY, A, B, BUSY, iri("n7"), iri("nobody"), ONE);
    List<Node> predicates = List.of(Node.ANY, P, Q);
    List<Node> objects =
        List.of(Node.ANY, A, B, BUSY, iri("n7"), ONE, WRITTEN_OTHERWISE, integer("2"));
    return subjects.stream()
        .flatMap(
            s ->
                predicates.stream().flatMap(p -> objects.stream().map(o -> Triple.create(s, p, o))))
        .toList();
  }

  private static Node integer(String written) {
    return NodeFactory.createLiteralDT(written, XSDDatatype.XSDinteger);
  }

  private static Node iri(String name) {
    return NodeFactory.createURI("http://example.org/" + name);
  }
}
