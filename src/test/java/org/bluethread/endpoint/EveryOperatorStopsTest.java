package org.bluethread.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bluethread.facade.Settings;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a query does when its time is over, it is stopped: the answer says so, and the thread
 * that worked for it is idle again. One query for each operator of the algebra, and those that are
 * known to run away: {@code src/test/hostile/endless.rq}.
 */
@Isolated("It watches what all servers of the process are doing.")
class EveryOperatorStopsTest {
  private static final Duration LIMIT = Duration.ofMillis(400);

  /** Nodes of a graph in which everything is reached from everything, by very many ways. */
  private static final int NODES = 600;

  private static final int LINKS = 40;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start(new Settings(LIMIT, 1_000_000, "test"));
    String nodes =
        IntStream.range(0, NODES)
            .mapToObj(i -> ":n%d :v %d ; :p %s .".formatted(i, i, links(i)))
            .collect(Collectors.joining("\n"));
    String text = "a".repeat(40_000) + "b";
    server.write(
        """
        PREFIX : <http://example.org/>
        PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        GRAPH :g { %s }
        GRAPH :h { :l :is (1 2) . :circle rdf:first 1 ; rdf:rest :circle . :long :text '%s' }
        """
            .formatted(nodes, text));
    ask(
        "ASK { ?a (<http://example.org/p>/!<http://example.org/p>)+ ?b FILTER REGEX(STR(?b), 'a')"
            + " }");
  }

  private static String links(int node) {
    return IntStream.range(1, LINKS)
        .mapToObj(j -> ":n" + (node + j * j) % NODES)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<Arguments> endless() throws IOException {
    String[] blocks = Files.readString(Path.of("src/test/hostile/endless.rq")).split("(?m)^## ");
    return Arrays.stream(blocks)
        .skip(1)
        .map(block -> block.split("\n", 2))
        .map(block -> Arguments.of(block[0], block[1]));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("endless")
  void aQueryIsStoppedWithinASecondOfItsLimitAndItsThreadIsIdle(String name, String query) {
    long began = System.nanoTime();
    HttpResponse<String> response = ask("PREFIX : <http://example.org/> " + query);
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
    assertThat(response.body()).contains("time limit of 0.4 seconds");
    assertThat(took).isLessThan(LIMIT.plusSeconds(1));
    assertThat(isIdleWithin(Duration.ofSeconds(1))).isTrue();
  }

  @Test
  void aFunctionNamedByItsClassIsRefusedByName() {
    HttpResponse<String> response =
        ask("ASK { FILTER <java:org.apache.jena.sparql.function.library.FN_Matches>('a', 'a') }");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    assertThat(response.body()).contains("FN_Matches");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BIND(123456789123456789 AS ?x0) | ?x%1$d * ?x%1$d",
        "BIND(1.23456789123456789 AS ?x0) | ?x%1$d * ?x%1$d",
        "BIND(2 AS ?x0) |"
            + " <http://www.w3.org/2005/xpath-functions/math#pow>(?x%1$d + 7, 30000 * %1$d)",
        "BIND('abcdefgh' AS ?x0) | CONCAT(?x%1$d, ?x%1$d)",
      })
  void whatGrowsWithoutEndIsAnErrorOfTheExpression(String growth) {
    String[] parts = growth.split(" \\| ", 2);
    String steps =
        IntStream.range(0, 40)
            .mapToObj(i -> "BIND(%s AS ?x%d)".formatted(parts[1].formatted(i), i + 1))
            .collect(Collectors.joining(" "));
    HttpResponse<String> response = ask("SELECT ?x1 ?x40 { " + parts[0] + " " + steps + " }");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.body()).contains("\"x1\": {").doesNotContain("\"x40\": {");
  }

  /** Whether the threads of the server come to use next to no time of the processor. */
  private static boolean isIdleWithin(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end) {
      Map<Long, Long> before = processorTimes();
      long from = System.nanoTime();
      while (System.nanoTime() - from < Duration.ofMillis(50).toNanos()) {
        Thread.onSpinWait();
      }
      Map<Long, Long> after = processorTimes();
      long used =
          after.entrySet().stream()
              .mapToLong(entry -> entry.getValue() - before.getOrDefault(entry.getKey(), 0L))
              .sum();
      if (used < Duration.ofMillis(10).toNanos()) {
        return true;
      }
    }
    return false;
  }

  private static Map<Long, Long> processorTimes() {
    List<Long> ids =
        Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
            .filter(thread -> thread != null && thread.getThreadName().startsWith("Jetty"))
            .map(thread -> thread.getThreadId())
            .toList();
    assertThat(ids).isNotEmpty();
    return ids.stream()
        .collect(Collectors.toMap(id -> id, id -> Math.max(0, THREADS.getThreadCpuTime(id))));
  }

  private static HttpResponse<String> ask(String query) {
    return server.send(
        server
            .request("sparql")
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/sparql-query")
            .POST(BodyPublishers.ofString(query)));
  }
}
