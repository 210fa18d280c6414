package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QueryRoutesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BY_ORGAN = "queries/outputs-by-organ?organ=finance-committee";
  private static final Path GOLDEN =
      Path.of("src/test/golden/outputs-by-organ.finance-committee.csv");

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.shared();
  }

  @Test
  void theShelfIsAListInJson() throws IOException {
    JsonNode list = JSON.readTree(server.get("queries", "application/json").body());
    assertThat(list.findValuesAsText("name"))
        .contains("outputs-by-organ", "actions-without-output");
    assertThat(list.get(0).get("title").asText()).isNotBlank();
  }

  @Test
  void csvHasTheRowsWorkedOutByHand() throws IOException {
    HttpResponse<String> response = server.get(BY_ORGAN, "text/csv");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(response.body().lines().map(line -> firstCells(line, 3)).toList())
        .isEqualTo(Files.readAllLines(GOLDEN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/sparql-results+json"})
  void jsonHasTheRowsWorkedOutByHand(String type) throws IOException {
    HttpResponse<String> response = server.get(BY_ORGAN, type);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
    List<String> rows = new ArrayList<>(List.of("code,role,timeFrame"));
    for (JsonNode row : JSON.readTree(response.body()).at("/results/bindings")) {
      rows.add(
          row.at("/code/value").asText()
              + ","
              + row.at("/role/value").asText()
              + ","
              + row.at("/timeFrame/value").asText());
    }
    assertThat(rows).isEqualTo(Files.readAllLines(GOLDEN));
  }

  @Test
  void thePageShowsTheRowsWorkedOutByHand() throws IOException {
    String page = server.get(BY_ORGAN, "text/html").body();
    for (String row : Files.readAllLines(GOLDEN).stream().skip(1).toList()) {
      assertThat(page).contains(row.substring(0, row.indexOf(',')));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "csv, text/csv",
    "tsv, text/tab-separated-values",
    "json, application/sparql-results+json",
    "xml, application/sparql-results+xml",
    "html, text/html"
  })
  void theAddressMayNameTheFormat(String name, String type) {
    HttpResponse<String> response = server.get(BY_ORGAN + "&format=" + name, "*/*");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "finance-committee",
        "id/organ/isa/finance-committee",
        "https://w3id.org/bluethread/id/organ/isa/finance-committee"
      })
  void aThingMayBeNamedBySlugOrIri(String spelling) {
    String rows = server.get("queries/outputs-by-organ?organ=" + spelling, "text/csv").body();
    assertThat(rows.lines()).hasSize(15);
  }

  @Test
  void labelsComeInTheAskedLanguage() {
    assertThat(server.get(BY_ORGAN + "&lang=zh", "text/csv").body()).containsPattern("\\p{IsHan}");
    assertThat(server.get(BY_ORGAN + "&lang=en", "text/csv").body())
        .doesNotContainPattern("\\p{IsHan}");
  }

  @Test
  void partsAreLinkedToTheNext() {
    HttpResponse<String> first = server.get(BY_ORGAN + "&limit=10", "text/html");
    String link = first.headers().firstValue("Link").orElseThrow();
    assertThat(link).contains("after=").endsWith("rel=\"next\"");
    String second = server.get(BY_ORGAN + "&limit=10&offset=10", "text/csv").body();
    assertThat(second.lines()).hasSize(5);
    String next = link.replaceFirst("(?s)^.*, </([^>]*)>; rel=\"next\"$", "$1");
    assertThat(server.get(next, "text/csv").body()).isEqualTo(second);
  }

  @ParameterizedTest
  @CsvSource({
    "queries/no-such-query, 404, no-such-query",
    "queries/outputs-by-organ, 400, organ",
    "queries/outputs-by-organ?organ=nonsense, 400, nonsense",
    "queries/outputs-by-organ?organ=finance-committee&colour=blue, 400, colour",
    "queries/outputs-by-year?year=soon, 400, soon",
    "queries/outputs-by-organ?organ=finance-committee&format=pdf, 400, pdf",
    "queries/outputs-by-organ?organ=finance-committee&limit=0, 400, limit",
    "queries/outputs-by-organ?organ=finance-committee&lang=tlh, 400, tlh"
  })
  void whatCannotBeAskedIsToldByName(String path, int status, String named) throws IOException {
    HttpResponse<String> response = server.get(path, "text/csv, application/problem+json;q=0.5");
    assertThat(response.statusCode()).isEqualTo(status);
    JsonNode problem = JSON.readTree(response.body());
    assertThat(problem.get("detail").asText()).contains(named);
    assertThat(problem.get("remedy").asText()).isNotBlank();
  }

  @Test
  void aFormatNobodyGivesIsNotAcceptable() {
    assertThat(server.get(BY_ORGAN, "image/png").statusCode()).isEqualTo(406);
  }

  @Test
  void withoutItsParametersThePageIsAForm() {
    HttpResponse<String> response = server.get("queries/outputs-by-organ", "text/html");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("<form").contains("name=\"organ\"");
  }

  @Test
  void anUnchangedAnswerIsNotSentAgain() {
    String tag = server.get(BY_ORGAN, "text/csv").headers().firstValue("ETag").orElseThrow();
    assertThat(statusWithTag("text/csv", tag)).isEqualTo(304);
    assertThat(statusWithTag("application/json", tag)).isEqualTo(200);
  }

  private static int statusWithTag(String accept, String tag) {
    return server
        .send(server.request(BY_ORGAN).header("Accept", accept).header("If-None-Match", tag))
        .statusCode();
  }

  private static String firstCells(String line, int many) {
    return String.join(",", List.of(line.split(",", -1)).subList(0, many));
  }
}
