package org.bluethread.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.RefusedException;
import org.bluethread.support.TestGraph;
import org.bluethread.trace.links.Kinds;
import org.bluethread.trace.links.LinkIndex;
import org.bluethread.trace.links.Links;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The links stand at the graph's last commit, whatever the commits were. */
final class LinkFollowerTest {
  private static final String PREFIXES =
      """
      PREFIX bt: <https://w3id.org/bluethread/ontology#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX sssom: <https://w3id.org/sssom/>
      PREFIX : <http://example.org/>
      """;
  private static final String KINDS =
      """
      INSERT DATA { GRAPH :ontology {
        :p rdfs:subPropertyOf bt:link . :q rdfs:subPropertyOf bt:link , :p .
        bt:mentions rdfs:subPropertyOf bt:link . :q bt:isTopical true .
        :Country bt:isHub true . :Small rdfs:subClassOf :Country } }
      """;

  @TempDir Path directory;

  @Property(tries = 150)
  void linksAreThoseOfTheGraphAfterEveryCommit(@ForAll long seed) throws Exception {
    Random random = new Random(seed);
    Path place = Files.createTempDirectory("links");
    try (TestGraph graph = TestGraph.in(place)) {
      LinkIndex index = new LinkIndex();
      if (random.nextBoolean()) {
        graph.update(PREFIXES + KINDS);
      }
      LinkFollower.follow(graph.graph(), index);
      for (int commit = 0; commit < 6; commit++) {
        String update = randomUpdate(random);
        graph.update(PREFIXES + update);
        assertThat(lines(at(graph.graph(), index)))
            .as("after %s", update)
            .isEqualTo(lines(graph.graph().read(state -> new LinkReader(state).links())));
      }
    } finally {
      delete(place);
    }
  }

