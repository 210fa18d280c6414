package org.bluethread.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.UpdateExec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store is made with one default graph and keeps it. */
class DefaultGraphTest {
  private static final String BLANK =
      "INSERT DATA { _:a <http://example.org/p> _:b GRAPH <http://example.org/g> { _:a a _:b } }";

  /** What tells the state of a union in its default graph. */
  private static final String LOOKS_LIKE_A_UNION =
      "INSERT DATA { <urn:bluethread:store> <urn:bluethread:identity> 'x' ;"
          + " <urn:bluethread:commit> '77' }";

  @TempDir private Path data;

  @Test
  void whatIsOpenedAgainIsWhatWasMade() {
    String identity;
    Set<Quad> made;
    try (KnowledgeGraph graph = open(Store.onDisk(directory(), DefaultGraph.SEPARATE))) {
      write(graph, BLANK);
      write(graph, LOOKS_LIKE_A_UNION);
      identity = graph.storeId();
      made = quads(graph);
    }
    for (int time = 0; time < 2; time++) {
      try (KnowledgeGraph graph =
          open(
              time == 0
                  ? Store.onDisk(directory())
                  : Store.onDisk(directory(), DefaultGraph.SEPARATE))) {
        assertThat(graph.defaultGraph()).isEqualTo(DefaultGraph.SEPARATE);
        assertThat(graph.storeId()).isEqualTo(identity);
        assertThat(graph.read(Snapshot::commit)).isEqualTo(2);
        assertThat(quads(graph)).isEqualTo(made).hasSize(4);
      }
    }
  }

  @Test
  void aStoreIsNotOpenedAsTheOtherKindAndIsLeftAsItIs() {
    for (DefaultGraph kind : DefaultGraph.values()) {
      DefaultGraph other = kind == DefaultGraph.UNION ? DefaultGraph.SEPARATE : DefaultGraph.UNION;
      Path directory = data.resolve(kind.name());
      Store.onDisk(directory, kind).close();
      open(Store.onDisk(directory, kind), kind.name()).close();
      assertThatThrownBy(() -> Store.onDisk(directory, other))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining(
              "was made with the default graph " + kind.name().toLowerCase(Locale.ROOT))
          .hasMessageContaining("new data directory");
      try (KnowledgeGraph graph = open(Store.onDisk(directory), kind.name())) {
        assertThat(graph.defaultGraph()).isEqualTo(kind);
      }
    }
  }

  @Test
  void anEmptyDirectoryBecomesAUnion() {
    try (KnowledgeGraph graph = open(Store.onDisk(directory()))) {
      assertThat(graph.defaultGraph()).isEqualTo(DefaultGraph.UNION);
    }
  }

  @Test
  void compactionTakesTheStateAndTheBlankNodesAlong() {
    String identity;
    Set<Quad> made;
    try (KnowledgeGraph graph = open(Store.onDisk(directory(), DefaultGraph.SEPARATE))) {
      write(graph, BLANK);
      made = quads(graph);
      assertThat(graph.compact()).isTrue();
      identity = graph.storeId();
      assertThat(quads(graph)).isEqualTo(made);
      write(graph, LOOKS_LIKE_A_UNION);
      assertThat(graph.read(Snapshot::commit)).isEqualTo(2);
    }
    try (KnowledgeGraph graph = open(Store.onDisk(directory()))) {
      assertThat(graph.defaultGraph()).isEqualTo(DefaultGraph.SEPARATE);
      assertThat(graph.storeId()).isEqualTo(identity);
      assertThat(quads(graph)).containsAll(made).hasSize(4);
    }
  }

  @Test
  void prefixesThatAWriterBringsAreNotKept() {
    try (KnowledgeGraph graph = open(Store.inMemory(DefaultGraph.SEPARATE))) {
      graph.write(
          request(
              target -> {
                target.prefixes().add("bluethread-commit", "urn:x");
                target.prefixes().delete("bluethread-identity");
                UpdateExec.newBuilder().update(BLANK).dataset(target).execute();
              }));
      assertThat(graph.read(Snapshot::commit)).isEqualTo(1);
      assertThat(graph.<Integer>read(snapshot -> snapshot.dataset().prefixes().size())).isZero();
    }
  }

  private Path directory() {
    return data.resolve("store");
  }

  private KnowledgeGraph open(Store store) {
    return open(store, "store");
  }

  private KnowledgeGraph open(Store store, String name) {
    return KnowledgeGraph.open(store, data.resolve(name + "-log"));
  }

  private static void write(KnowledgeGraph graph, String update) {
    graph.write(
        request(target -> UpdateExec.newBuilder().update(update).dataset(target).execute()));
  }

  private static WriteRequest request(Change change) {
    return new WriteRequest(new Author("tester", true), "test", "", "seed", change);
  }

  private static Set<Quad> quads(KnowledgeGraph graph) {
    return graph.read(
        snapshot ->
            Iter.toSet(
                graph.defaultGraph().find(snapshot.dataset(), Node.ANY, Node.ANY, Node.ANY)));
  }
}
