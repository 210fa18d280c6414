package org.bluethread.elsewhere;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.sse.SSE;
import org.bluethread.federation.AddressKind;
import org.bluethread.federation.Member;
import org.bluethread.federation.Members;
import org.bluethread.support.Door;
import org.bluethread.support.FusekiStore;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a server says that has no store of its own, and what it does when that store fails. */
final class StoreElsewhereTest {
  private static final String TRIPLE = "<https://example.org/a> <https://example.org/p> 1 .";

  private static final Pattern UPDATED = Pattern.compile("\"updated\":\"/Date\\(([0-9]+)\\)/\"");

  private final FusekiStore store = FusekiStore.empty();
  private final TestServer server = TestServer.elsewhere(store.address());

  @BeforeEach
  void fill() {
    store.add(named("a", "Alpha"));
  }

  @AfterEach
  void close() {
    server.close();
    store.close();
  }

  private static Quad named(String slug, String name) {
    return SSE.parseQuad(
        "(<https://w3id.org/bluethread/graph/test>"
            + (" <https://w3id.org/bluethread/id/thing/" + slug + ">")
            + (" <http://www.w3.org/2004/02/skos/core#prefLabel> \"" + name + "\"@en)"));
  }

  private void addTreaty(String code) {
    String treaty =
        """
        (dataset (graph <https://w3id.org/bluethread/graph/test>
          (triple <%1$s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>
            <https://w3id.org/bluethread/ontology#Instrument>)
          (triple <%1$s> <https://w3id.org/bluethread/ontology#treatyCode> "%2$s")
          (triple <%1$s> <http://www.w3.org/2004/02/skos/core#prefLabel> "The %2$s treaty"@en)))
        """
            .formatted("https://w3id.org/bluethread/id/instrument/test/" + code, code);
    SSE.parseDatasetGraph(treaty).find().forEachRemaining(store::add);
  }

  /** When the record of a treaty changed, as OData 2 writes it in JSON. */
  private String updated(String code) {
    String record = get("informea.svc/Treaties('" + code + "')?%24format=json").body();
    Matcher found = UPDATED.matcher(record);
    assertThat(found.find()).as(record).isTrue();
    return found.group(1);
  }

