package org.bluethread.publish.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.bluethread.support.TestGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who follows the feed has the graph as it was after a commit, and in the end as it is. */
@Timeout(600)
final class FollowingTest {
  @TempDir private Path directory;

  @Test
  void aFollowerHasOnlyEverStatesOfTheGraphWhileWritesGoOnAndInTheEndTheLast() throws Exception {
    Map<Long, Set<Quad>> states = new ConcurrentHashMap<>();
    Map<Long, Set<Quad>> seen = new HashMap<>();
    try (FeedServer server = FeedServer.open(directory);
        Follower follower = new Follower(server.address())) {
      Thread writer = new Thread(() -> write(server, states));
      writer.start();
      while (writer.isAlive()) {
        follower.follow();
        seen.put(follower.commit(), follower.quads());
      }
      writer.join();
      follower.until(server.graph().lastCommit());
      seen.put(follower.commit(), follower.quads());

      assertThat(follower.quads()).isEqualTo(server.quads()).isNotEmpty();
      assertThat(seen).hasSizeGreaterThan(1);
      seen.remove(0L);
      seen.forEach(
          (commit, quads) ->
              assertThat(quads).as("commit " + commit).isEqualTo(states.get(commit)));
    }
  }

  /** Adds, removes, and drops whole graphs, several in one commit now and then. */
  private static void write(FeedServer server, Map<Long, Set<Quad>> states) {
    Random random = new Random(9);
    for (int i = 0; i < 60; i++) {
      String change =
          IntStream.rangeClosed(0, random.nextInt(3))
              .mapToObj(n -> change(random))
              .collect(Collectors.joining(";\n"));
      server
          .graph()
          .write(TestGraph.request(TestGraph.sparql(change)))
          .commit()
          .ifPresent(commit -> states.put(commit.number(), server.quads()));
    }
  }

  private static String change(Random random) {
    String graph = "<http://example.org/g" + random.nextInt(6) + ">";
    String statements =
        IntStream.rangeClosed(0, random.nextInt(20))
            .mapToObj(n -> "<x:s" + random.nextInt(30) + "> <x:p> " + random.nextInt(5) + " . ")
            .collect(Collectors.joining());
    return switch (random.nextInt(5)) {
      case 0 -> "DROP SILENT GRAPH " + graph;
      case 1 -> "DELETE DATA { GRAPH " + graph + " { " + statements + "} }";
      default -> "INSERT DATA { GRAPH " + graph + " { " + statements + "} }";
    };
  }

  @Test
  void aGraphThatIsGoneComesAsADeletion() {
    try (FeedServer server = FeedServer.open(directory);
        Follower follower = new Follower(server.address())) {
      long made = server.update("INSERT DATA { GRAPH <x:g> { <x:s> <x:p> 1 } }");
      assertThat(follower.until(made).quads()).hasSize(1);
      long gone = server.update("DROP GRAPH <x:g>");

      assertThat(follower.until(gone).quads()).isEmpty();
      assertThat(follower.graphs()).containsExactly(NodeFactory.createURI("x:g"));
    }
  }

  @Test
  void commitsThatTheFeedLaggedBehindAreTakenTogetherAsOneVersionOfEachGraph() {
    long before;
    try (FeedServer server = FeedServer.open(directory)) {
      server.update("INSERT DATA { GRAPH <x:a> { <x:s> <x:p> 0 } }");
      before = server.caughtUp().position();
    }
    try (TestGraph alone = TestGraph.onDisk(directory)) {
      for (int i = 1; i <= 20; i++) {
        alone.update("INSERT DATA { GRAPH <x:a> { <x:s> <x:p> " + i + " } }");
        alone.update("INSERT DATA { GRAPH <x:b> { <x:s> <x:p> " + i + " } }");
      }
    }
    try (FeedServer server = FeedServer.open(directory);
        Follower follower = new Follower(server.address())) {
      assertThat(follower.until(41).quads()).isEqualTo(server.quads()).hasSize(41);
      assertThat(server.edition().position()).isEqualTo(before + 2);
    }
  }

  @Test
  void onlyGraphsThatACommitTouchedGetAVersion() {
    try (FeedServer server = FeedServer.open(directory)) {
      server.update("INSERT DATA { GRAPH <x:a> { <x:s> <x:p> 1 } GRAPH <x:b> { <x:s> <x:p> 1 } }");
      assertThat(server.caughtUp().position()).isEqualTo(2);
      server.update("INSERT DATA { GRAPH <x:b> { <x:s> <x:p> 2 } }");
      assertThat(server.caughtUp().position()).isEqualTo(3);
    }
  }

  @Test
  void closedPagesAreGotOnceAndLargeCommitsGoOverSeveralPages() {
    try (FeedServer server = FeedServer.open(directory);
        Follower follower = new Follower(server.address())) {
      StringBuilder graphs = new StringBuilder("INSERT DATA {");
      for (int g = 0; g < 2500; g++) {
        graphs.append(" GRAPH <x:g").append(g).append("> { <x:s> <x:p> ").append(g).append(" }");
      }
      long first = server.update(graphs.append(" }").toString());
      assertThat(follower.until(first).quads()).hasSize(2500);
      List<Leaf> leaves = server.edition().leaves();
      assertThat(leaves).hasSize(3);
      assertThat(leaves).extracting(Leaf::isClosed).containsExactly(true, true, false);
      int sent = follower.sent().size();
      long second = server.update("INSERT DATA { GRAPH <x:g1> { <x:s> <x:p> 0 } }");

      assertThat(follower.until(second).quads()).isEqualTo(server.quads()).hasSize(2501);
      assertThat(new HashSet<>(follower.sent().subList(sent, follower.sent().size())))
          .as("the page that grew, and the root unless the page was asked for first")
          .isNotEmpty()
          .allMatch(
              address -> address.equals(server.address()) || address.getPath().endsWith("/0/2"));
    }
  }

  @Test
  void aDefaultGraphOfItsOwnHasVersionsUnderTheNameThatNoNamedGraphCanHave() {
    try (FeedServer server = FeedServer.separate(directory);
        Follower follower = new Follower(server.address())) {
      server.update("INSERT DATA { <x:s> <x:p> 1 . GRAPH <x:g> { <x:s> <x:p> 2 } }");
      long second = server.update("INSERT DATA { <x:s> <x:p> 3 }");

      assertThat(follower.until(second).quads()).hasSize(3);
      assertThat(follower.graphs())
          .containsExactlyInAnyOrder(NodeFactory.createURI("x:g"), Quad.defaultGraphIRI);
      long gone = server.update("CLEAR DEFAULT");
      assertThat(follower.until(gone).quads()).hasSize(1);
    }
  }

  @Test
  void blankNodesOfTheShapesStayConnected() {
    try (FeedServer server = FeedServer.open(directory);
        Follower follower = new Follower(server.address())) {
      long commit =
          server.update(
              "INSERT DATA { GRAPH <https://w3id.org/bluethread/graph/shapes> { <x:S> a"
                  + " <http://www.w3.org/ns/shacl#NodeShape> ;"
                  + " <http://www.w3.org/ns/shacl#property> _:b . _:b"
                  + " <http://www.w3.org/ns/shacl#path> <x:p> } }");
      Set<Quad> quads = follower.until(commit).quads();
      assertThat(quads).hasSize(3);
      assertThat(quads.stream().filter(quad -> quad.getSubject().isBlank()).map(Quad::getSubject))
          .isSubsetOf(quads.stream().map(Quad::getObject).toList())
          .hasSize(1);
    }
  }
}
