package org.bluethread.data;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The graph against the tables that second readers wrote down from the documents without seeing it:
 * every figure, every decision and every tie to an Aichi Target stands in the graph of its
 * paragraph, or in a derivation or correction from it. What is left out on purpose is listed beside
 * the tables, each with the reason.
 */
final class SecondReadingTest {
  private static final Path READINGS = RealData.golden("readings");
  private static final String DOCUMENTS = "https://w3id.org/bluethread/id/document/";
  private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");

  /** Amounts are read in millions or in units of ten thousand, as printed, and kept in full. */
  private static final List<BigDecimal> SCALES =
      List.of(BigDecimal.ONE, new BigDecimal("10000"), new BigDecimal("1000000"));

  /**
   * What a reader wrote down.
   *
   * @param units the paragraphs, one of which has to say it
   * @param key how the entry is named where it is left out on purpose
   * @param what the same in words
   * @param saidBy whether something found in a paragraph says it
   */
  private record Entry(List<String> units, String key, String what, Predicate<String> saidBy) {}

  static List<String> documents() throws IOException {
    try (Stream<Path> folders = Files.list(READINGS)) {
      return folders.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyFigureStandsInItsParagraph(String document) {
    assertSaid(
        document,
        "STR(?value)",
        "?figure bt:value ?value",
        table(document, "figures")
            .filter(row -> !row.get("qualifier").equals("ordinal"))
            .flatMap(SecondReadingTest::figure));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyDecisionStandsInItsParagraph(String document) {
    assertSaid(
        document,
        "REPLACE(STR(?thing), '^.*/', '')",
        "{ ?thing ?p ?o } UNION { ?s ?q ?thing } FILTER(isIRI(?thing))",
        table(document, "decisions").map(SecondReadingTest::decision));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyTieToAnAichiTargetStandsInItsParagraph(String document) {
    assertSaid(
        document,
        "REPLACE(STR(?target), '^.*/(target|goal)/aichi/', '')",
        "{ ?target ?p ?o } UNION { ?s ?q ?target } FILTER(CONTAINS(STR(?target), '/aichi/'))",
        table(document, "targets")
            .filter(row -> row.get("framework").equals("aichi"))
            .flatMap(SecondReadingTest::targets));
  }

  private static Stream<Entry> figure(Map<String, String> row) {
    String value = row.get("value").replace(",", "").replace(" ", "");
    if (!NUMBER.matcher(value).matches()) {
      return Stream.empty();
    }
    List<BigDecimal> wanted = SCALES.stream().map(new BigDecimal(value)::multiply).toList();
    return Stream.of(
        new Entry(
            List.of(row.get("unit")),
            "figures " + row.get("unit") + " " + row.get("n"),
            value + " " + row.get("what"),
            found -> wanted.stream().anyMatch(one -> one.compareTo(new BigDecimal(found)) == 0)));
  }

  private static Entry decision(Map<String, String> row) {
    String units = row.get("unit_that_reports_it");
    String slug =
        row.get("decision")
            .toLowerCase(Locale.ROOT)
            .replaceFirst("^a/res/", "")
            .replaceAll("\\b(agreement|article)\\b", " ")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return new Entry(
        List.of(units.split("[, ]+", -1)),
        "decisions " + units + " " + row.get("decision"),
        row.get("asked_to_do"),
        found ->
            found.equals(slug) || found.startsWith(slug + "-") || found.startsWith(slug + "."));
  }

  private static Stream<Entry> targets(Map<String, String> row) {
    return Arrays.stream(row.get("number").split("[, ;]+", -1))
        .filter(number -> number.matches("[0-9]+|[A-E]"))
        .map(
            number ->
                new Entry(
                    List.of(row.get("unit")),
                    "targets " + row.get("unit") + " " + number,
                    row.get("claim"),
                    number.toLowerCase(Locale.ROOT)::equals));
  }

  /** For every entry not left out, the pattern gives in one of its paragraphs what says it. */
  private static void assertSaid(
      String document, String found, String pattern, Stream<Entry> entries) {
    Map<String, Set<String>> byUnit =
        RealData.select(
                "SELECT ?unit (%s AS ?found) { ?graph prov:wasDerivedFrom ?unit . GRAPH ?graph { %s } }"
                    .formatted(found, pattern))
            .stream()
            .collect(groupingBy(row -> row.get(0), mapping(row -> row.get(1), toSet())));
    Set<String> leftOut =
        table(document, "left-out")
            .map(row -> row.get("table") + " " + row.get("unit") + " " + row.get("what"))
            .collect(toSet());
    assertThat(entries.filter(entry -> !leftOut.contains(entry.key())))
        .allSatisfy(
            entry ->
                assertThat(
                        entry.units().stream()
                            .map(unit -> DOCUMENTS + document + "/" + unit)
                            .flatMap(unit -> byUnit.getOrDefault(unit, Set.of()).stream()))
                    .as(entry.key() + ": " + entry.what())
                    .anyMatch(entry.saidBy()));
  }

  private static Stream<Map<String, String>> table(String document, String name) {
    return TsvTable.rows(READINGS.resolve(document).resolve(name + ".tsv")).stream();
  }
}
