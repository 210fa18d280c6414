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

  private static Case named(String query, String given, String golden) {
    return new Case(query, given, golden);
  }

  static Stream<Case> cases() {
    String document = "isa-2019-high-level-action-plan";
    return Stream.of(
        named("action-profile", "action=3.1.1", "action-profile.3.1.1.csv"),
        named("action-profile", "action=4.3.1", "action-profile.4.3.1.csv"),
        named("actions-without-output", "", "actions-without-output.csv"),
        named("aichi-targets-by-goal", "", "aichi-targets-by-goal.csv"),
        named("aichi-targets-by-goal", "goal=AICHI-GOAL-C", "aichi-targets-by-goal.c.csv"),
        named(
            "coordinated-by-organ",
            "organ=LTC",
            "coordinated-by-organ.legal-and-technical-commission.csv"),
        named("direction-tree", "direction=4", "direction-tree.4.csv"),
        named(
            "document-coverage", "document=" + document, "document-coverage." + document + ".csv"),
        named("indicators-of-target", "", "indicators-of-target.csv"),
        named("indicators-of-target", "target=SDG 14.a", "indicators-of-target.sdg-14.a.csv"),
        named("mappings-of-target", "target=GBF-TARGET-03", "mappings-of-target.gbf-3.csv"),
        named("mappings-of-target", "target=Aichi 11", "mappings-of-target.aichi-11.csv"),
        named("mappings-of-target", "target=SDG 14.2", "mappings-of-target.sdg-14.2.csv"),
        named("misprints", "document=" + document, "misprints.csv"),
        named(
            "observations-in-unit",
            "unit=" + document + "/annex/2/row/1.2.5-1",
            "observations-in-unit.annex-2-row-1.2.5-1.csv"),
        named("organs-working-together", "", "organs-working-together.csv"),
        named("outputs-by-organ", "organ=assembly", "outputs-by-organ.assembly.csv"),
        named(
            "outputs-by-organ",
            "organ=finance-committee",
            "outputs-by-organ.finance-committee.csv"),
        named(
            "outputs-by-time-frame-and-organ",
            "timeFrame=continuous&organ=secretariat",
            "outputs-by-time-frame-and-organ.continuous.secretariat.csv"),
        named("outputs-by-year", "year=2021", "outputs-by-year.2021.csv"),
        named("outputs-by-year", "year=2023", "outputs-by-year.2023.csv"),
        named("outputs-per-direction", "", "outputs-per-direction.csv"),
        named("outputs-per-organ-and-role", "", "outputs-per-organ-and-role.csv"),
        named("outputs-per-time-frame", "", "outputs-per-time-frame.csv"),
        named("rows-without-responsible-organ", "", "rows-without-responsible-organ.csv"),
        named(
            "statements-in-unit",
            "unit=" + document + "/annex/2/row/1.2.1-2",
            "statements-in-unit.annex-2-row-1.2.1-2.csv"));
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
    BoundQuery bound = query.bind(wanted.values(), new SnapshotThings(snapshot));
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
    if (value == null) {
      return "";
    }
    String text = value.isLiteral() ? value.getLiteralLexicalForm() : value.toString();
    return text.contains(",") ? '"' + text + '"' : text;
  }
}
