package org.bluethread.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;

/** Holds a store and its log against each other. */
final class CommitReplay {
  private CommitReplay() {}

  /**
   * Checks that the log ends at the store's commit, has no gap and nothing else in it, and that its
   * patches, applied from the first on, give exactly what the store holds.
   *
   * @return the quads of the store
   */
  static Set<Quad> check(KnowledgeGraph graph, Path log) {
    long last = graph.read(Snapshot::commit);
    List<Path> files = files(log);
    assertThat(files).as("one file a commit").hasSize((int) last);
    DatasetGraph replayed = DatasetGraphFactory.create();
    for (int i = 0; i < last; i++) {
      assertThat(files.get(i).getFileName()).hasToString("%09d.rdfp".formatted(i + 1));
      RDFPatchOps.applyChange(replayed, RDFPatchOps.read(files.get(i).toString()));
    }
    Set<Quad> held = graph.read(snapshot -> quads(snapshot.dataset()));
    assertThat(quads(replayed)).isEqualTo(held);
    assertThat(graph.history().newest(Integer.MAX_VALUE).stream().map(Commit::number).toList())
        .hasSize((int) last)
        .isSortedAccordingTo((one, other) -> Long.compare(other, one));
    return held;
  }

  private static Set<Quad> quads(DatasetGraph dataset) {
    Set<Quad> quads = new HashSet<>();
    dataset.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quads::add);
    return quads;
  }

  private static List<Path> files(Path log) {
    try (Stream<Path> walk = Files.walk(log)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