  private String lastRefresh() {
    return Long.toString(server.graph().lastRefresh().orElseThrow().toEpochMilli());
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String kind) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains("\"https://w3id.org/bluethread/problem/" + kind + "\"");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
  }

  private HttpResponse<String> get(String path) {
    return server.get(path, "application/json, */*;q=0.1");
  }

  @Test
  void whatIsDerivedWaitsForTheFirstRefresh() {
    assertProblem(get("search?q=alpha"), 503, "not-refreshed");
    assertProblem(get("trace?from=Alpha"), 503, "not-refreshed");
    assertProblem(get("sitemap.xml"), 503, "not-refreshed");
    assertProblem(get("api/records?schema=target"), 503, "not-refreshed");
    assertProblem(get("reconcile/suggest/entity?prefix=a"), 503, "not-refreshed");
    assertProblem(get("informea.svc/withheld"), 503, "not-refreshed");
    assertThat(get("health").statusCode()).isEqualTo(503);
    assertThat(get("id/thing/a.ttl").statusCode()).isEqualTo(200);
  }

  @Test
  void aRefreshBringsWhatTheStoreHasNowAndAnswersNameItsTime() {
    server.graph().refresh();
    store.add(named("b", "Beta"));
    assertThat(get("search?q=beta").body()).contains("\"total\":0");
    HttpResponse<String> refreshed = server.post("admin/refresh", "text/plain", "");
    assertThat(refreshed.body()).contains("\"refreshed\":\"" + server.graph().lastRefresh().get());
    HttpResponse<String> found = get("search?q=beta");
    assertThat(found.body())
        .contains("id/thing/b", "\"refreshed\":\"" + server.graph().lastRefresh().get() + "\"")
        .doesNotContain("\"commit\"");
    assertThat(found.headers().firstValue("BlueThread-Refreshed"))
        .contains(server.graph().lastRefresh().get().toString());
    assertThat(server.get("search?q=beta", "text/html").body())
        .contains("as read from the store at " + server.graph().lastRefresh().get());
    assertThat(get("trace?from=Beta").body())
        .contains("\"refreshed\":\"" + server.graph().lastRefresh().get() + "\"");
    assertThat(get("health").body()).contains("\"status\":\"ready\"");
  }

  @Test
  void onlyWhoHasATokenMayRefresh() {
    HttpResponse<String> answer =
        server.send(server.request("admin/refresh").POST(BodyPublishers.noBody()));
    assertProblem(answer, 401, "unauthorised");
    assertThat(server.graph().lastRefresh()).isEmpty();
  }

  static Stream<String> writingDoors() {
    return Stream.of("update", "data?default", "graph/x", "validate", "admin/compact");
  }

  @ParameterizedTest
  @MethodSource("writingDoors")
  void nothingIsWrittenByWayOf(String door) {
    boolean update = door.equals("update");
    HttpResponse<String> answer =
        server.post(
            door,
            update ? "application/sparql-update" : "text/turtle",
            update ? "INSERT DATA { " + TRIPLE + " }" : TRIPLE);
    assertProblem(answer, 403, "read-only");
  }

  @Test
  void thereIsNoLogOfCommits() {
    assertProblem(get("changes"), 404, "no-commits");
    assertProblem(get("changes/1"), 404, "no-commits");
    assertProblem(get("feed"), 404, "no-commits");
    server.graph().refresh();
    assertThat(server.get("about", "text/html").body())
        .contains("href=\"/catalog\"")
        .doesNotContain("href=\"/changes\"", "href=\"/feed\"");
  }

  @Test
  void theSitemapHasPagesWithoutTimesThatNobodyKnows() {
    server.graph().refresh();
    String first = get("sitemap.xml").body();
    assertThat(first)
        .contains("/id/thing/a.html</loc></url>", "/about</loc></url>")
        .doesNotContain("/changes<", "<lastmod>");
    store.add(named("b", "Beta"));
    assertThat(get("sitemap.xml").body()).isEqualTo(first);
    server.graph().refresh();
    assertThat(get("sitemap.xml").body()).contains("/id/thing/b.html</loc></url>");
  }

  @Test
  void recordsChangeWithTheRefreshThatShowsItAndOthersDoNot() {
    addTreaty("one");
    Instant before = server.graph().refresh();
    String first = updated("one");
    assertThat(first).isEqualTo(lastRefresh());
    addTreaty("two");
    while (Instant.now().getEpochSecond() == before.getEpochSecond()) {
      Thread.onSpinWait(); // Refreshes are told apart by seconds.
    }
    server.graph().refresh();
    assertThat(updated("one")).isEqualTo(first);
    assertThat(updated("two")).isEqualTo(lastRefresh()).isNotEqualTo(first);
  }

  @Test
  void itIsAMemberOfTheFederation() {
    server.graph().refresh();
    assertThat(
            server
                .get(
                    "federation?query=SELECT%20?n%20%7B?s%20"
                        + "%3Chttp://www.w3.org/2004/02/skos/core%23prefLabel%3E?n%7D",
                    "text/csv")
                .body())
        .contains("Alpha");
  }

  @Test
  void aStoreThatIsGoneIsNamed() {
    server.graph().refresh();
    store.close();
    HttpResponse<String> answer = get("id/thing/a.ttl");
    assertProblem(answer, 502, "store-away");
    assertThat(answer.body()).contains(store.address());
    assertProblem(get("sparql?query=ASK%7B?s?p?o%7D"), 502, "store-away");
    assertThat(get("health").statusCode()).isEqualTo(503);
    assertThat(get("search?q=alpha").body()).contains("id/thing/a");
  }

  private HttpResponse<String> ask(TestServer asked, String query) {
    return asked.get(
        "sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8), "text/csv");
  }

  @Test
  void aServiceIsAskedByThisServerIfItIsDeclared() {
    try (FusekiStore nextDoor = FusekiStore.empty()) {
      nextDoor.add(SSE.parseQuad("(_ <https://example.org/a> <https://example.org/p> \"there\")"));
      Member member =
          new Member.Endpoint(
              "next-door",
              URI.create(nextDoor.address()),
              Duration.ofSeconds(60),
              Set.of(AddressKind.LOOPBACK),
              Optional.empty());
      try (TestServer asking =
          TestServer.elsewhere(store.address(), new Members(List.of(member)))) {
        String query =
            "SELECT ?here ?there { ?s <http://www.w3.org/2004/02/skos/core#prefLabel> ?here ."
                + " SERVICE <"
                + nextDoor.address()
                + "> { ?x <https://example.org/p> ?there } }";
        assertThat(ask(asking, query).body()).isEqualTo("here,there\r\nAlpha,there\r\n");
      }
    }
  }

  static Stream<String> waysOfAskingOthers() {
    return Stream.of(
        "ASK { SERVICE <%s> { ?s ?p ?o } }",
        "ASK { SERVICE SILENT <%s> { ?s ?p ?o } }",
        "ASK { BIND(IRI(\"%s\") AS ?who) SERVICE ?who { ?s ?p ?o } }",
        "ASK { ?s ?p ?o FILTER EXISTS { SERVICE <%s> { ?s ?p ?o } } }",
        "ASK { ?s ?p <http://x/\\u003E\\u007D\\u0020SERVICE\\u003C%s\\u003E\\u007B?a\\u0020?b"
            + "\\u0020?c\\u007D\\u0023> }",
        "ASK { BIND(IRI(CONCAT(\"http://x/> ?p ?o} SERVICE <%s> {?a ?b ?c} #\","
            + " STR(<http://www.w3.org/2005/xpath-functions/math#pi>()))) AS ?s)"
            + " ?s ?p ?o FILTER(BOUND(?s)) }",
        "ASK FROM <%s> { ?s ?p ?o }");
  }

  @ParameterizedTest
  @MethodSource("waysOfAskingOthers")
  void neitherThisServerNorTheStoreAsksAnybodyElse(String query) {
    try (Door stranger =
        Door.that((exchange, text) -> Door.send(exchange, 404, "text/plain", new byte[0]))) {
      HttpResponse<String> answer = ask(server, query.formatted(stranger.address()));
      assertThat(stranger.paths()).isEmpty();
      assertThat(answer.body()).doesNotContain("true");
    }
  }

  @Test
  void whatIsNoIriIsNotFoundAndNotSaid() {
    server.graph().refresh();
    String columns =
        "{\"ids\":[\"https://x/> ?p ?o } #\"],\"properties\":[{\"id\":\"skos:prefLabel\"}]}";
    HttpResponse<String> answer =
        get("reconcile?extend=" + URLEncoder.encode(columns, StandardCharsets.UTF_8));
    assertThat(answer.body()).doesNotContain("Alpha", "store-bad");
  }

  @Test
  void nobodyIsShownAPassword() {
    String url = "http://user:secret@127.0.0.1:1/store?key=hidden";
    try (TestServer hopeless = TestServer.elsewhere(url)) {
      HttpResponse<String> answer = hopeless.get("id/thing/a.ttl", "*/*");
      assertProblem(answer, 502, "store-away");
      assertThat(answer.body()).contains("127.0.0.1:1/store").doesNotContain("secret", "hidden");
      assertThat(hopeless.get("health", "*/*").body()).doesNotContain("secret", "hidden");
    }
  }

  @Test
  void aStoreThatSaysNothingIsLeftWhenTheTimeIsOver() throws IOException {
    HttpServer silent =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    try (TestServer waiting =
        TestServer.elsewhere("http://127.0.0.1:" + silent.getAddress().getPort() + "/")) {
      HttpResponse<String> answer =
          waiting.get("sparql?query=ASK%7BGRAPH?g%7B?s?p?o%7D%7D&timeout=0.3", "*/*");
      assertProblem(answer, 503, "timeout");
      assertThat(waiting.get("health", "*/*").body()).contains("did not answer in time");
    } finally {
      silent.stop(0);
    }
  }

  @Test
  void anAnswerThatBreaksOffIsNotTakenForTheWhole() throws IOException {
    HttpServer dying =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    dying.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/sparql-results+json");
          exchange.sendResponseHeaders(200, 1000);
          exchange
              .getResponseBody()
              .write(
                  ("{\"head\":{\"vars\":[\"g\",\"p\",\"o\"]},\"results\":{\"bindings\":["
                          + "{\"g\":{\"type\":\"uri\",\"value\":\"urn:g\"}},")
                      .getBytes(StandardCharsets.UTF_8));
          exchange.getResponseBody().flush();
          exchange.close();
        });
    dying.start();
    try (TestServer misled =
        TestServer.elsewhere("http://127.0.0.1:" + dying.getAddress().getPort() + "/")) {
      assertThat(misled.get("id/thing/a.ttl", "*/*").statusCode()).isEqualTo(502);
    } finally {
      dying.stop(0);
    }
  }
}
