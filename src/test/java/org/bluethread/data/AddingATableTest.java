package org.bluethread.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.SKOS;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Release;
import org.bluethread.graph.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worked example of {@code data/README.md}, done as it says. */
final class AddingATableTest {
  private static final Pattern BLOCK =
      Pattern.compile("`(data/tables/example-topics\\.\\w+)`.*?```\\w+\n(.*?)```", Pattern.DOTALL);
  private static final Node GRAPH =
      NodeFactory.createURI("https://w3id.org/bluethread/graph/register/example-topics");

  @TempDir private Path home;

  @Test
  void twoFilesAreTakenInThroughTheGate() throws IOException {
    for (String folder : new String[] {"ontology", "shapes", "data"}) {
      copy(Path.of(folder));
    }
    Matcher blocks = BLOCK.matcher(Files.readString(Path.of("data/README.md")));
    int files = 0;
    while (blocks.find()) {
      Files.writeString(home.resolve(blocks.group(1)), blocks.group(2));
      files++;
    }

    try (KnowledgeGraph graph = KnowledgeGraph.open(Store.inMemory(), home.resolve("log"))) {
      new Release(home).load(graph);

      assertThat(files).isEqualTo(2);
      graph.read(
          snapshot -> {
            DatasetGraph dataset = snapshot.dataset();
            assertThat(dataset.getGraph(GRAPH).size()).isEqualTo(7);
            assertThat(
                    dataset.contains(
                        GRAPH,
                        NodeFactory.createURI(
                            "https://w3id.org/bluethread/id/topic/seismic-surveys"),
                        SKOS.broader.asNode(),
                        NodeFactory.createURI(
                            "https://w3id.org/bluethread/id/topic/underwater-noise")))
                .isTrue();
            return snapshot;
          });
    }
  }

  private void copy(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.toList()) {
        Path target = home.resolve(path.toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
  }
}
