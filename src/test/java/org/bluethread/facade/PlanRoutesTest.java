package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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

/** {@code /plan} over what the project ships: numbers against counts made another way. */
final class PlanRoutesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PREFIXES =
      """
      PREFIX bt: <https://w3id.org/bluethread/ontology#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      """;

  /** An output or an action that the plan says has none, as ?row; counted without the program. */
  private static final String ROWS =
      """
      <https://w3id.org/bluethread/id/plan/isa/high-level-action-plan-2019-2023>
        bt:setsDirection ?direction .
      ?direction bt:hasSubDirection/bt:hasAction ?action .
      { ?action bt:hasOutput ?row } UNION { ?none a bt:NoOutputEntry ; bt:about ?action, ?row }
      """;

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.shared();
  }

  @Test
  void thePlanHasTheRowsThatTheGraphHas() throws IOException {
    JsonNode plan = json("plan");
    assertThat(plan.at("/plan/name/text").asText()).startsWith("High-level action plan");
    assertThat(plan.get("total").asLong()).isEqualTo(count(ROWS)).isEqualTo(168);
    assertThat(plan.get("outputs").asLong()).isEqualTo(154);
    assertThat(plan.get("withoutOutput").asLong()).isEqualTo(14);
    assertThat(plan.get("directions")).hasSize(9);
  }

  @ParameterizedTest
  @CsvSource({
    "organ, ?role rdfs:subPropertyOf bt:involvesOrgan . ?row ?role ?value",
    "role, ?value rdfs:subPropertyOf bt:involvesOrgan . ?row ?value ?organ",
    "year, ?entry bt:about ?row ; bt:timeFrame/bt:dueYear ?value",
    "direction, BIND(?direction AS ?value)",
  })
  void theNumberOfEachChoiceIsTheNumberOfRowsInTheGraph(String facet, String pattern)
      throws IOException {
    Map<String, Long> expected = new TreeMap<>();
    for (JsonNode row :
        rows(
            "SELECT ?value (COUNT(DISTINCT ?row) AS ?n) {"
                + ROWS
                + pattern
                + "} GROUP BY ?value")) {
      expected.put(end(row.at("/value/value").asText()), row.at("/n/value").asLong());
    }
    assertThat(expected).isNotEmpty();
    assertThat(choices(json("plan"), facet)).isEqualTo(expected);
  }

  @Test
  void theNumbersAreThoseOfThePrintedTable() throws IOException {
    JsonNode plan = json("plan");
    assertThat(choices(plan, "organ"))
        .containsEntry("finance-committee", 14L)
        .containsEntry("legal-and-technical-commission", 42L);
    assertThat(choices(plan, "year")).containsEntry("2021", 2L).containsEntry("2022", 3L);
    assertThat(choices(plan, "frame")).containsEntry("biennial", 1L);
    assertThat(choices(plan, "direction")).containsEntry("7", 2L);
  }

  @Test
  void everyChoiceLeadsToAsManyRowsAsItSays() throws IOException {
    for (String address :
        List.of("plan", "plan?organ=council", "plan?year=2020&role=associatedOrgan")) {
      for (JsonNode facet : json(address).get("facets")) {
        for (JsonNode choice : facet.get("choices")) {
          if (!choice.get("isChosen").asBoolean()) {
            JsonNode left = json(choice.get("href").asText().substring(1));
            assertThat(left.get("outputs").asLong() + left.get("withoutOutput").asLong())
                .as(choice.get("href").asText())
                .isEqualTo(choice.get("count").asLong());
          }
        }
      }
    }
  }

  @Test
  void whatIsChosenIsChosenTogetherAndTakenBackOneByOne() throws IOException {
    JsonNode left = json("plan?organ=finance-committee&role=responsibleOrgan&direction=8");
    long expected =
        count(
            ROWS
                + "FILTER(STRENDS(STR(?direction), '/8'))"
                + "?row bt:responsibleOrgan"
                + " <https://w3id.org/bluethread/id/organ/isa/finance-committee>");
    assertThat(expected).isPositive();
    assertThat(left.get("outputs").asLong() + left.get("withoutOutput").asLong())
        .isEqualTo(expected);
    assertThat(left.get("chosen")).hasSize(3);
    assertThat(left.at("/chosen/0/href").asText())
        .isEqualTo("/plan?role=responsibleOrgan&direction=8");
    assertThat(left.get("directions")).hasSize(1);
  }

  @Test
  void anOrganAndARoleAreOfTheSamePart() throws IOException {
    // Output 1.2.1-2: the Assembly is responsible, and no other organ has a part in it.
    assertThat(html("plan?organ=assembly&role=responsibleOrgan", "en")).contains(">1.2.1-2<");
    assertThat(html("plan?organ=assembly&role=associatedOrgan", "en")).doesNotContain(">1.2.1-2<");
  }

  @Test
  void actionsWithoutOutputAreThoseThatThePlanNames() throws IOException {
    JsonNode left = json("plan?output=none");
    assertThat(left.get("outputs").asLong()).isZero();
    assertThat(left.get("withoutOutput").asLong()).isEqualTo(14);
    assertThat(html("plan?output=none&direction=1", "en"))
        .contains(">1.3.1<")
        .contains("The plan says that there is no output.");
  }

  @Test
  void aRowSaysWhoAndUntilWhenAndLeadsToItsPlace() {
    assertThat(html("plan?direction=1&year=", "en"))
        .containsPattern(
            "(?s)>1\\.2\\.1-2</span> <a href=\"/id/output/isa/1\\.2\\.1-2\">.{0,80}Observer-status"
                + ".{0,400}responsible.{0,300}Assembly of the International Seabed Authority"
                + ".{0,300}every year.{0,300}"
                + "href=\"/id/document/isa-2019-high-level-action-plan/annex/2/row/1\\.2\\.1-2\"");
  }

  @Test
  void aRowIsInTheLanguageOfTheReader() {
    assertThat(html("plan?direction=1&lang=zh", "en"))
        .contains("审理第82(1)(d)条观察员申请")
        .contains("每年")
        .contains("负责");
    assertThat(html("plan?direction=8", "ar"))
        .contains("الجهاز المسؤول")
        .contains("بحلول عام 2020");
    assertThat(html("plan?year=2020&lang=fr", "en"))
        .contains("d’ici à 2020")
        .contains("href=\"/plan?organ=council&amp;year=2020&amp;lang=fr\"");
  }

  @Test
  void anotherPlanIsAChoice() throws IOException {
    JsonNode other = json("plan?plan=strategic-plan-2019-2023");
    assertThat(other.at("/plan/name/text").asText()).startsWith("Strategic plan");
    assertThat(html("plan?plan=strategic-plan-2019-2023", "en"))
        .contains("href=\"/plan?plan=strategic-plan-2019-2023&amp;organ=council\"");
  }

  @ParameterizedTest
  @CsvSource({
    "organ=nobody, finance-committee",
    "role=chair, responsibleOrgan",
    "year=1999, 2019",
    "frame=never, biennial",
    "direction=77, 9",
    "plan=none, strategic-plan-2019-2023",
    "output=some, none",
  })
  void aValueThatIsNotThereIsToldWithThoseThatAre(String parameter, String candidate)
      throws IOException {
    HttpResponse<String> answer = server.get("plan?" + parameter, "application/json");
    assertThat(answer.statusCode()).isEqualTo(400);
    JsonNode problem = JSON.readTree(answer.body());
    assertThat(problem.get("type").asText()).endsWith("/bad-parameter");
    assertThat(problem.get("remedy").asText()).contains(candidate);
  }

  @Test
  void theTableHasARowForEachRowOfThePlan() {
    HttpResponse<String> answer = server.get("plan?format=csv&year=2021", "*/*");
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    List<String> lines = answer.body().lines().toList();
    assertThat(lines.get(0)).startsWith("\uFEFF\"direction\",").contains("\"responsibleOrgan\"");
    assertThat(lines).hasSize(3);
    assertThat(server.get("plan", "text/csv").body().lines()).hasSize(169);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/json", "text/csv"})
  void aGraphWithoutPlansSaysSo(String type) {
    try (TestServer empty = TestServer.start()) {
      HttpResponse<String> answer = empty.get("plan", type);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
      if (type.equals("text/html")) {
        assertThat(answer.body()).contains("no plan that sets strategic directions");
      }
    }
  }

  @Test
  void aPlanOfAnyBodyIsShownAsSoonAsItIsCommittedWhateverItsNamesAre() {
    String wicked = "<script>alert(1)</script>" + "x".repeat(10_000);
    try (TestServer fresh = TestServer.start()) {
      assertThat(fresh.get("plan", "text/html").body()).contains("no plan that sets");
      fresh.write(
          """
          @base <https://w3id.org/bluethread/id/> .
          @prefix bt: <https://w3id.org/bluethread/ontology#> .
          @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
          @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
          GRAPH <x> {
            bt:responsibleOrgan rdfs:subPropertyOf bt:involvesOrgan .
            <plan/o/p> a bt:Plan ; skos:prefLabel "WICKED"@en ; bt:setsDirection <direction/o/1> , <direction/o/2> .
            <direction/o/1> bt:hasAction <action/o/1.1> .
            <action/o/1.1> skos:prefLabel "WICKED"@en ; bt:hasOutput <output/o/1> .
            <output/o/1> bt:responsibleOrgan <organ/o/a> , <organ/p/a> .
            <entry> a bt:PlanEntry ; bt:about <output/o/1> ; bt:timeFramePrinted "=soon"@en .
          }
          """
              .replace("WICKED", wicked));
      String page = fresh.get("plan", "text/html").body();
      assertThat(page).contains("&lt;script&gt;").doesNotContain("<script>").contains("=soon");
      assertThat(page).contains("direction/o/2");
      String csv = fresh.get("plan", "text/csv").body();
      assertThat(csv).contains("\"'=soon\"");
      // Two organs end alike: each has its whole identifier in addresses.
      String organ = encode("https://w3id.org/bluethread/id/organ/p/a");
      assertThat(fresh.get("plan?organ=" + organ, "application/json").body())
          .contains("\"outputs\":1");
      assertThat(fresh.get("plan?organ=a", "application/json").statusCode()).isEqualTo(400);
    }
  }

  @Test
  void thePageIsNotSentTwice() {
    String tag = server.get("plan", "text/html").headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again =
        server.send(
            server.request("plan").header("Accept", "text/html").header("If-None-Match", tag));
    assertThat(again.statusCode()).isEqualTo(304);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan", "plan?organ=council&year=2020"})
  void aFullPageKeepsToTheRulesOfPages(String path) {
    String html = html(path, "ar");
    assertThat(html).contains("dir=\"rtl\"").contains(" aria-labelledby=\"");
    PageRules.hold(html);
  }

  private static Map<String, Long> choices(JsonNode plan, String facet) {
    Map<String, Long> counts = new TreeMap<>();
    for (JsonNode one : plan.get("facets")) {
      if (one.get("name").asText().equals(facet)) {
        one.get("choices")
            .forEach(
                choice -> counts.put(choice.get("value").asText(), choice.get("count").asLong()));
      }
    }
    return counts;
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

  private static long count(String pattern) throws IOException {
    return rows("SELECT (COUNT(DISTINCT ?row) AS ?n) {" + pattern + "}")
        .get(0)
        .at("/n/value")
        .asLong();
  }

  private static List<JsonNode> rows(String query) throws IOException {
    JsonNode answer = json("sparql?query=" + encode(PREFIXES + query));
    return StreamSupport.stream(answer.at("/results/bindings").spliterator(), false).toList();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
