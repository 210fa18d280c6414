package org.bluethread.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.jena.sparql.core.Quad;
import org.bluethread.support.TestGraph;
import org.bluethread.vocabulary.Addresses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnattributedTest {
  private static final String PREFIX = "PREFIX ex: <http://example.org/> ";

  @TempDir private Path directory;
  private TestGraph graph;

  @BeforeEach
  void open() {
    graph = TestGraph.in(directory);
  }

  @AfterEach
  void close() {
    graph.close();
  }

  @Test
  void whatIsWrittenWithoutAGraphStandsInTheGraphOfUnattributedStatements() {
    graph.update(PREFIX + "INSERT DATA { ex:a ex:p 1 }");
    assertThat(graph.quads()).extracting(Quad::getGraph).containsOnly(Addresses.UNATTRIBUTED_GRAPH);
  }

  @Test
  void aPatternWithoutAGraphSeesAllGraphs() {
    graph.update(PREFIX + "INSERT DATA { GRAPH ex:g { ex:a ex:p 1 } GRAPH ex:h { ex:b ex:p 2 } }");
    Outcome outcome = graph.update(PREFIX + "INSERT { ?s ex:seen true } WHERE { ?s ex:p ?o }");
    assertThat(outcome.added()).isEqualTo(2);
  }

  @Test
  void whatWasMatchedWithoutAGraphAndStandsElsewhereIsNamedAndStays() {
    graph.update(PREFIX + "INSERT DATA { GRAPH ex:g { ex:a ex:p 1 } GRAPH ex:h { ex:a ex:p 1 } }");
    Outcome outcome = graph.update(PREFIX + "DELETE WHERE { ex:a ex:p ?o }");
    assertThat(outcome.commit()).isEmpty();
    assertThat(outcome.heldElsewhere())
        .containsExactly("http://example.org/g", "http://example.org/h");
    assertThat(graph.quads()).hasSize(2);
  }

  @Test
  void whatIsDeletedNowhereIsHeldNowhere() {
    Outcome outcome = graph.update(PREFIX + "DELETE DATA { ex:a ex:p 1 }");
    assertThat(outcome.heldElsewhere()).isEmpty();
  }

  @Test
  void manyGraphsAreNamedOnlyInPart() {
    StringBuilder update = new StringBuilder(PREFIX + "INSERT DATA { ");
    for (int i = 0; i < 50; i++) {
      update.append("GRAPH ex:g").append(i).append(" { ex:a ex:p 1 } ");
    }
    graph.update(update.append("}").toString());
    Outcome outcome = graph.update(PREFIX + "DELETE DATA { ex:a ex:p 1 }");
    assertThat(outcome.heldElsewhere()).hasSize(Outcome.MOST_GRAPHS_NAMED);
  }

  @Test
  void clearingTheDefaultGraphClearsOnlyUnattributedStatements() {
    graph.update(PREFIX + "INSERT DATA { ex:a ex:p 1 . GRAPH ex:g { ex:a ex:p 1 } }");
    graph.update("CLEAR DEFAULT");
    assertThat(graph.quads())
        .extracting(quad -> quad.getGraph().getURI())
        .containsExactly("http://example.org/g");
  }

  @Test
  void copyingTheDefaultGraphCopiesUnattributedStatements() {
    graph.update(PREFIX + "INSERT DATA { ex:a ex:p 1 . GRAPH ex:g { ex:b ex:p 2 } }");
    graph.update(PREFIX + "COPY DEFAULT TO ex:h");
    assertThat(graph.lines())
        .anyMatch(line -> line.contains("example.org/h") && line.contains("/a"));
    assertThat(graph.lines())
        .noneMatch(line -> line.contains("example.org/h") && line.contains("/b"));
  }

  @Test
  void clearingAllLeavesTheStoreItsIdentityAndItsNumbers() {
    graph.update(PREFIX + "INSERT DATA { ex:a ex:p 1 . GRAPH ex:g { ex:b ex:p 2 } }");
    graph.update("CLEAR ALL");
    assertThat(graph.quads()).isEmpty();
    assertThat(graph.commit()).isEqualTo(2);
    assertThat(graph.graph().history().newest(10)).hasSize(2);
  }
}
