package org.bluethread.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.sparql.exec.QueryExec;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Release;
import org.bluethread.graph.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The graph against the tables that second readers wrote down from the documents without seeing it:
 * every figure, every decision and every tie to an Aichi Target stands in the graph of its
 * paragraph, or in a derivation or correction from it. What is left out on purpose is listed beside
 * the tables, each with the reason.
 */
final class SecondReadingTest {
  private static final Path READINGS = Path.of("src/test/golden/readings");
  private static final String DOCUMENTS = "https://w3id.org/bluethread/id/document/";
  private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");

  /** Amounts are read in millions or in units of ten thousand, as printed, and kept in full. */
  private static final List<BigDecimal> SCALES =
      List.of(BigDecimal.ONE, new BigDecimal("10000"), new BigDecimal("1000000"));

  private static final String PREFIXES =
      """
      PREFIX bt: <https://w3id.org/bluethread/ontology#>
      PREFIX prov: <http://www.w3.org/ns/prov#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      """;

  @TempDir private static Path directory;
  private static KnowledgeGraph graph;

  @BeforeAll
  static void load() {
    graph = KnowledgeGraph.open(Store.inMemory(), directory.resolve("log"));
    new Release(Path.of("").toAbsolutePath()).load(graph);
  }

  @AfterAll
  static void close() {
    graph.close();
  }

  static List<String> documents() throws IOException {
    try (Stream<Path> folders = Files.list(READINGS)) {
      return folders.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyFigureStandsInItsParagraph(String document) {
    Map<String, Set<String>> values =
        byUnit(
            "SELECT ?unit (STR(?value) AS ?found) { ?graph prov:wasDerivedFrom ?unit . GRAPH ?graph"
                + " { ?figure bt:value ?value } }");
    Set<String> leftOut = leftOut(document);
    List<String> missing = new ArrayList<>();
    for (Map<String, String> row : rows(document, "figures")) {
      String value = row.get("value").replace(",", "").replace(" ", "");
      String unit = row.get("unit");
      if (row.get("qualifier").equals("ordinal")
          || !NUMBER.matcher(value).matches()
          || leftOut.contains("figures " + unit + " " + row.get("n"))) {
        continue;
      }
      Set<String> found = values.getOrDefault(DOCUMENTS + document + "/" + unit, Set.of());
      boolean there =
          SCALES.stream()
              .map(new BigDecimal(value)::multiply)
              .anyMatch(
                  wanted ->
                      found.stream().anyMatch(one -> new BigDecimal(one).compareTo(wanted) == 0));
      if (!there) {
        missing.add("figures " + unit + " " + row.get("n") + " " + value + " " + row.get("what"));
      }
    }
    assertThat(missing).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyDecisionStandsInItsParagraph(String document) {
    Map<String, Set<String>> things =
        byUnit(
            "SELECT ?unit (REPLACE(STR(?thing), \"^.*/\", \"\") AS ?found) { ?graph"
                + " prov:wasDerivedFrom ?unit . { GRAPH ?graph { ?thing ?p ?o } } UNION { GRAPH"
                + " ?graph { ?s ?q ?thing } } FILTER(isIRI(?thing)) }");
    Set<String> leftOut = leftOut(document);
    List<String> missing = new ArrayList<>();
    for (Map<String, String> row : rows(document, "decisions")) {
      String slug = slug(row.get("decision"));
      String units = row.get("unit_that_reports_it");
      boolean there =
          Stream.of(units.split("[, ]+", -1))
              .flatMap(
                  unit -> things.getOrDefault(DOCUMENTS + document + "/" + unit, Set.of()).stream())
              .anyMatch(
                  thing ->
                      thing.equals(slug)
                          || thing.startsWith(slug + "-")
                          || thing.startsWith(slug + "."));
      if (!there && !leftOut.contains("decisions " + units + " " + row.get("decision"))) {
        missing.add("decisions " + units + " " + row.get("decision"));
      }
    }
    assertThat(missing).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyTieToAnAichiTargetStandsInItsParagraph(String document) {
    Map<String, Set<String>> targets =
        byUnit(
            "SELECT ?unit (REPLACE(STR(?target), \"^.*/(target|goal)/aichi/\", \"\") AS ?found) {"
                + " ?graph prov:wasDerivedFrom ?unit . { GRAPH ?graph { ?target ?p ?o } } UNION {"
                + " GRAPH ?graph { ?s ?q ?target } } FILTER(CONTAINS(STR(?target), \"/aichi/\"))"
                + " }");
    Set<String> leftOut = leftOut(document);
    List<String> missing = new ArrayList<>();
    for (Map<String, String> row : rows(document, "targets")) {
      if (!row.get("framework").equals("aichi")) {
        continue;
      }
      for (String number : row.get("number").split("[, ;]+", -1)) {
        Set<String> found =
            targets.getOrDefault(DOCUMENTS + document + "/" + row.get("unit"), Set.of());
        if (number.matches("[0-9]+|[A-E]")
            && !found.contains(number.toLowerCase(Locale.ROOT))
            && !leftOut.contains("targets " + row.get("unit") + " " + number)) {
          missing.add("targets " + row.get("unit") + " " + number + " " + row.get("claim"));
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private static Map<String, Set<String>> byUnit(String query) {
    return graph.read(
        snapshot -> {
          Map<String, Set<String>> found = new TreeMap<>();
          try (QueryExec exec =
              QueryExec.dataset(snapshot.dataset()).query(PREFIXES + query).build()) {
            exec.select()
                .forEachRemaining(
                    row ->
                        found
                            .computeIfAbsent(row.get("unit").getURI(), unit -> new HashSet<>())
                            .add(row.get("found").getLiteralLexicalForm()));
          }
          return found;
        });
  }

  private static String slug(String decision) {
    return decision
        .toLowerCase(Locale.ROOT)
        .replaceFirst("^a/res/", "")
        .replaceAll("\\b(agreement|article)\\b", " ")
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }

  private static Set<String> leftOut(String document) {
    Set<String> keys = new HashSet<>();
    for (Map<String, String> row : rows(document, "left-out")) {
      keys.add(row.get("table") + " " + row.get("unit") + " " + row.get("what"));
    }
    return keys;
  }

  private static List<Map<String, String>> rows(String document, String table) {
    Path file = READINGS.resolve(document).resolve(table + ".tsv");
    if (!Files.exists(file)) {
      throw new IllegalStateException(file + " is missing");
    }
    try {
      List<String> lines = Files.readAllLines(file);
      String[] names = lines.get(0).split("\t", -1);
      List<Map<String, String>> rows = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split("\t", -1);
        Map<String, String> row = new TreeMap<>();
        for (int i = 0; i < names.length; i++) {
          row.put(names[i], i < cells.length ? cells[i] : "");
        }
        rows.add(row);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
