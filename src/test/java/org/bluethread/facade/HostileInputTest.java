package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.bluethread.graph.Commit;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody sends by accident gets a 4xx problem document, and the server goes on. */
class HostileInputTest {
  private static final String TURTLE = "text/turtle";
  private static final String JSON_LD = "application/ld+json";
  private static final String QUERY = "application/sparql-query";
  private static final String UPDATE = "application/sparql-update";
  private static final int DEEP = 10_000;

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    server.write(
        "GRAPH <https://w3id.org/bluethread/graph/g>"
            + " { <https://w3id.org/bluethread/id/海底> <http://example.org/p> 1 }");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/id/../../etc/passwd",
        "/id/%2e%2e/%2e%2e/etc/passwd",
        "/id/..%2f..%2fetc/passwd",
        "/id/%252e%252e/x",
        "/graph/../data",
        "/graph/%2e%2e%2fdata",
        "/changes/..%2f..%2fx",
        "/changes/../1",
        "/id/a%00b",
        "/id/a%zz",
        "/id/%ff",
        "/id/%c0%ae%c0%ae/x",
        "/id/a\\b",
        "/id/{x}",
        "/id/\u00e9",
        "/graph/%0d%0aX-Injected:%20y",
        "/graph/a%20b",
        "/graph/%3Cx%3E",
        "/data?graph=%zz",
        "/data?graph=%ff",
        "/sparql?query=%zz",
        "//data?default",
        "/id/x%0d%0aX-Injected:%20y",
      })
  void anAddressThatIsNoneOfOursIsAProblem(String target) throws IOException {
    String answer =
        raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertThat(answer).matches("(?s)HTTP/1.1 4[0-9][0-9] .*");
    assertThat(answer).contains("application/problem+json", "X-Content-Type-Options: nosniff");
    assertThat(answer.substring(0, answer.indexOf("\r\n\r\n"))).doesNotContain("X-Injected");
    assertThat(answer).doesNotContain("root:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GARBAGE|",
        "GET /data?default HTTP/1.1||",
        "GET /data?default HTTP/9.9|Host: localhost||",
        "POST /update HTTP/1.1|Host: localhost|Content-Length: -1||",
        "POST /update HTTP/1.1|Host: localhost|Content-Length: 1|Content-Length: 2||",
        "GET /data?default HTTP/1.1|Host: localhost|X: a| b||",
      })
  void whatIsNotHttpIsAProblem(String request) throws IOException {
    String answer = raw(request.replace("|", "\r\n"));
    assertThat(answer).matches("(?s)HTTP/1.1 [45][0-9][0-9] .*").contains("problem+json");
  }

  @Test
  void anAddressOrAHeaderThatIsTooLongIsAProblem() throws IOException {
    String host = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
    assertThat(raw("GET /id/" + "x".repeat(100_000) + host + "\r\n"))
        .startsWith("HTTP/1.1 414")
        .contains("problem+json");
    assertThat(raw("GET /data?default" + host + "X: " + "x".repeat(100_000) + "\r\n\r\n"))
        .startsWith("HTTP/1.1 431")
        .contains("problem+json");
  }

  @Test
  void chineseInIrisIsReadPercentEncodedAndGivenBack() {
    assertThat(server.get("id/" + encode("海底") + ".nt", "*/*").body())
        .startsWith("<https://w3id.org/bluethread/id/海底> ");
    String graph = "data?graph=" + encode("http://example.org/图谱");
    assertThat(
            server
                .post(graph, TURTLE, "<http://example.org/海> <http://example.org/p> \"深\" .")
                .statusCode())
        .isEqualTo(201);
    assertThat(server.get(graph, "application/n-triples").body())
        .isEqualTo("<http://example.org/海> <http://example.org/p> \"深\" .\n");
    HttpResponse<String> thing = server.get("id/" + encode("海底"), TURTLE);
    assertThat(thing.statusCode()).as(thing.body()).isEqualTo(303);
    String location = thing.headers().firstValue("Location").orElseThrow();
    assertThat(location).isASCII();
    assertThat(server.get(location, "*/*").statusCode()).isEqualTo(200);
  }

  /** Something nested, by path and media type. */
  record Nested(String path, String type, String body) {
    @Override
    public String toString() {
      return path + " " + body.substring(0, 20);
    }
  }

  static Stream<Nested> nested() {
    return Stream.of(
        new Nested(
            "sparql", QUERY, "ASK { FILTER" + "(".repeat(DEEP) + "1" + ")".repeat(DEEP) + " }"),
        new Nested("sparql", QUERY, "ASK " + "{".repeat(DEEP) + "}".repeat(DEEP)),
        new Nested("sparql", QUERY, "ASK { FILTER(" + "!".repeat(DEEP * 10) + "true) }"),
        new Nested(
            "sparql", QUERY, "ASK { ?s " + "(".repeat(DEEP) + "<a>" + ")".repeat(DEEP) + " ?o }"),
        new Nested("sparql", QUERY, "ASK { FILTER(" + "1+".repeat(DEEP * 10) + "1) }"),
        new Nested("sparql", QUERY, "ASK { " + "{ ?s ?p 1 } UNION ".repeat(DEEP * 10) + "{} }"),
        new Nested("sparql", QUERY, "ASK { " + "OPTIONAL { ?s ?p 1 } ".repeat(DEEP * 10) + "}"),
        new Nested(
            "update", UPDATE, "DELETE { ?s ?p 1 } WHERE " + "{".repeat(DEEP) + "}".repeat(DEEP)),
        new Nested(
            "validate", UPDATE, "DELETE { ?s ?p 1 } WHERE " + "{".repeat(DEEP) + "}".repeat(DEEP)),
        new Nested(
            "data?default",
            TURTLE,
            "<a> <b> " + "[ <b> ".repeat(DEEP) + "1" + "]".repeat(DEEP) + " ."),
        new Nested("data?default", TURTLE, "<a> <b> " + "(".repeat(DEEP) + ")".repeat(DEEP) + " ."),
        new Nested("validate", TURTLE, "<a> <b> " + "(".repeat(DEEP) + ")".repeat(DEEP) + " ."),
        new Nested(
            "data?default", JSON_LD, "{\"http://e.org/p\":".repeat(DEEP) + "1" + "}".repeat(DEEP)),
        new Nested("data?default", JSON_LD, "[".repeat(DEEP) + "1" + "]".repeat(DEEP)));
  }

  @ParameterizedTest
  @MethodSource("nested")
  void whatIsNestedTooDeeplyIsAProblemAndNothingIsStored(Nested nested) {
    int before = server.graph().history().newest(100).size();
    HttpResponse<String> response = server.post(nested.path(), nested.type(), nested.body());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    assertThat(response.body()).contains("problem/", "nested too deeply");
    assertThat(server.graph().history().newest(100)).hasSize(before);
    assertThat(server.post("sparql", QUERY, "ASK {}").statusCode()).isEqualTo(200);
  }

  @Test
  void theMessageOfACommitIsOneLineInUtf8() throws IOException {
    String message =
        new String("海底\tline".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    assertThat(write(1, message)).isEqualTo("海底 line");
    assertThat(write(2, "a\u0085b")).isNotEqualTo("a\u0085b").doesNotContain("\n", "\u0085");
    assertThat(raw(writing(3, "a\rX-Injected: b"))).startsWith("HTTP/1.1 400");
    assertThat(raw(writing(3, "a\u0000b"))).startsWith("HTTP/1.1 400");
    assertThat(raw(writing(3, "a\u0007b"))).startsWith("HTTP/1.1 400");
  }

  private static String write(int value, String message) throws IOException {
    assertThat(raw(writing(value, message))).startsWith("HTTP/1.1 20");
    Commit newest = server.graph().history().newest(1).get(0);
    assertThat(server.get("changes/" + newest.number(), "*/*").statusCode()).isEqualTo(200);
    return newest.message();
  }

  private static String writing(int value, String message) {
    String body = "<http://example.org/m> <http://example.org/p> " + value + " .";
    return "POST /data?default HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        + "Authorization: Bearer "
        + TestServer.TOKEN
        + "\r\nContent-Type: text/turtle\r\nBlueThread-Message: "
        + message
        + "\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  @ParameterizedTest
  @CsvSource({
    "data?default, text/turtle, <http://e.org/s> <http://e.org/p> '?' .",
    "data?default, application/n-triples, <http://e.org/s> <http://e.org/p> \"?\" .",
    "data?default, application/ld+json, {\"@id\":\"http://e.org/s\" ; \"http://e.org/p\":\"?\"}",
    "update, application/sparql-update, INSERT DATA { <http://e.org/s> <http://e.org/p> \"?\" }",
    "validate, application/sparql-update, INSERT DATA { <http://e.org/s> <http://e.org/p> \"?\" }",
    "sparql, application/sparql-query, ASK { ?s ?p \"?\" }",
    "sparql, application/x-www-form-urlencoded, query=ASK{?s ?p \"?\"}",
    "update, application/x-www-form-urlencoded, update=%ff",
    "sparql, application/x-www-form-urlencoded, query=%ff",
  })
  void bytesThatAreNotUtf8AreRefusedAndNotReplaced(String path, String type, String body) {
    byte[] bytes = body.replace(" ;", ",").getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '?' && (bytes[i + 1] == '"' || bytes[i + 1] == '\'')) {
        bytes[i] = (byte) 0xff;
      }
    }
    HttpResponse<String> response =
        server.send(
            server
                .request(path)
                .header("Authorization", "Bearer " + TestServer.TOKEN)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(bytes)));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    assertThat(response.body()).contains("problem/");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/turtle;q=0.1, application/n-triples;q=0.9 | application/n-triples",
        "text/turtle;q=0, */* | application/n-triples",
        "text/*;q=0, */*;q=0.1 | application/n-triples",
        "application/*;q=0.5, text/turtle;q=0.4 | application/n-triples",
        "image/png, application/ld+json;q=0.1 | application/ld+json",
        "text/turtle;q=abc | text/turtle",
        "text/turtle;charset=utf-8 | text/turtle",
        "TEXT/TURTLE | text/turtle",
        ",,;;, */* | text/turtle",
        "*/* | text/turtle",
        "* | text/turtle",
      })
  void weightsInAcceptAreWeighedAndGarbageIsOverlooked(String accept, String type) {
    HttpResponse<String> response = server.get("graph/g", accept);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/png", "text/turtle;q=0", "*/*;q=0", "*/*;q=0.000", "garbage", "/"})
  void whatCannotBeGivenIs406WithTheListOfWhatCan(String accept) {
    HttpResponse<String> response = server.get("graph/g", accept);
    assertThat(response.statusCode()).isEqualTo(406);
    assertThat(response.body()).contains("problem/not-acceptable", "text/turtle");
  }

  private static String raw(String request) throws IOException {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), server.address("").getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
