package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bluethread.support.TestServer;
import org.bluethread.support.Tool;
import org.junit.jupiter.api.Test;

/** How many rows an answer may have, and how many queries may work at once. */
class QueryLimitsTest {
  private static final Settings USUAL = new Settings(Duration.ofSeconds(30), 1_000_000, "test");

  @Test
  void anAnswerOfAsManyRowsAsThereMayBeIsWholeAndOneMoreIsRefused() {
    try (TestServer server = TestServer.start(USUAL.withMostRows(3))) {
      assertThat(ask(server, rows(3), "text/csv").body().lines()).hasSize(4);
      HttpResponse<String> more = ask(server, rows(4), "text/csv");
      assertThat(more.statusCode()).isEqualTo(400);
      assertThat(more.body()).contains("too-many-rows", "more than 3 rows", "LIMIT");
      assertThat(ask(server, rows(4) + " LIMIT 3", "text/csv").statusCode()).isEqualTo(200);
      String construct = "CONSTRUCT { <http://e.org/s> <http://e.org/p> ?x } " + values(4);
      assertThat(ask(server, construct, "text/turtle").statusCode()).isEqualTo(400);
    }
  }

  @Test
  void anAnswerThatTurnsOutTooLongWhileItIsSentIsBrokenOff() {
    try (TestServer server = TestServer.start(USUAL.withMostRows(50_000))) {
      assertThatThrownBy(() -> ask(server, aMillionRows(), "text/csv"))
          .isInstanceOf(UncheckedIOException.class)
          .hasCauseInstanceOf(IOException.class);
    }
  }

  @Test
  void curlEndsWithAnErrorWhenAnAnswerIsBrokenOff() {
    try (TestServer server = TestServer.start(USUAL.withMostRows(50_000))) {
      assertThat(curl(server, aMillionRows())).isIn(18, 52, 56);
      assertThat(curl(server, "SELECT * {}")).isZero();
    }
  }

  private static String aMillionRows() {
    return "SELECT * { VALUES ?a { %1$s } VALUES ?b { %1$s } VALUES ?c { %1$s } }"
        .formatted(numbers(100));
  }

  @Test
  void oneQueryMoreThanThereIsRoomForIsAskedToComeAgain() throws Exception {
    try (TestServer server =
        TestServer.start(
            new Settings(Duration.ofSeconds(4), 1_000_000, "test").withMostQueries(1))) {
      String endless =
          "SELECT (COUNT(*) AS ?n) { VALUES ?a { %1$s } VALUES ?b { %1$s } VALUES ?c { %1$s }"
                  .formatted(numbers(1000))
              + " FILTER(?a + ?b + ?c < 0) }";
      CompletableFuture<Integer> first =
          CompletableFuture.supplyAsync(() -> ask(server, endless, "*/*").statusCode());
      HttpResponse<String> second = ask(server, "ASK {}", "*/*");
      while (second.statusCode() == 200) { // The first one has not arrived yet.
        second = ask(server, "ASK {}", "*/*");
      }
      assertThat(second.statusCode()).isEqualTo(503);
      assertThat(second.headers().firstValue("Retry-After")).contains("1");
      assertThat(second.body()).contains("problem/busy");
      assertThat(server.get("health", "*/*").statusCode()).isEqualTo(200);
      assertThat(first.get(30, TimeUnit.SECONDS)).isEqualTo(503);
      assertThat(ask(server, "ASK {}", "*/*").statusCode()).isEqualTo(200);
    }
  }

  private static String rows(int count) {
    return "SELECT ?x " + values(count);
  }

  private static String values(int count) {
    return "{ VALUES ?x { " + numbers(count) + " } }";
  }

  private static String numbers(int count) {
    return IntStream.range(0, count).mapToObj(Integer::toString).collect(Collectors.joining(" "));
  }

  private static HttpResponse<String> ask(TestServer server, String query, String accept) {
    return server.send(
        server
            .request("sparql")
            .header("Content-Type", "application/sparql-query")
            .header("Accept", accept)
            .POST(BodyPublishers.ofString(query)));
  }

  /** What curl's exit code says of a transfer: 18, 52 and 56 that it is not whole. */
  private static int curl(TestServer server, String query) {
    return Tool.needed("curl")
        .runOn(
            query,
            "--silent",
            "--output",
            "/dev/null",
            "--header",
            "Content-Type: application/sparql-query",
            "--data-binary",
            "@-",
            server.address("sparql").toString())
        .exit();
  }
}
