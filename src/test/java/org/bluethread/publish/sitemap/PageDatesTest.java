package org.bluethread.publish.sitemap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bluethread.graph.Commit;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.publish.sitemap.PageDates.Overview;
import org.bluethread.publish.sitemap.PageDates.Page;
import org.bluethread.support.TestGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When pages last changed, as the commit log tells. */
class PageDatesTest {
  private static final String A = "https://w3id.org/bluethread/id/x/a";
  private static final String B = "https://w3id.org/bluethread/id/x/b";
  private static final String PREFIXES =
      "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>"
          + " PREFIX : <https://w3id.org/bluethread/id/x/> PREFIX ex: <https://example.org/> ";

  @TempDir Path directory;

  @Test
  void aPageChangesWithWhatIsSaidOfItsThingAndWhatPointsToIt() {
    try (TestGraph graph = TestGraph.onDisk(directory)) {
      PageDates dates = new PageDates(graph.graph(), Optional.empty());
      insert(graph, ":a skos:prefLabel 'A'@en . :b skos:notation 'B' .");
      insert(graph, ":a ex:p 'x' .");
      assertThat(changed(graph, dates)).isEqualTo(Map.of(A, time(graph, 2), B, time(graph, 1)));
      insert(graph, "ex:other ex:p :b .");
      assertThat(changed(graph, dates)).containsEntry(B, time(graph, 3));
      insert(graph, "<" + A + "#part> ex:p 'a part of the page' .");
      assertThat(changed(graph, dates)).containsEntry(A, time(graph, 4));
      graph.update(PREFIXES + "DELETE DATA { GRAPH ex:g { :a ex:p 'x' } }");
      assertThat(changed(graph, dates)).containsEntry(A, time(graph, 5)).hasSize(2);
    }
  }

  @Test
  void aThingWithoutNameOrCodeHasNoPageToFind() {
    try (TestGraph graph = TestGraph.onDisk(directory)) {
      PageDates dates = new PageDates(graph.graph(), Optional.empty());
      insert(graph, ":a ex:p 'x' . ex:other skos:prefLabel 'not ours'@en .");
      assertThat(changed(graph, dates)).isEmpty();
      insert(graph, ":a skos:prefLabel 'A'@en .");
      assertThat(changed(graph, dates)).containsOnlyKeys(A);
      graph.update(PREFIXES + "DELETE DATA { GRAPH ex:g { :a skos:prefLabel 'A'@en } }");
      assertThat(changed(graph, dates)).isEmpty();
    }
  }

  @Test
  void aStartLaterTheDatesAreTheSame() {
    Path file = directory.resolve("dates");
    Map<String, Instant> before;
    try (TestGraph graph = TestGraph.onDisk(directory)) {
      manyChanges(graph);
      PageDates dates = new PageDates(graph.graph(), Optional.of(file));
      before = changed(graph, dates);
      assertThat(before).hasSize(7_001);
      assertThat(file).exists();
      insert(graph, ":b skos:prefLabel 'B'@en .");
      graph.update(PREFIXES + "DELETE DATA { GRAPH ex:g { :n1 skos:prefLabel 'n'@en } }");
      before = changed(graph, dates);
    }
    try (TestGraph graph = TestGraph.onDisk(directory)) {
      assertThat(changed(graph, new PageDates(graph.graph(), Optional.of(file)))).isEqualTo(before);
      assertThat(changed(graph, new PageDates(graph.graph(), Optional.empty()))).isEqualTo(before);
    }
  }

  @Test
  void whatWasKeptIsNotReadAgain() throws IOException {
    Path file = directory.resolve("dates");
    try (TestGraph graph = TestGraph.onDisk(directory)) {
      manyChanges(graph);
      changed(graph, new PageDates(graph.graph(), Optional.of(file)));
      Files.delete(graph.graph().history().patch(1).orElseThrow());
      assertThat(changed(graph, new PageDates(graph.graph(), Optional.of(file)))).hasSize(7_001);
    }
  }

  @Test
  void aFileThatCannotBeUsedIsAsGoodAsNone() throws IOException {
    Path file = directory.resolve("dates");
    try (TestGraph graph = TestGraph.onDisk(directory)) {
      manyChanges(graph);
      Map<String, Instant> right = changed(graph, new PageDates(graph.graph(), Optional.of(file)));
      String kept = Files.readString(file);
      for (String broken :
          new String[] {
            "",
            kept.substring(0, kept.length() / 2),
            kept.replace(graph.graph().storeId(), "another-store"),
            kept.replaceFirst(" 1\n", " 99\n"),
            kept.replaceFirst(" 1\n", " one\n")
          }) {
        Files.writeString(file, broken);
        assertThat(changed(graph, new PageDates(graph.graph(), Optional.of(file))))
            .isEqualTo(right);
      }
    }
  }

  @Test
  void aPageStaysInItsPartAndNewOnesTakeThePlacesOfThoseThatWent() {
    try (TestGraph graph = TestGraph.onDisk(directory)) {
      PageDates dates = new PageDates(graph.graph(), Optional.empty());
      for (int i = 1; i <= 5; i++) {
        insert(graph, ":n" + i + " skos:prefLabel 'n'@en .");
      }
      assertThat(part(graph, dates, 1)).isEqualTo("n3 n4");
      graph.update(PREFIXES + "DELETE DATA { GRAPH ex:g { :n3 skos:prefLabel 'n'@en } }");
      assertThat(part(graph, dates, 0)).isEqualTo("n1 n2");
      assertThat(part(graph, dates, 1)).isEqualTo("n4");
      insert(graph, ":n6 skos:prefLabel 'n'@en . :n5 ex:p 1 .");
      assertThat(part(graph, dates, 1)).isEqualTo("n6 n4");
      Overview overview = graph.graph().read(snapshot -> dates.overview(snapshot, 2));
      assertThat(overview.latest().stream().flatMap(Optional::stream))
          .containsExactly(time(graph, 2), time(graph, 7), time(graph, 7));
      assertThat(overview.pages()).isEqualTo(5);
      assertThat(overview.commit()).isEqualTo(7);
    }
  }

  /** More than may be left unsaved, in one commit. */
  private static void manyChanges(TestGraph graph) {
    insert(
        graph,
        ":a skos:prefLabel 'A'@en ."
            + IntStream.range(0, 7_000)
                .mapToObj(i -> ":n" + i + " skos:prefLabel 'n'@en ; ex:p 1 , 2 .")
                .collect(Collectors.joining(" ")));
  }

  private static void insert(TestGraph graph, String triples) {
    graph.update(PREFIXES + "INSERT DATA { GRAPH ex:g { " + triples + " } }");
  }

  private static String part(TestGraph graph, PageDates dates, int number) {
    return graph.graph().read(snapshot -> dates.part(snapshot, number, 2)).stream()
        .map(page -> page.iri().substring(page.iri().lastIndexOf('/') + 1))
        .collect(Collectors.joining(" "));
  }

  private static Map<String, Instant> changed(TestGraph graph, PageDates dates) {
    return graph.graph().read(snapshot -> dates.part(snapshot, 0, 100_000)).stream()
        .collect(
            Collectors.toMap(
                Page::iri,
                page -> page.changed().orElseThrow(),
                (one, other) -> one,
                TreeMap::new));
  }

  private static Instant time(TestGraph graph, long number) {
    KnowledgeGraph of = graph.graph();
    return of.history().commit(number).map(Commit::time).orElseThrow();
  }
}
