package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entity tags, conditional requests and compression at {@code /sparql}. */
class SparqlCachingTest {
  private static final String ALL = "SELECT * { ?s ?p ?o }";

  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start();
    server.write("GRAPH <http://e.org/g> { <http://e.org/s> <http://e.org/p> 1 }");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ALL,
        "ASK { FILTER(1 < 2) }",
        "CONSTRUCT WHERE { ?s ?p ?o }",
        "DESCRIBE <http://e.org/s>",
        "SELECT (<http://www.w3.org/2001/XMLSchema#integer>('1') AS ?n) {}",
        "SELECT (<http://www.w3.org/2005/xpath-functions/math#sqrt>(2) AS ?n) {}",
      })
  void anAnswerThatOnlyACommitChangesIsNotSentTwice(String query) {
    HttpResponse<String> first = ask(query, "");
    String tag = tag(first);
    assertThat(first.headers().firstValue("Cache-Control")).contains("no-cache");
    assertThat(first.headers().firstValue("BlueThread-Commit")).contains("1");
    HttpResponse<String> second = ask(query, tag);
    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
    assertThat(tag(second)).isEqualTo(tag);
    server.write("GRAPH <http://e.org/g> { <http://e.org/s> <http://e.org/p> 2 }");
    HttpResponse<String> third = ask(query, tag);
    assertThat(third.statusCode()).isEqualTo(200);
    assertThat(tag(third)).isNotEqualTo(tag);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT (NOW() AS ?x) {}",
        "SELECT (RAND() AS ?x) {}",
        "SELECT (UUID() AS ?x) {}",
        "SELECT (STRUUID() AS ?x) {}",
        "SELECT (BNODE() AS ?x) {}",
        "SELECT (BNODE('a') AS ?x) {}",
        "ASK { FILTER(YEAR(NOW()) > 2000) }",
        "ASK { FILTER EXISTS { FILTER(RAND() < 2) } }",
        "SELECT * { VALUES ?x { 1 2 } } ORDER BY RAND()",
        "SELECT (MAX(RAND()) AS ?m) {}",
        "SELECT * { { SELECT (UUID() AS ?u) {} } }",
        "CONSTRUCT { <http://e.org/s> <http://e.org/p> [] } WHERE {}",
        "SELECT (<http://jena.apache.org/ARQ/function#now>() AS ?x) {}",
        "SELECT (<http://www.w3.org/2005/xpath-functions#current-dateTime>() AS ?x) {}",
      })
  void anAnswerThatIsNewEachTimeIsNotKept(String query) {
    HttpResponse<String> response = ask(query, "*");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.headers().firstValue("ETag")).isEmpty();
    assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(response.headers().firstValue("BlueThread-Commit")).contains("1");
  }

  @Test
  void anAnswerToPostHasNoTag() {
    HttpResponse<String> response = server.post("sparql", "application/sparql-query", ALL);
    assertThat(response.headers().firstValue("ETag")).isEmpty();
    assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void formatsHaveTagsOfTheirOwn() {
    String path = path(ALL);
    assertThat(tag(server.get(path, "text/csv")))
        .isNotEqualTo(tag(server.get(path, "application/sparql-results+json")));
  }

  @Test
  void whatFailsHasNoTag() {
    HttpResponse<String> response = ask("SELECT * FROM <http://e.org/none> {}", "");
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.headers().firstValue("ETag")).isEmpty();
    assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void aLongAnswerIsCompressedForWhoTakesItAndHasATagOfItsOwn() throws Exception {
    String numbers = IntStream.range(0, 40).mapToObj(i -> i + " ").collect(Collectors.joining());
    String query = "SELECT * { VALUES ?x { %1$s } VALUES ?y { %1$s } }".formatted(numbers);
    String plain = ask(query, "").body();
    HttpResponse<byte[]> packed = packed(query, "");
    assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(packed.headers().allValues("Vary").toString()).contains("Accept-Encoding");
    assertThat(packed.body().length).isLessThan(plain.length() / 5);
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(plain);
    }
    String tag = packed.headers().firstValue("ETag").orElseThrow();
    assertThat(tag).isNotEqualTo(tag(ask(query, "")));
    assertThat(packed(query, tag).statusCode()).isEqualTo(304);
  }

  @Test
  void aShortAnswerIsSentAsItIs() throws Exception {
    assertThat(packed("ASK {}", "").headers().firstValue("Content-Encoding")).isEmpty();
  }

  private HttpResponse<byte[]> packed(String query, String known)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        server.request(path(query)).header("Accept-Encoding", "gzip").header("Accept", "*/*");
    if (!known.isEmpty()) {
      request.header("If-None-Match", known);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    }
  }

  private HttpResponse<String> ask(String query, String known) {
    HttpRequest.Builder request = server.request(path(query));
    return server.send(known.isEmpty() ? request : request.header("If-None-Match", known));
  }

  private static String path(String query) {
    return "sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  private static String tag(HttpResponse<?> response) {
    return response.headers().firstValue("ETag").orElseThrow();
  }
}
