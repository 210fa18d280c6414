package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every route alike, the mounted SPARQL endpoint included. */
class EveryRouteTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String QUERY = "application/sparql-query";
  private static final String UPDATE = "application/sparql-update";
  private static final String TURTLE = "text/turtle";
  private static final String TRIPLE = "<http://example.org/s> <http://example.org/p> 1 .";
  private static final String ASK = encode("ASK {}");
  private static final int MOST_BYTES = 2000;

  private static TestServer server;

  /** One way to use a route, well or badly. */
  record Use(String method, String path, String type, String body) {
    static Use get(String path) {
      return new Use("GET", path, "", "");
    }

    HttpRequest.Builder request() {
      HttpRequest.Builder request = server.request(path);
      if (!type.isEmpty()) {
        request.header("Content-Type", type);
      }
      return request.method(
          method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    Use withBody(String other) {
      return new Use(method, path, type, other);
    }
  }

  @BeforeAll
  static void start() {
    server = TestServer.start(new Settings(Duration.ofSeconds(20), MOST_BYTES, "test"));
    server.write(
        "GRAPH <https://w3id.org/bluethread/graph/g>"
            + " { <https://w3id.org/bluethread/id/x> <http://example.org/p> 1 }");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<Use> readingRoutes() {
    return Stream.of(
        Use.get("sparql"),
        Use.get("sparql?query=" + ASK),
        Use.get("federation"),
        Use.get("federation?query=" + ASK),
        Use.get("data?default"),
        Use.get("data?graph=" + encode("https://w3id.org/bluethread/graph/g")),
        Use.get("graph/g"),
        Use.get("id/x"),
        Use.get("trace?from=" + encode("https://w3id.org/bluethread/id/x")),
        Use.get("id/x.ttl"),
        Use.get("search?q=x"),
        Use.get("api/records"),
        Use.get("api/records?schema=target"),
        Use.get("reconcile"),
        Use.get("reconcile?queries=" + encode("{\"q\":{\"query\":\"x\"}}")),
        Use.get("reconcile/suggest/entity?prefix=x"),
        Use.get("reconcile/suggest/type?prefix=x"),
        Use.get("reconcile/suggest/property?prefix=x"),
        Use.get("reconcile/properties"),
        Use.get("reconcile/preview?id=" + encode("https://w3id.org/bluethread/id/x")),
        Use.get("queries"),
        Use.get("context.jsonld"),
        Use.get("export"),
        Use.get("catalog"),
        Use.get("sitemap.xml"),
        Use.get("plan"),
        Use.get("coverage"),
        Use.get("informea.svc"),
        Use.get("informea.svc/Decisions"),
        Use.get("informea.svc/withheld"),
        Use.get(".well-known/void"),
        Use.get(".well-known/sparql-examples"),
        Use.get("changes"),
        Use.get("changes/1"),
        Use.get("submit"),
        Use.get("about"),
        Use.get("feed"),
        Use.get("health"),
        Use.get("metrics"));
  }

  static Stream<Use> queriesInBodies() {
    return Stream.of(
        new Use("POST", "sparql", FORM, "query=" + ASK),
        new Use("POST", "sparql", QUERY, "ASK {}"),
        new Use("POST", "federation", FORM, "query=" + ASK),
        new Use("POST", "federation", QUERY, "ASK {}"));
  }

  static Stream<Use> writingRoutes() {
    return Stream.of(
        new Use("POST", "update", UPDATE, "INSERT DATA { " + TRIPLE + " }"),
        new Use("POST", "update", FORM, "update=" + encode("INSERT DATA { " + TRIPLE + " }")),
        new Use("PUT", "data?default", TURTLE, TRIPLE),
        new Use("POST", "data?default", TURTLE, TRIPLE),
        new Use("POST", "data", TURTLE, TRIPLE),
        new Use("DELETE", "data?default", "", ""),
        new Use("PUT", "graph/h", TURTLE, TRIPLE),
        new Use("POST", "graph/h", TURTLE, TRIPLE),
        new Use("DELETE", "graph/h", "", ""),
        new Use("POST", "admin/compact", "", ""),
        new Use("POST", "admin/refresh", "", ""),
        new Use("POST", "admin/restore", "application/n-quads", TRIPLE));
  }

  static Stream<Use> routesWithBodies() {
    return Stream.concat(
        Stream.concat(
            queriesInBodies(),
            Stream.of(
                new Use("POST", "validate", TURTLE, TRIPLE),
                new Use("POST", "reconcile", FORM, "queries=%7B%7D"),
                new Use("POST", "submit", FORM, "do=check&text=%20"))),
        writingRoutes().filter(use -> !use.body().isEmpty()));
  }

  static Stream<Use> wrongUses() {
    return Stream.of(
        Use.get("nowhere"),
        Use.get("update"),
        Use.get("id/unknown"),
        Use.get("graph/unknown"),
        Use.get("data"),
        Use.get("data?graph=relative"),
        Use.get("changes/99"),
        Use.get("changes?most=many"),
        Use.get("changes?before=0"),
        Use.get("changes?format=xls"),
        Use.get("submit?lang=tlh"),
        Use.get("about?lang=tlh"),
        Use.get("feed?format=xls"),
        Use.get("feed/none"),
        Use.get("feed/none/0/0"),
        new Use("POST", "submit", TURTLE, TRIPLE),
        new Use("POST", "submit", FORM, "text=%zz"),
        Use.get("export?format=xls"),
        Use.get("catalog?format=xls"),
        Use.get("api/records?schema=treaty"),
        Use.get("api/records/unknown"),
        Use.get("reconcile?queries=x"),
        Use.get("reconcile/suggest/entity?cursor=-1"),
        Use.get("reconcile/preview?id=unknown"),
        new Use("POST", "reconcile", TURTLE, TRIPLE),
        Use.get("plan?organ=nobody"),
        Use.get("coverage?row=1"),
        Use.get(".well-known/void?format=xls"),
        Use.get("dumps/none.nq.gz"),
        Use.get("id/x.ttl?lang=tlh"),
        Use.get("id/%ff"),
        Use.get("id/%2e%2e/x"),
        Use.get("id/" + "x".repeat(9000)),
        Use.get("sparql?query=" + encode("SELECT * {")),
        Use.get("sparql?query="),
        Use.get("sparql?query=" + ASK + "&query=" + ASK),
        Use.get("sparql?query=" + encode("SELECT * {} ") + "&output=xls"),
        new Use("PATCH", "data?default", TURTLE, TRIPLE),
        new Use("PUT", "sparql", QUERY, "ASK {}"),
        new Use("POST", "sparql", FORM, "update=x"),
        new Use("POST", "sparql", FORM, "query=%zz"),
        new Use("POST", "sparql", "text/plain", "ASK {}"),
        new Use("POST", "sparql", "", "ASK {}"),
        new Use("POST", "validate", "text/plain", "x"),
        new Use("POST", "validate", TURTLE, "<a> <b>"),
        new Use("POST", "validate", UPDATE, "INSERT DATA {"),
        new Use("POST", "validate", FORM, "query=x"));
  }

  static Stream<Use> allUses() {
    return Stream.of(readingRoutes(), queriesInBodies(), writingRoutes(), wrongUses())
        .flatMap(uses -> uses);
  }

  @ParameterizedTest
  @MethodSource("allUses")
  void everyAnswerCarriesTheCommonHeaders(Use use) {
    HttpResponse<String> response = server.send(use.request());
    assertThat(response.headers().map())
        .containsEntry("access-control-allow-origin", List.of("*"))
        .containsEntry("x-content-type-options", List.of("nosniff"))
        .containsEntry("referrer-policy", List.of("same-origin"));
    assertThat(response.headers().firstValue("content-security-policy").orElseThrow())
        .contains("default-src 'none'");
    assertThat(response.headers().map()).doesNotContainKeys("server", "fuseki-request-id");
  }

  @ParameterizedTest
  @MethodSource({"readingRoutes", "queriesInBodies"})
  void readingNeedsNoToken(Use use) {
    assertThat(server.send(use.request()).statusCode()).isIn(200, 303);
  }

  @ParameterizedTest
  @MethodSource("readingRoutes")
  void headAnswersAsGetDoesWithoutTheBody(Use use) {
    HttpResponse<String> get = server.send(use.request());
    HttpResponse<String> head =
        server.send(new Use("HEAD", use.path(), use.type(), use.body()).request());
    assertThat(head.statusCode()).isEqualTo(get.statusCode());
    assertThat(head.body()).isEmpty();
    for (String name : List.of("content-type", "etag", "location", "bluethread-commit")) {
      assertThat(head.headers().firstValue(name)).isEqualTo(get.headers().firstValue(name));
    }
  }

  @ParameterizedTest
  @MethodSource("writingRoutes")
  void writingWithoutAKnownTokenIs401(Use use) throws IOException {
    for (String credentials : List.of("", "Bearer wrong", "Bearer ", "Basic dGVzdDp0ZXN0")) {
      HttpRequest.Builder request = use.request();
      if (!credentials.isEmpty()) {
        request.header("Authorization", credentials);
      }
      HttpResponse<String> response = server.send(request);
      assertProblem(response);
      assertThat(response.statusCode()).isEqualTo(401);
      assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow())
          .startsWith("Bearer");
    }
  }

  @Test
  void aTokenInOtherLettersIsAnotherTokenEvenOnAConnectionThatKnowsTheRightOne() {
    String update = "INSERT DATA { GRAPH <http://example.org/t> { " + TRIPLE + " } }";
    Use use = new Use("POST", "update", UPDATE, update);
    for (String token : List.of(TestServer.TOKEN, TestServer.TOKEN.toUpperCase(Locale.ROOT))) {
      HttpResponse<String> response =
          server.send(use.request().header("Authorization", "Bearer " + token));
      assertThat(response.statusCode()).isEqualTo(token.equals(TestServer.TOKEN) ? 200 : 401);
    }
  }

  @Test
  void aTokenThatMayOnlyWriteCannotTouchWhatTheReleaseOwns() throws IOException {
    String shapes = encode("https://w3id.org/bluethread/graph/shapes");
    String ontology = "https://w3id.org/bluethread/graph/ontology";
    List<Use> uses =
        List.of(
            new Use("PUT", "data?graph=" + shapes, TURTLE, TRIPLE),
            new Use("POST", "graph/ontology", TURTLE, TRIPLE),
            new Use("PUT", "graph/register/release", TURTLE, TRIPLE),
            new Use(
                "POST",
                "update",
                UPDATE,
                "INSERT DATA { GRAPH <" + ontology + "> { " + TRIPLE + " } }"),
            new Use("POST", "admin/restore", "application/n-quads", TRIPLE));
    for (Use use : uses) {
      HttpResponse<String> response =
          server.send(
              use.request().header("Authorization", "Bearer " + TestServer.WRITE_ONLY_TOKEN));
      assertProblem(response);
      assertThat(response.statusCode()).as(use.toString()).isEqualTo(403);
    }
    HttpResponse<String> own =
        server.send(
            new Use("POST", "graph/mine", TURTLE, TRIPLE)
                .request()
                .header("Authorization", "Bearer " + TestServer.WRITE_ONLY_TOKEN));
    assertThat(own.statusCode()).isEqualTo(201);
  }

  @ParameterizedTest
  @MethodSource("routesWithBodies")
  void aBodyOverTheLimitIs413WhetherItsLengthIsAnnouncedOrNot(Use use) throws IOException {
    String padding = use.type().equals(FORM) ? "&pad=" : "\n#";
    String large = use.body() + padding + "x".repeat(MOST_BYTES);
    HttpRequest.Builder announced = use.withBody(large).request();
    HttpRequest.Builder chunked =
        use.withBody("")
            .request()
            .method(use.method(), BodyPublishers.fromPublisher(BodyPublishers.ofString(large)));
    for (HttpRequest.Builder request : List.of(announced, chunked)) {
      HttpResponse<String> response =
          server.send(request.header("Authorization", "Bearer " + TestServer.TOKEN));
      assertProblem(response);
      assertThat(response.statusCode()).isEqualTo(413);
    }
  }

  @Test
  void aQueryOfManyMegabytesIsRefusedUnderTheUsualLimitsToo() throws IOException {
    try (TestServer usual = TestServer.start()) {
      HttpResponse<String> response =
          usual.post("sparql", QUERY, "ASK {} #" + "x".repeat(5 * 1024 * 1024));
      assertProblem(response);
      assertThat(response.statusCode()).isEqualTo(413);
      String bindings = "(1) ".repeat(100_000);
      assertThat(
              usual
                  .post(
                      "sparql", FORM, "query=" + encode("ASK { VALUES (?x) { " + bindings + "} }"))
                  .statusCode())
          .isEqualTo(200);
    }
  }

  @ParameterizedTest
  @MethodSource("wrongUses")
  void whatIsWrongIsToldInAProblemDocumentThatSaysHowToMendIt(Use use) throws IOException {
    HttpResponse<String> response = server.send(use.request());
    assertThat(response.statusCode()).isBetween(400, 499);
    assertProblem(response);
  }

  @Test
  void aSyntaxErrorNamesLineAndColumn() throws IOException {
    String query = encode("SELECT *\n{ ?s ?p }");
    String update = "INSERT DATA\n{ <a> <b> }";
    for (HttpResponse<String> response :
        List.of(
            server.get("sparql?query=" + query, "*/*"),
            server.post("update", UPDATE, update),
            server.post("data?default", TURTLE, "<a> <b> 1 .\n<a> <b> ."))) {
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(assertProblem(response).get("detail").textValue())
          .containsPattern("line:? 2, col(umn)?:? [0-9]+");
    }
  }

  @Test
  void aWrongMethodIs405WithTheMethodsThatThereAre() throws IOException {
    HttpResponse<String> response = server.send(new Use("PUT", "sparql", QUERY, "x").request());
    assertProblem(response);
    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(Set.of(response.headers().firstValue("Allow").orElseThrow().split(", *")))
        .containsExactlyInAnyOrder("GET", "HEAD", "POST");
    assertThat(
            server.send(new Use("GET", "update", "", "").request()).headers().firstValue("Allow"))
        .contains("POST");
  }

  @Test
  void pagesOfOtherSitesMayPostQueriesButNotSendTokens() {
    HttpResponse<String> preflight =
        server.send(
            new Use("OPTIONS", "sparql", "", "")
                .request()
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type"));
    assertThat(preflight.statusCode()).isEqualTo(204);
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods").orElseThrow())
        .contains("POST");
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
        .contains("Content-Type")
        .doesNotContainIgnoringCase("Authorization");
  }

  @ParameterizedTest
  @MethodSource("allUses")
  void everyRequestThatReachesARouteIsCountedByMethodAndStatus(Use use) {
    int status = server.send(use.request()).statusCode();
    if (status == 414 || use.path().contains("%ff") || use.path().contains("%2e")) {
      return; // Refused before there is a route to count it for.
    }
    double before = count(use.method(), status);
    assertThat(server.send(use.request()).statusCode()).isEqualTo(status);
    assertThat(count(use.method(), status)).isGreaterThan(before);
  }

  private static double count(String method, int status) {
    String metrics = server.send(server.request("metrics")).body();
    Matcher line =
        Pattern.compile(
                "bluethread_requests_seconds_count\\{method=\""
                    + method
                    + "\",status=\""
                    + status
                    + "\"\\} ([0-9.E]+)")
            .matcher(metrics);
    return line.find() ? Double.parseDouble(line.group(1)) : 0;
  }

  private static JsonNode assertProblem(HttpResponse<String> response) throws IOException {
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    JsonNode problem = new ObjectMapper().readTree(response.body());
    assertThat(problem.get("type").textValue()).startsWith("https://w3id.org/bluethread/problem/");
    assertThat(problem.get("status").intValue()).isEqualTo(response.statusCode());
    for (String field : List.of("title", "detail", "remedy")) {
      assertThat(problem.get(field).textValue()).isNotBlank().isNotEqualTo("null");
    }
    return problem;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
