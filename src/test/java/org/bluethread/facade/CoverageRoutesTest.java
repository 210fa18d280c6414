package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.bluethread.support.PageRules;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /coverage} over what the project ships: numbers against counts made another way. */
final class CoverageRoutesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PREFIXES =
      """
      PREFIX bt: <https://w3id.org/bluethread/ontology#>
      PREFIX prov: <http://www.w3.org/ns/prov#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX sssom: <https://w3id.org/sssom/>
      """;

  /** A link of an Aichi Target that a document makes: ?target, ?other, ?graph and ?claim. */
  private static final String CLAIM =
      """
      VALUES ?kind { bt:EvidenceGraph bt:DerivationGraph bt:CorrectionGraph }
      <https://w3id.org/bluethread/id/framework/cbd/aichi> bt:hasGoal?/bt:hasTarget ?target .
      { GRAPH ?graph { ?target ?property ?other } BIND("from" AS ?way) }
      UNION { GRAPH ?graph { ?other ?property ?target } BIND("to" AS ?way) }
      ?graph a ?kind .
      ?property rdfs:subPropertyOf bt:link .
      BIND(CONCAT(STR(?target), ?way, STR(?property), STR(?other)) AS ?claim)
      """;

  /** The other end of the link, or what a document says it leads to, as ?value. */
  private static final String REACHED =
      "{"
          + CLAIM
          + "BIND(?other AS ?value) } UNION {"
          + CLAIM
          + """
          VALUES ?kindOfTie { bt:EvidenceGraph bt:DerivationGraph bt:CorrectionGraph }
          GRAPH ?tie { ?other ?through ?value }
          ?tie a ?kindOfTie .
          FILTER(?through = bt:region || EXISTS { ?through rdfs:subPropertyOf bt:link })
          }
          """;

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.shared();
  }

  private static String pattern(String axis) {
    return switch (axis) {
      case "document" -> CLAIM + "?graph prov:wasDerivedFrom/bt:inDocument ?value .";
      case "organ" -> REACHED + "?value a bt:Organ .";
      case "region" ->
          REACHED
              + "FILTER EXISTS { ?value a ?type . ?type rdfs:subClassOf* ?top"
              + " VALUES ?top { bt:Place bt:CountryGroup } }";
      default ->
          CLAIM
              + "?other a ?value . ?value rdfs:subClassOf* bt:Activity ."
              + " FILTER NOT EXISTS { ?other a ?narrower . ?narrower rdfs:subClassOf ?value }";
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"document", "organ", "region", "activity"})
  void everyCellIsTheNumberOfLinksInTheGraph(String axis) throws IOException {
    Map<String, Long> expected = new TreeMap<>();
    String query =
        "SELECT ?target ?value (COUNT(DISTINCT ?claim) AS ?n) {"
            + pattern(axis)
            + "} GROUP BY ?target ?value";
    for (JsonNode row : rows(query)) {
      expected.put(
          end(row.at("/target/value").asText()) + " " + end(row.at("/value/value").asText()),
          row.at("/n/value").asLong());
    }
    assertThat(expected).hasSizeGreaterThan(10);
    assertThat(cells(json("coverage?rows=aichi&by=" + axis))).isEqualTo(expected);
  }

  @Test
  void theNumbersAreThoseOfTheFiles() throws IOException {
    // Target 12 in the note of 2016: eight findings, two assessments named, one footnote's matter.
    // In the report of 2012: the indicators that measure it.
    Map<String, Long> cells = cells(json("coverage"));
    assertThat(cells)
        .containsEntry("12 unep-cbd-sbi-1-6", 11L)
        .containsEntry("12 unep-cbd-cop-11-inf-41", 1L)
        .doesNotContainKey("12 isa-2019-high-level-action-plan");
    assertThat(cells(json("coverage?by=organ"))).containsEntry("11 unep", 5L);
  }

  @Test
  void everyFilledCellListsAsManyStatementsAsItSaysEachWithItsPlace() throws IOException {
    for (String axis : List.of("document", "organ", "region", "activity")) {
      JsonNode page = json("coverage?by=" + axis);
      for (JsonNode row : page.get("rows")) {
        for (JsonNode cell : row.get("cells")) {
          if (cell.get("count").asInt() > 0 && row.get("value").asText().matches("3|11|12")) {
            JsonNode claims =
                json(cell.get("href").asText().substring(1).replace("#cell", ""))
                    .at("/selected/claims");
            assertThat(claims).hasSize(cell.get("count").asInt());
            claims.forEach(claim -> assertThat(claim.at("/statement/origins").size()).isPositive());
          }
        }
      }
    }
  }

  @Test
  void aCellSaysItsStatementsAsSentencesWithTheirParagraphs() {
    assertThat(html("coverage?by=organ&row=11&column=unep", "en"))
        .containsPattern(
            "(?s)Support for “<a href=\"/id/target/aichi/11\">.{0,80}comes from “<a"
                + ".{0,2500}origin derivation.{0,600}"
                + "Those who carry out “<a.{0,600}href=\"/id/organ/unep/unep\""
                + ".{0,400}origin evidence.{0,300}"
                + "href=\"/id/document/unep-cbd-cop-11-inf-41/para/73\"");
    assertThat(html("coverage?row=12&column=unep-cbd-sbi-1-6", "zh")).contains("的评估见“<a");
  }

  @Test
  void anEmptyCellSaysThatThereIsNoStatement() {
    assertThat(html("coverage", "en"))
        .containsPattern(
            "<td class=\"cell level-0\" title=\"no statement in these documents\">"
                + "<span class=\"unseen\">no statement in these documents</span></td>");
    assertThat(html("coverage?row=12&column=isa-2019-high-level-action-plan", "en"))
        .containsPattern("(?s)id=\"cell\".{0,900}no statement in these documents");
    assertThat(html("coverage", "ru")).contains("в этих документах утверждений нет");
  }

  @Test
  void mappingsAreCountedApart() throws IOException {
    Map<String, Long> expected = new TreeMap<>();
    String query =
        "SELECT ?target (COUNT(DISTINCT ?mapping) AS ?n) {"
            + " <https://w3id.org/bluethread/id/framework/cbd/gbf> bt:hasTarget ?target"
            + " { ?mapping sssom:subject_id ?target } UNION { ?mapping sssom:object_id ?target } }"
            + " GROUP BY ?target";
    for (JsonNode row : rows(query)) {
      expected.put(end(row.at("/target/value").asText()), row.at("/n/value").asLong());
    }
    JsonNode page = json("coverage?rows=gbf");
    Map<String, Long> mapped = new TreeMap<>();
    for (JsonNode row : page.get("rows")) {
      if (row.at("/mapped/count").asLong() > 0) {
        mapped.put(row.get("value").asText(), row.at("/mapped/count").asLong());
      }
    }
    assertThat(expected).isNotEmpty();
    assertThat(mapped).isEqualTo(expected);
    assertThat(page.get("statements").asLong()).isZero();
    assertThat(cells(page)).isEmpty();
    assertThat(html("coverage?rows=gbf&row=1&column=mapped", "en"))
        .contains("Mapping by Secretariat of the Convention on Biological Diversity: no document")
        .contains("AICHI-TARGET-05");
    assertThat(json("coverage?rows=gbf&row=1&column=mapped").at("/selected/mappings"))
        .hasSize(expected.get("1").intValue());
  }

  @Test
  void theGapAnalysisStandsBesideItAsPrinted() throws IOException {
    long expected =
        rows("SELECT (COUNT(*) AS ?n) { ?f a bt:GapFinding ; bt:about ?t . ?t a bt:Target }")
            .get(0)
            .at("/n/value")
            .asLong();
    List<JsonNode> gaps = new ArrayList<>();
    json("coverage").get("findings").forEach(row -> row.get("findings").forEach(gaps::add));
    assertThat(gaps).hasSize((int) expected).hasSize(65);
    assertThat(gaps).allMatch(gap -> gap.get("units").size() == 1);
    assertThat(html("coverage", "en"))
        .containsPattern(
            "(?s)id=\"gaps\">[^<]*UNEP/CBD/SBI/1/6[.].*<tr>\\s*<th scope=\"row\"><span"
                + " class=\"code\">AICHI-TARGET-12(?:(?!<tr>).)*Limited activities in each region"
                + "(?:(?!<li>).)*href=\"/id/document/unep-cbd-sbi-1-6/para/22\"");
    assertThat(html("coverage?rows=sdg", "en")).contains("No gap analysis in these documents");
  }

  @Test
  void theTableHasEveryCell() {
    List<String> lines =
        server.get("coverage?format=csv&by=activity", "*/*").body().lines().toList();
    assertThat(lines.get(0))
        .isEqualTo("\uFEFF" + quoted("row,row_label,column,column_label,basis,statements"));
    assertThat(lines).filteredOn(line -> line.contains("\"mapped\"")).hasSize(20);
    assertThat((lines.size() - 1) % 20).isZero();
    assertThat(server.get("coverage?by=organ&row=11&column=unep", "text/csv").body().lines())
        .hasSizeGreaterThan(10)
        .anyMatch(line -> line.contains("/para/73") && line.contains("carry out"));
  }

  @ParameterizedTest
  @CsvSource({
    "rows=none, aichi",
    "by=colour, activity",
    "row=99&column=unep-cbd-sbi-1-6, 20",
    "row=1&column=nothing, unep-cbd-sbi-1-6",
    "row=1, both",
    "column=mapped, both",
  })
  void aValueThatIsNotThereIsToldWithThoseThatAre(String parameter, String candidate)
      throws IOException {
    HttpResponse<String> answer = server.get("coverage?" + parameter, "application/json");
    assertThat(answer.statusCode()).isEqualTo(400);
    JsonNode problem = JSON.readTree(answer.body());
    assertThat(problem.get("type").asText()).endsWith("/bad-parameter");
    assertThat(problem.get("remedy").asText()).contains(candidate);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/json", "text/csv"})
  void aGraphWithoutFrameworksSaysSo(String type) {
    try (TestServer empty = TestServer.start()) {
      HttpResponse<String> answer = empty.get("coverage", type);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
      if (type.equals("text/html")) {
        assertThat(answer.body()).contains("no framework with targets");
      }
    }
  }

  @Test
  void aFrameworkOfAnybodyIsCountedAsSoonAsItIsCommittedWhateverItsNamesAre() {
    String wicked = "<script>alert(1)</script>" + "x".repeat(10_000);
    try (TestServer fresh = TestServer.start()) {
      assertThat(fresh.get("coverage", "text/html").body()).contains("no framework with targets");
      fresh.write(
          """
          @base <https://w3id.org/bluethread/id/> .
          @prefix bt: <https://w3id.org/bluethread/ontology#> .
          @prefix prov: <http://www.w3.org/ns/prov#> .
          @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
          @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
          GRAPH <x> {
            bt:supportedBy rdfs:subPropertyOf bt:link .
            bt:Project rdfs:subClassOf bt:Activity .
            <framework/o/f> a bt:Framework ; bt:hasTarget <target/o/1> , <target/o/2> .
            <target/o/1> skos:prefLabel "WICKED"@en .
            <activity/o/a> a bt:Activity , bt:Project ; skos:prefLabel "WICKED"@en .
            <document/d> skos:prefLabel "WICKED"@en .
            <document/d/para/1> bt:inDocument <document/d> ; bt:number "1" .
            <document/d/para/1#statements> a bt:EvidenceGraph ;
              prov:wasDerivedFrom <document/d/para/1> .
            <target/o/2> bt:supportedBy <activity/o/a> .
          }
          GRAPH <document/d/para/1#statements> { <target/o/1> bt:supportedBy <activity/o/a> . }
          """
              .replace("WICKED", wicked));
      String cell = fresh.get("coverage?row=1&column=d", "text/html").body();
      assertThat(cell).contains("&lt;script&gt;").doesNotContain("<script>");
      String json = fresh.get("coverage?by=activity", "application/json").body();
      assertThat(json)
          .contains("\"statements\":1")
          .contains("\"value\":\"Project\"")
          .doesNotContain("\"value\":\"Activity\"");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "coverage",
        "coverage?by=region&row=9&column=caribbean",
        "coverage?row=11&column=mapped"
      })
  void aFullPageKeepsToTheRulesOfPages(String path) {
    String html = html(path, "ar");
    assertThat(html).contains("dir=\"rtl\"").contains(" aria-labelledby=\"");
    PageRules.hold(html);
  }

  private static Map<String, Long> cells(JsonNode page) {
    Map<String, Long> cells = new TreeMap<>();
    for (JsonNode row : page.get("rows")) {
      for (JsonNode cell : row.get("cells")) {
        if (cell.get("count").asLong() > 0) {
          cells.put(
              row.get("value").asText() + " " + cell.get("column").asText(),
              cell.get("count").asLong());
        }
      }
    }
    return cells;
  }

  private static String quoted(String columns) {
    return "\"" + columns.replace(",", "\",\"") + "\"";
  }

  private static String end(String iri) {
    return iri.replaceFirst("^.*[/#]", "");
  }

  private static String html(String path, String language) {
    return server
        .send(
            server.request(path).header("Accept", "text/html").header("Accept-Language", language))
        .body();
  }

  private static JsonNode json(String path) throws IOException {
    HttpResponse<String> answer = server.get(path, "application/json");
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static List<JsonNode> rows(String query) throws IOException {
    String address = "sparql?query=" + URLEncoder.encode(PREFIXES + query, StandardCharsets.UTF_8);
    return StreamSupport.stream(json(address).at("/results/bindings").spliterator(), false)
        .toList();
  }
}
