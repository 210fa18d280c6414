package org.bluethread.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bluethread.facade.Settings;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A query that takes too long is stopped: with a problem, or in the middle of its answer. */
class TimeLimitTest {
  private static final String NUMBERS =
      IntStream.range(0, 100).mapToObj(Integer::toString).collect(Collectors.joining(" "));
  private static final String TEN_THOUSAND =
      "VALUES ?v0 { %1$s } VALUES ?v1 { %1$s }".formatted(NUMBERS);
  private static final String ENDLESS =
      TEN_THOUSAND + " VALUES ?v2 { %1$s } VALUES ?v3 { %1$s }".formatted(NUMBERS);
  private static final String NONE = ENDLESS + " FILTER(?v0 + ?v1 + ?v2 + ?v3 < 0)";

  /** Ten thousand rows, more than fit into the response buffer, and then nothing for very long. */
  private static final String STALLING = "{ { " + TEN_THOUSAND + " } UNION { " + NONE + " } }";

  private static final String CONSTRUCT =
      "CONSTRUCT { <http://example.org/s> <http://example.org/p> ?v0 } ";

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start(new Settings(Duration.ofMillis(1500), 100_000, "test"));
    for (String query : new String[] {"SELECT * { %s } LIMIT 1", CONSTRUCT + "{ %s } LIMIT 1"}) {
      ask(query.formatted(ENDLESS), "*/*"); // Loads classes, which takes time too.
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { NONE }",
        "SELECT (COUNT(*) AS ?n) { ENDLESS }",
        "SELECT * { ENDLESS } ORDER BY ?v3",
        "ASK { NONE }",
        "CONSTRUCT { ?s <http://example.org/p> ?v0 } { NONE BIND(<http://example.org/s> AS ?s) }",
        "DESCRIBE ?s { NONE BIND(IRI(CONCAT(\"http://example.org/\", STR(?v0))) AS ?s) }",
      })
  void aQueryStoppedBeforeItsFirstRowIsToldItsLimitAndWhatToChange(String query) {
    HttpResponse<String> response =
        ask(query.replace("NONE", NONE).replace("ENDLESS", ENDLESS), "*/*");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(response.body()).contains("time limit", "1.5 seconds", "LIMIT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/csv",
        "text/tab-separated-values",
        "application/sparql-results+json",
        "application/sparql-results+xml"
      })
  void rowsThatWereStoppedEndInABrokenTransfer(String type) {
    assertThatThrownBy(() -> ask("SELECT * " + STALLING, type))
        .isInstanceOf(UncheckedIOException.class)
        .hasCauseInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/n-triples", "text/turtle", "application/n-quads"})
  void triplesThatWereStoppedEndInABrokenTransfer(String type) {
    assertThatThrownBy(() -> ask(CONSTRUCT + STALLING, type))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void anAnswerThatWasStoppedBeforeAnyOfItLeftIsAProblem() {
    HttpResponse<String> response =
        ask("SELECT * { { BIND(1 AS ?x) } UNION { " + NONE + " } }", "text/csv");
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.body()).startsWith("{").endsWith("}").doesNotContain("##");
  }

  @Test
  void aRequestMayAskForLessTimeButNotForMore() {
    String query = "SELECT (COUNT(*) AS ?n) { " + ENDLESS + " }";
    long start = System.nanoTime();
    assertThat(post("sparql?timeout=60", query, "*/*").statusCode()).isEqualTo(503);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    HttpResponse<String> quick = post("sparql?timeout=0.25", query, "*/*");
    assertThat(quick.statusCode()).isEqualTo(503);
    assertThat(quick.body()).contains("time limit of 0.25 seconds");
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "", "0", "-1", "1e3", "1,5", "1&timeout=2"})
  void aTimeThatIsNoneIsRefused(String timeout) {
    HttpResponse<String> response = post("sparql?timeout=" + timeout, "ASK {}", "*/*");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("bad-parameter", "The parameter timeout is");
  }

  @Test
  void aBrokenAnswerIsLoggedAndCounted() {
    assertThatThrownBy(() -> ask("SELECT * " + STALLING, "text/csv"))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(server.get("metrics", "*/*").body())
        .contains("bluethread_requests_seconds_count{method=\"POST\",status=\"200\"}");
    assertThat(ask("ASK {}", "*/*").statusCode()).isEqualTo(200);
  }

  private static HttpResponse<String> ask(String query, String accept) {
    return post("sparql", query, accept);
  }

  private static HttpResponse<String> post(String path, String query, String accept) {
    return server.send(
        server
            .request(path)
            .header("Content-Type", "application/sparql-query")
            .header("Accept", accept)
            .POST(BodyPublishers.ofString(query)));
  }
}
