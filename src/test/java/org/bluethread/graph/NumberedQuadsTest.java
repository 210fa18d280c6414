package org.bluethread.graph;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.bluethread.support.TestGraph;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nodes that are read by the block are those that the store gives one by one. */
final class NumberedQuadsTest {
  private static final Node PROPERTY = NodeFactory.createURI("http://example.org/p");

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void nodesReadOnAndOnAreThoseReadOneByOne(boolean onDisk) {
    try (TestGraph graph = onDisk ? TestGraph.onDisk(directory) : TestGraph.in(directory)) {
      // Nodes over the ends of blocks, and one that is longer than a block.
      graph.update(
          IntStream.range(0, 6_000)
              .mapToObj(i -> statement(i + "/" + "s".repeat(i % 600), "<http://example.org/中" + i))
              .collect(joining("> . ", "INSERT DATA { ", "> }")));
      graph.update("INSERT DATA { " + statement("long", "\"" + "é".repeat(800_000) + "\" }"));
      graph.update("INSERT DATA { " + statement("after", "<http://example.org/last> }"));

      assertThat(graph.graph().<Integer>read(NumberedQuadsTest::check)).isGreaterThan(12_000);
    }
  }

  private static String statement(String subject, String object) {
    return "<http://example.org/" + subject + "> <" + PROPERTY.getURI() + "> " + object;
  }

  private static int check(Snapshot snapshot) {
    NumberedQuads quads = new NumberedQuads(snapshot);
    Set<Long> numbers = new TreeSet<>();
    quads.forEach(
        PROPERTY, (subject, object, graph) -> numbers.addAll(List.of(subject, object, graph)));
    List<Node> onAndOn = new ArrayList<>();
    quads.forEachNode(numbers.stream().mapToLong(Long::longValue).toArray(), onAndOn::add);
    assertThat(onAndOn).isEqualTo(numbers.stream().map(quads::node).toList());
    return numbers.size();
  }
}
