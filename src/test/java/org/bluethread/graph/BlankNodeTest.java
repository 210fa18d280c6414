package org.bluethread.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.bluethread.support.TestGraph;
import org.bluethread.vocabulary.Addresses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BlankNodeTest {
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
  void blankNodesBecomeIris() {
    graph.update(PREFIX + "INSERT DATA { GRAPH ex:g { _:b ex:p _:c . _:c ex:p 1 } }");
    assertThat(graph.quads())
        .allMatch(quad -> quad.getSubject().getURI().startsWith(Addresses.SKOLEM));
    assertThat(graph.quads().stream().map(Quad::getSubject).collect(Collectors.toSet())).hasSize(2);
  }

  @Test
  void theSameRequestGivesTheSameIris() {
    graph.update(PREFIX + "INSERT DATA { GRAPH ex:g { _:b ex:p 1 } }");
    Outcome again = graph.update(PREFIX + "INSERT DATA { GRAPH ex:g { _:b ex:p 1 } }");
    assertThat(again.commit()).isEmpty();
  }

  @Test
  void eachSolutionOfATemplateHasItsOwn() {
    graph.update(PREFIX + "INSERT DATA { GRAPH ex:g { ex:a ex:p 1 . ex:b ex:p 2 } }");
    graph.update(PREFIX + "INSERT { GRAPH ex:h { _:n ex:of ?s } } WHERE { ?s ex:p ?o }");
    assertThat(
            graph.quads().stream()
                .map(Quad::getSubject)
                .filter(node -> node.getURI().startsWith(Addresses.SKOLEM))
                .collect(Collectors.toSet()))
        .hasSize(2);
  }

  @Test
  void shapesKeepTheirs() {
    graph.shapes(
        """
        @prefix sh: <http://www.w3.org/ns/shacl#> .
        <urn:shape> a sh:NodeShape ; sh:targetClass <urn:C> ; sh:property [ sh:path <urn:p> ; sh:maxCount 1 ] .
        """);
    assertThat(graph.quads().stream().map(Quad::getSubject)).anyMatch(Node::isBlank);
  }
}
