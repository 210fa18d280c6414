package org.bluethread.query;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.bluethread.data.RealData;
import org.bluethread.data.TsvTable;
import org.bluethread.graph.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each query of the shelf answers what was worked out by hand from the documents. */
final class GoldenAnswersTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private record Case(String query, String given, String golden) {
    Map<String, List<String>> values() {
      return Arrays.stream(given.split("&"))
          .filter(pair -> !pair.isEmpty())
          .map(pair -> pair.split("=", 2))
          .collect(toMap(pair -> pair[0], pair -> List.of(pair[1])));
    }

    @Override
    public String toString() {
      return golden;
    }
  }

  static Stream<Case> cases() {
    return TsvTable.rows(RealData.golden("cases.tsv")).stream()
        .map(row -> new Case(row.get("query"), row.get("parameters"), row.get("answer")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answersWhatWasWorkedOutByHand(Case wanted) throws IOException {
    List<String> golden = Files.readAllLines(RealData.golden(wanted.golden()));
    List<String> columns = List.of(golden.get(0).split(",", -1));

    List<String> lines = RealData.GRAPH.read(snapshot -> lines(snapshot, wanted, columns));

    assertThat(lines).containsExactlyElementsOf(golden.subList(1, golden.size()));
  }

  @Test
  void everyNameThatTwoThingsShareIsExplained() {
    Case duplicates = new Case("near-duplicate-labels", "", "near-duplicate-labels.csv");

    List<String> notes =
        RealData.GRAPH.read(snapshot -> lines(snapshot, duplicates, List.of("note")));

    assertThat(notes).isNotEmpty().doesNotContain("");
  }

  @Test
  void everyQueryHasAGoldenAnswer() {
    assertThat(RealData.SHELF.queries())
        .extracting(NamedQuery::name)
        .containsExactlyElementsOf(cases().map(Case::query).distinct().sorted().toList());
  }

  @Test
  void everyGoldenAnswerIsAskedFor() throws IOException {
    try (Stream<Path> files = Files.list(RealData.golden(""))) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(f -> f.endsWith(".csv")))
          .containsExactlyInAnyOrderElementsOf(cases().map(Case::golden).toList());
    }
  }

  private static List<String> lines(Snapshot snapshot, Case wanted, List<String> columns) {
    NamedQuery query = RealData.SHELF.find(wanted.query()).orElseThrow();
    BoundQuery bound = query.bind(wanted.values(), new IndexedThings(RealData.INDEX).in(snapshot));
    try (QueryRun run = QueryRun.start(bound, snapshot, TIMEOUT)) {
      RowSet rows = ((Answer.Rows) run.answer()).rows();
      assertThat(rows.getResultVars()).extracting(v -> v.getName()).containsAll(columns);
      List<String> lines = new ArrayList<>();
      rows.forEachRemaining(row -> lines.add(line(row, columns)));
      return lines;
    }
  }

  private static String line(Binding row, List<String> columns) {
    return columns.stream().map(column -> cell(row.get(column))).collect(joining(","));
  }

  private static String cell(Node value) {
    String text = RealData.text(value);
    return text.contains(",") ? '"' + text + '"' : text;
  }
}
