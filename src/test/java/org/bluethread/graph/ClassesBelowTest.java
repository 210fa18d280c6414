package org.bluethread.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.bluethread.support.TestGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is below a class, commit by commit. */
final class ClassesBelowTest {
  private static final String PREFIX =
      "PREFIX : <http://e/> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> ";

  @TempDir private Path temp;

  @Test
  void aCommitThatChangesWhatIsBelowIsFollowed() {
    ClassesBelow classes = new ClassesBelow();
    try (TestGraph graph = TestGraph.in(temp)) {
      assertThat(below(classes, graph)).containsExactly("http://e/a");
      graph.update(
          PREFIX
              + "INSERT DATA { GRAPH :g { :b rdfs:subClassOf :a . :a rdfs:subClassOf :b }"
              + " GRAPH :h { :c rdfs:subClassOf :b } }");
      assertThat(below(classes, graph))
          .containsExactlyInAnyOrder("http://e/a", "http://e/b", "http://e/c");
      graph.update(PREFIX + "DELETE DATA { GRAPH :g { :b rdfs:subClassOf :a } }");
      assertThat(below(classes, graph)).containsExactly("http://e/a");
    }
  }

  private static Set<String> below(ClassesBelow classes, TestGraph graph) {
    return graph.graph().read(snapshot -> classes.of(snapshot, "http://e/a"));
  }
}