  private static String randomUpdate(Random random) {
    StringBuilder removed = new StringBuilder();
    StringBuilder added = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      StringBuilder where = random.nextInt(3) == 0 ? removed : added;
      where.append("GRAPH :g" + random.nextInt(3) + " { " + statement(random) + " } ");
    }
    String kinds = random.nextInt(5) == 0 ? KINDS + " ; " : "";
    String all = random.nextInt(8) == 0 ? " ; DELETE WHERE { GRAPH :g1 { ?s ?p ?o } }" : "";
    return kinds + "DELETE DATA { " + removed + "} ; INSERT DATA { " + added + "}" + all;
  }

  private static String statement(Random random) {
    String one = ":" + (char) ('a' + random.nextInt(4));
    String other = ":" + (char) ('a' + random.nextInt(4));
    return switch (random.nextInt(9)) {
      case 0 -> one + " :p \"text\" .";
      case 1 -> one + " bt:mentions " + other + " .";
      case 2 -> ":m" + random.nextInt(2) + " sssom:subject_id " + one + " .";
      case 3 -> ":m" + random.nextInt(2) + " sssom:object_id " + other + " .";
      case 4 -> one + " a :Small .";
      case 5 -> one + " bt:isHub true .";
      case 6 -> ":q rdfs:subPropertyOf bt:link .";
      case 7 -> one + " :q " + other + " .";
      default -> one + " :p " + other + " .";
    };
  }

  @Test
  void aLinkLeavesWithTheLastGraphThatStatesIt() throws Exception {
    try (TestGraph graph = TestGraph.in(directory)) {
      LinkIndex index = new LinkIndex();
      graph.update(PREFIXES + KINDS);
      LinkFollower.follow(graph.graph(), index);
      graph.update(PREFIXES + "INSERT DATA { GRAPH :g1 { :a :p :b } GRAPH :g2 { :a :p :b } }");
      assertThat(at(graph.graph(), index).count()).isEqualTo(2);
      graph.update(PREFIXES + "DELETE DATA { GRAPH :g1 { :a :p :b } }");
      assertThat(lines(at(graph.graph(), index)))
          .contains(
              "http://example.org/a http://example.org/p http://example.org/b"
                  + " http://example.org/g2");
      graph.update(PREFIXES + "DELETE DATA { GRAPH :g2 { :a :p :b } }");
      assertThat(at(graph.graph(), index).count()).isZero();
    }
  }

  @Test
  void aRefusedWriteChangesNothing() throws Exception {
    try (TestGraph graph = TestGraph.in(directory)) {
      LinkIndex index = new LinkIndex();
      graph.update(PREFIXES + KINDS);
      graph.shapes(
          """
          @prefix sh: <http://www.w3.org/ns/shacl#> .
          @prefix : <http://example.org/> .
          :S a sh:NodeShape ; sh:targetSubjectsOf :p ; sh:property [ sh:path :p ; sh:maxCount 1 ] .
          """);
      graph.update(PREFIXES + "INSERT DATA { GRAPH :g { :a :p :b } }");
      LinkFollower.follow(graph.graph(), index);
      Links before = at(graph.graph(), index);

      assertThatThrownBy(
              () -> graph.update(PREFIXES + "INSERT DATA { GRAPH :g { :a :p :c . :d :p :e } }"))
          .isInstanceOf(RefusedException.class);

      assertThat(at(graph.graph(), index)).isSameAs(before);
    }
  }

  @Test
  void aGraphThatIsOpenedAgainHasTheLinksOfItsLastCommit() throws Exception {
    try (TestGraph graph = TestGraph.onDisk(directory)) {
      graph.update(PREFIXES + KINDS);
      graph.update(PREFIXES + "INSERT DATA { GRAPH :g { :a :p :b } }");
    }
    try (TestGraph graph = TestGraph.onDisk(directory)) {
      LinkIndex index = new LinkIndex();
      LinkFollower.follow(graph.graph(), index);
      Links links = at(graph.graph(), index);
      assertThat(links.commit()).isEqualTo(2);
      assertThat(links.count()).isEqualTo(1);
    }
  }

  @Test
  void readersOfEarlierCommitsKeepTheirLinks() throws Exception {
    try (TestGraph graph = TestGraph.in(directory)) {
      LinkIndex index = new LinkIndex();
      graph.update(PREFIXES + KINDS);
      LinkFollower.follow(graph.graph(), index);
      at(graph.graph(), index);
      for (int i = 0; i < 10; i++) {
        graph.update(PREFIXES + "INSERT DATA { GRAPH :g { :a :p :b" + i + " } }");
      }
      assertThat(index.at(9, Duration.ofSeconds(30)).map(Links::count)).contains(8L);
      assertThat(index.at(1, Duration.ofSeconds(30))).isEmpty();
    }
  }

  @Test
  void whenTheLinksCannotBeReadNobodyWaitsForThem() throws Exception {
    LinkIndex index = new LinkIndex();
    long ticket = index.begin();
    index.put(
        ticket, new Links.Builder(new Kinds(Set.of(), Set.of(), Set.of())).build(3, Set.of()));
    long again = index.begin();
    index.fail(ticket); // Of an earlier beginning, it says nothing any more.
    assertThat(index.at(3, Duration.ofMillis(1))).isEmpty();
    index.put(again, new Links.Builder(new Kinds(Set.of(), Set.of(), Set.of())).build(3, Set.of()));
    assertThat(index.at(3, Duration.ofSeconds(30))).isPresent();
    index.fail(again);
    assertThat(index.at(4, Duration.ofDays(1))).isEmpty();
  }

  private static Links at(KnowledgeGraph graph, LinkIndex index) throws InterruptedException {
    return index.at(graph.read(state -> state.commit()), Duration.ofSeconds(30)).orElseThrow();
  }

  /** All links as text, and the hubs. */
  private static List<String> lines(Links links) {
    TreeSet<String> lines = new TreeSet<>();
    List<String> hubs = new ArrayList<>();
    for (int subject = 0; subject < links.size(); subject++) {
      String from = links.iri(subject);
      if (links.isHub(subject)) {
        hubs.add("hub " + from);
      }
      for (int object = 0; object < links.size(); object++) {
        String to = links.iri(object);
        links
            .between(subject, object)
            .forEach(
                (kind, graphs) -> {
                  String property = kind == 0 ? "mapped" : links.kinds().property(kind);
                  int weight = links.kinds().weight(kind);
                  graphs.forEach(
                      graph ->
                          lines.add(
                              String.join(" ", from, property, to, graph)
                                  + (weight == 0 ? "" : " " + weight)));
                });
      }
    }
    List<String> all = new ArrayList<>(lines);
    all.addAll(hubs.stream().sorted().toList());
    return all;
  }

  private static void delete(Path place) throws IOException {
    try (var files = Files.walk(place)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }
}
