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
        named("decisions-in-several-documents", "", "decisions-in-several-documents.csv"),
        named("clearing-house-mandates", "", "clearing-house-mandates.csv"),
        named(
            "thing-across-documents", "thing=organ/un/doalos", "thing-across-documents.doalos.csv"),
        named(
            "thing-across-documents",
            "thing=organ/unep/unep-wcmc",
            "thing-across-documents.unep-wcmc.csv"),
        named(
            "thing-across-documents", "thing=dataset/ioc/obis", "thing-across-documents.obis.csv"),
        named(
            "article-bodies-and-an-institution",
            "provision=BBNJ, 51.4&publisher=organ/isa/isa",
            "article-bodies-and-an-institution.bbnj-51.4.isa.csv"),
        named(
            "programme-outputs-and-figures",
            "programme=activity/isa/contractor-training-programme",
            "programme-outputs-and-figures.contractor-training-programme.csv"),
        named("work-on-a-topic", "topic=topic/taxonomy", "work-on-a-topic.taxonomy.csv"),
        named("work-on-a-topic", "topic=topic/marine-litter", "work-on-a-topic.marine-litter.csv"),
        named("sessions-of-a-body", "body=organ/cbd/sbstta", "sessions-of-a-body.sbstta.csv"),
        named("sessions-of-a-body", "body=organ/ipbes/ipbes", "sessions-of-a-body.ipbes.csv"),
        named("countries-in-several-documents", "", "countries-in-several-documents.csv"),
        named("partners-of-a-direction", "direction=4.3", "partners-of-a-direction.4.3.csv"),
        named(
            "articles-behind-outputs",
            "treaty=instrument/un/unclos",
            "articles-behind-outputs.unclos.csv"),
        named("systems-that-exchange", "", "systems-that-exchange.csv"),
        named(
            "expertise-and-experience",
            "group=organ/bbnj/chm-informal-group",
            "expertise-and-experience.bbnj.csv"),
        named("e-learning-offers", "", "e-learning-offers.csv"),
        named("partnerships-reported-twice", "", "partnerships-reported-twice.csv"),
        named("figures-of-systems", "", "figures-of-systems.csv"),
        named("calendar-of-a-year", "year=2025", "calendar-of-a-year.2025.csv"),
        named("least-supported-targets-and-work", "", "least-supported-targets-and-work.csv"),
        named(
            "target-across-documents", "target=AICHI-TARGET-14", "target-across-documents.14.csv"),
        named(
            "target-across-documents", "target=AICHI-TARGET-20", "target-across-documents.20.csv"),
        named("surveyed-targets-and-work", "", "surveyed-targets-and-work.csv"),
        named("what-a-funder-pays-for", "funder=organ/gef/gef", "what-a-funder-pays-for.gef.csv"),
        named(
            "what-a-funder-pays-for",
            "funder=organ/eu/european-union",
            "what-a-funder-pays-for.european-union.csv"),
        named(
            "actors-on-a-topic-in-several-documents",
            "topic=topic/nbsaps",
            "actors-on-a-topic-in-several-documents.nbsaps.csv"),
        named("near-duplicate-labels", "", "near-duplicate-labels.csv"),
        named(
            "donors-of-a-fund",
            "fund=fund/isa/partnership-fund",
            "donors-of-a-fund.isa-partnership-fund.csv"),
        named(
            "progress-on-a-priority",
            "priority=priority/isa/srp-3",
            "progress-on-a-priority.srp-3.csv"),
        named("requests-and-answers", "decision=X/29", "requests-and-answers.x-29.csv"),
        named("survey-answers", "document=unep-cbd-sbi-1-6", "survey-answers.unep-cbd-sbi-1-6.csv"),
        named("gap-analysis", "", "gap-analysis.csv"),
        named(
            "options-of-a-draft",
            "document=bbnj-2025-chm-informal-group",
            "options-of-a-draft.bbnj.csv"),
        named(
            "figures-about-a-thing",
            "thing=activity/unep/bch-regional-workshops",
            "figures-about-a-thing.bch-regional-workshops.csv"),
        named(
            "recommendations-of-a-document",
            "document=isa-2025-msr-action-plan",
            "recommendations-of-a-document.isa-2025-msr-action-plan.csv"),
        named(
            "recommendations-of-a-document",
            "document=unep-cbd-sbi-1-6",
            "recommendations-of-a-document.unep-cbd-sbi-1-6.csv"),
        named("trained-people", "", "trained-people.csv"),
        named(
            "documents-cited",
            "document=isa-2025-msr-action-plan",
            "documents-cited.isa-2025-msr-action-plan.csv"),
        named(
            "endorsers-and-members",
            "thing=activity/isa/call-for-action",
            "endorsers-and-members.call-for-action.csv"),
        named(
            "document-coverage",
            "document=isa-2025-msr-action-plan",
            "document-coverage.isa-2025-msr-action-plan.csv"),
        named(
            "document-coverage",
            "document=bbnj-2025-chm-informal-group",
            "document-coverage.bbnj-2025-chm-informal-group.csv"),
        named(
            "document-coverage",
            "document=unep-cbd-cop-11-inf-41",
            "document-coverage.unep-cbd-cop-11-inf-41.csv"),
        named(
            "document-coverage",
            "document=unep-cbd-sbi-1-6",
            "document-coverage.unep-cbd-sbi-1-6.csv"),
        named(
            "misprints",
            "document=isa-2025-msr-action-plan",
            "misprints.isa-2025-msr-action-plan.csv"),
        named(
            "misprints",
            "document=bbnj-2025-chm-informal-group",
            "misprints.bbnj-2025-chm-informal-group.csv"),
        named(
            "misprints", "document=unep-cbd-cop-11-inf-41", "misprints.unep-cbd-cop-11-inf-41.csv"),
        named("misprints", "document=unep-cbd-sbi-1-6", "misprints.unep-cbd-sbi-1-6.csv"),
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
            "timeFrame=continuous&organ=isa/secretariat",
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
  void everyNameThatTwoThingsShareIsExplained() {
    Case duplicates = named("near-duplicate-labels", "", "near-duplicate-labels.csv");

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
