package org.bluethread.publish.informea;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.bluethread.support.TestGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A harvester that asks for all that changed since the latest change it knows misses nothing and
 * gets again at the most what the last commit changed, whatever was written, and over restarts.
 */
class HarvestTest {
  private static final String PREFIXES =
      """
      PREFIX bt: <https://w3id.org/bluethread/ontology#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      BASE <https://w3id.org/bluethread/>
      """;

  @TempDir private Path directory;
  private TestGraph graph;
  private InforMea records;

  /** What a harvester has, and the latest change it knows. */
  private final Map<String, Row> copy = new HashMap<>();

  private Instant latest = Instant.EPOCH;

  @BeforeEach
  void open() {
    graph = TestGraph.onDisk(directory);
    records = new InforMea(graph.graph(), Optional.of(directory.resolve("informea")));
  }

  @AfterEach
  void close() {
    graph.close();
  }

  private void restart() {
    close();
    open();
  }

  private void write(String update) {
    graph.update(PREFIXES + update);
  }

  private void document(int number, String title) {
    write(
        """
        DELETE { GRAPH <graph/g> { <id/document/d-%1$d> ?p ?o } }
        INSERT { GRAPH <graph/g> { <id/document/d-%1$d> a bt:Document ; skos:prefLabel "%2$s"@en ;
          bt:preparedBy <id/organ/x/o> } }
        WHERE { OPTIONAL { GRAPH <graph/g> { <id/document/d-%1$d> ?p ?o } } }
        """
            .formatted(number, title));
  }

  private List<Row> all() {
    return graph.graph().read(records::of).rows(Model.DOCUMENTS);
  }

  /** Takes all that changed since the latest change that is known; gives what it had already. */
  private Set<String> harvest() {
    List<Row> changed =
        all().stream().filter(row -> !Records.updated(row).isBefore(latest)).toList();
    Set<String> repeated =
        changed.stream()
            .filter(row -> row.equals(copy.get(row.id())))
            .map(Row::id)
            .collect(toSet());
    changed.forEach(row -> copy.put(row.id(), row));
    latest = changed.stream().map(Records::updated).max(Instant::compareTo).orElse(latest);
    return repeated;
  }

  private Map<String, Row> present() {
    return all().stream().collect(toMap(Row::id, row -> row));
  }

  @Test
  void onlyWhatTheLastCommitChangedIsRepeated() {
    document(1, "one");
    document(2, "two");
    assertThat(harvest()).isEmpty();
    assertThat(copy).isEqualTo(present()).hasSize(2);

    assertThat(harvest()).isEqualTo(ofTheLastCommit());
    assertThat(ofTheLastCommit()).contains("document:d-2");
  }

  /** Two commits may be made in the same millisecond. */
  private Set<String> ofTheLastCommit() {
    Instant last = graph.graph().history().commit(graph.commit()).orElseThrow().time();
    return all().stream()
        .filter(row -> Records.updated(row).equals(last))
        .map(Row::id)
        .collect(toSet());
  }

  @Test
  void severalCommitsBetweenTwoHarvestsKeepTheirTimes() {
    document(1, "one");
    harvest();
    restart();
    document(2, "two");
    Instant second = graph.graph().history().commit(2).orElseThrow().time();
    document(3, "three");
    write("INSERT DATA { GRAPH <graph/g> { <id/x> a <id/y> } }");
    restart();

    harvest();

    assertThat(copy).isEqualTo(present());
    assertThat(Records.updated(copy.get("document:d-2"))).isEqualTo(second);
    assertThat(Records.updated(copy.get("document:d-3")))
        .isEqualTo(graph.graph().history().commit(3).orElseThrow().time());
  }

  @Test
  void aChangeFarFromTheRecordIsSeenWhereItShows() {
    document(1, "one");
    document(2, "two");
    harvest();

    write("INSERT DATA { GRAPH <graph/g> { <id/organ/x/o> skos:prefLabel \"Organ\"@en } }");
    document(3, "three");
    harvest();

    assertThat(copy).isEqualTo(present());
    assertThat(copy.get("document:d-1").part("authors")).hasSize(1);
    assertThat(Records.updated(copy.get("document:d-1")))
        .isEqualTo(graph.graph().history().commit(3).orElseThrow().time());
  }

  @Test
  void anythingWrittenInAnyOrderIsHarvested() {
    Random random = new Random(9);
    for (int turn = 0; turn < 40; turn++) {
      int commits = random.nextInt(4);
      for (int i = 0; i < commits; i++) {
        document(random.nextInt(6), "title " + random.nextInt(3));
      }
      if (random.nextInt(4) == 0) {
        restart();
      }
      Set<String> before = ofTheLastCommitOrNone();
      Set<String> repeated = harvest();

      assertThat(copy).as("turn %d", turn).isEqualTo(present());
      assertThat(before).as("turn %d", turn).containsAll(repeated);
    }
  }

  /** What a harvest may repeat: what the last commit known before it changed. */
  private Set<String> ofTheLastCommitOrNone() {
    return copy.values().stream()
        .filter(row -> Records.updated(row).equals(latest))
        .map(Row::id)
        .collect(toSet());
  }

  @Test
  void aRecordThatGoesAndComesBackIsNew() {
    document(1, "one");
    harvest();
    write("DELETE WHERE { GRAPH <graph/g> { <id/document/d-1> ?p ?o } }");
    harvest();
    assertThat(all()).isEmpty();

    document(1, "one");

    assertThat(Records.updated(all().get(0)))
        .isEqualTo(graph.graph().history().commit(3).orElseThrow().time());
  }

  @Test
  void withoutItsTableEverythingIsNewAndNothingIsMissed() throws IOException {
    document(1, "one");
    document(2, "two");
    harvest();
    close();
    Files.delete(directory.resolve("informea"));
    open();
    document(3, "three");

    harvest();

    assertThat(copy).isEqualTo(present());
    assertThat(all()).extracting(Records::updated).containsOnly(latest);
  }

  @Test
  void aBrokenTableCountsAsNone() throws IOException {
    document(1, "one");
    harvest();
    close();
    String table = Files.readString(directory.resolve("informea"));
    Files.writeString(directory.resolve("informea"), table.substring(0, table.length() - 12));
    open();
    document(2, "two");

    harvest();

    assertThat(copy).isEqualTo(present());
    assertThat(all()).extracting(Records::updated).containsOnly(latest);
  }

  @Test
  void theTableOfAnotherStoreCountsAsNone() throws IOException {
    document(1, "one");
    harvest();
    Path table = directory.resolve("informea");
    String text = Files.readString(table);
    Files.writeString(table, text.replace(graph.graph().storeId(), "another"));
    restart();
    document(2, "two");

    assertThat(all())
        .extracting(Records::updated)
        .containsOnly(graph.graph().history().commit(2).orElseThrow().time());
  }

  @Test
  void timesGoNotBackWhenTheClockDoes() throws IOException {
    document(1, "one");
    harvest();
    close();
    Path table = directory.resolve("informea");
    Instant later = latest.plusSeconds(3600);
    Files.writeString(table, Files.readString(table).replace(latest.toString(), later.toString()));
    open();
    latest = later;
    document(2, "two");

    harvest();

    assertThat(copy.get("document:d-2")).isNotNull();
  }

  @Test
  void theSameStateHasTheSameTimesAfterARestart() {
    document(1, "one");
    document(2, "two");
    Records before = graph.graph().read(records::of);
    restart();

    assertThat(graph.graph().read(records::of).fingerprint()).isEqualTo(before.fingerprint());
    assertThat(all()).isEqualTo(before.rows(Model.DOCUMENTS));
  }
}
