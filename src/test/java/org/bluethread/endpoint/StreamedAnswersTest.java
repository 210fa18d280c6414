package org.bluethread.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bluethread.support.ServerProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Large answers come out of a server whose memory could not hold them. */
class StreamedAnswersTest {
  private static final String NUMBERS =
      IntStream.range(0, 100).mapToObj(Integer::toString).collect(Collectors.joining(" "));
  private static final String MILLION = product("a", "b", "c");
  private static final String HUNDRED_MILLION = product("a", "b", "c", "d");
  private static final String TEXT = "BIND(CONCAT(STR(?a), \"-\", STR(?b), \"-\", STR(?c)) AS ?x)";

  private static ServerProcess server;
  private static HttpClient client;

  @BeforeAll
  static void start() {
    server = ServerProcess.start(Duration.ofMinutes(2), "-Xmx96m", "-XX:+ExitOnOutOfMemoryError");
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/csv | [0-9]+,[0-9]+,[0-9]+",
        "application/sparql-results+json | .*\"c\": \\{.*",
      })
  void aSelectOfAMillionRowsIsSentWhole(String type, String row) throws Exception {
    assertThat(lines("SELECT ?a ?b ?c { " + MILLION + " }", type, row)).isEqualTo(1_000_000);
    assertThat(server.isAlive()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/n-triples", "text/turtle"})
  void aConstructOfAMillionTriplesOfOneSubjectIsSentWhole(String type) throws Exception {
    String query =
        "PREFIX : <http://example.org/> CONSTRUCT { :s :p ?x } { " + MILLION + " " + TEXT + " }";
    assertThat(lines(query, type, ".*\"[0-9]+-[0-9]+-[0-9]+\".*")).isEqualTo(1_000_000);
    assertThat(server.isAlive()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/rdf+xml", "application/ld+json"})
  void aSyntaxThatCannotBeStreamedHasALimitThatIsTold(String type) throws Exception {
    String construct = "CONSTRUCT { <http://example.org/s> <http://example.org/p> ?x } { ";
    HttpResponse<String> large = text(construct + MILLION + " " + TEXT + " }", type);
    assertThat(large.statusCode()).isEqualTo(406);
    assertThat(large.body()).contains("100,000 triples", "application/n-triples");
    HttpResponse<String> small = text(construct + "BIND(1 AS ?x) }", type);
    assertThat(small.statusCode()).isEqualTo(200);
    assertThat(small.body()).contains("http://example.org/s");
    assertThat(server.isAlive()).isTrue();
  }

  @Test
  void theFirstRowComesLongBeforeTheLast() throws Exception {
    HttpResponse<InputStream> response =
        client.send(
            request("SELECT ?a ?b ?c ?d { " + HUNDRED_MILLION + " }", "text/csv"),
            HttpResponse.BodyHandlers.ofInputStream());
    try (BufferedReader reader = reader(response)) {
      assertThat(reader.readLine()).isEqualTo("a,b,c,d");
      assertThat(reader.readLine()).matches("[0-9]+,[0-9]+,[0-9]+,[0-9]+");
    }
    assertThat(text("ASK {}", "text/csv").statusCode()).isEqualTo(200);
  }

  @Test
  void anAnswerDuringWhichMemoryRunsOutBreaksOffAndTheServerGoesOn() throws Exception {
    String text = "0123456789".repeat(100);
    String query =
        "SELECT * { { %s } UNION { SELECT (GROUP_CONCAT('%s') AS ?x) { %s } } }"
            .formatted(MILLION, text, HUNDRED_MILLION);
    try (ServerProcess small = ServerProcess.start(Duration.ofMinutes(2), "-Xmx96m")) {
      HttpRequest request =
          HttpRequest.newBuilder(small.address("sparql"))
              .header("Content-Type", "application/sparql-query")
              .header("Accept", "text/csv")
              .POST(HttpRequest.BodyPublishers.ofString(query))
              .build();
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(breaksOff(response)).isTrue();
      HttpRequest next = HttpRequest.newBuilder(small.address("sparql?query=ASK%7B%7D")).build();
      assertThat(client.send(next, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(200);
    }
  }

  private static boolean breaksOff(HttpResponse<InputStream> response) {
    try (BufferedReader reader = reader(response)) {
      reader.lines().forEach(line -> {});
      return false;
    } catch (IOException | UncheckedIOException e) {
      return true;
    }
  }

  private static long lines(String query, String type, String pattern) throws Exception {
    HttpResponse<InputStream> response =
        client.send(request(query, type), HttpResponse.BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
    try (BufferedReader reader = reader(response)) {
      Predicate<String> matcher = Pattern.compile(pattern).asMatchPredicate();
      return reader.lines().filter(matcher).count();
    }
  }

  private static HttpResponse<String> text(String query, String type) throws Exception {
    return client.send(request(query, type), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest request(String query, String type) {
    return HttpRequest.newBuilder(server.address("sparql"))
        .header("Content-Type", "application/sparql-query")
        .header("Accept", type)
        .POST(HttpRequest.BodyPublishers.ofString(query))
        .build();
  }

  private static BufferedReader reader(HttpResponse<InputStream> response) {
    return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
  }

  private static String product(String... variables) {
    return IntStream.range(0, variables.length)
        .mapToObj(i -> "VALUES ?" + variables[i] + " { " + NUMBERS + " }")
        .collect(Collectors.joining(" "));
  }
}
