package org.bluethread.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bluethread.support.ServerProcess;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A query that would fill the memory of the server is stopped before it has, and told why. */
class MemoryLimitTest {
  private static final String NUMBERS =
      IntStream.range(0, 100).mapToObj(Integer::toString).collect(Collectors.joining(" "));
  private static final String HUNDRED_MILLION =
      Stream.of("a", "b", "c", "d")
          .map(name -> "VALUES ?" + name + " { " + NUMBERS + " }")
          .collect(Collectors.joining(" "));

  private static final List<String> GREEDY =
      List.of(
          "SELECT * { %s } ORDER BY DESC(?d)",
          "SELECT DISTINCT ?a ?b ?c ?d { %s } OFFSET 99999999",
          "SELECT ?a ?b ?c ?d (COUNT(*) AS ?n) { %s } GROUP BY ?a ?b ?c ?d",
          "SELECT (GROUP_CONCAT(?x) AS ?all) { %s BIND(CONCAT(STR(?a), STR(?b), STR(?c)) AS ?x) }");

  @ParameterizedTest
  @ValueSource(strings = {"-XX:+UseG1GC", "-XX:+UseSerialGC", "-XX:+UseParallelGC"})
  void greedyQueriesAreStoppedAndTheServerGoesOn(String collector) throws Exception {
    try (ServerProcess server =
            ServerProcess.start(
                Duration.ofMinutes(2), "-Xmx96m", collector, "-XX:+ExitOnOutOfMemoryError");
        HttpClient client = HttpClient.newHttpClient()) {
      for (String query : GREEDY) {
        HttpResponse<String> refused = ask(client, server, query.formatted(HUNDRED_MILLION));
        assertThat(refused.statusCode()).as(query + refused.body()).isEqualTo(503);
        assertThat(refused.body()).as(query).contains("too-much-memory");
        assertThat(ask(client, server, "ASK {}").statusCode()).as(query).isEqualTo(200);
      }
    }
  }

  private static HttpResponse<String> ask(HttpClient client, ServerProcess server, String query)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.address("sparql"))
            .header("Content-Type", "application/sparql-query")
            .POST(HttpRequest.BodyPublishers.ofString(query))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
