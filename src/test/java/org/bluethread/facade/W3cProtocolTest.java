package org.bluethread.facade;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The W3C's tests of the SPARQL 1.1 Protocol that are about updates, and of the Graph Store HTTP
 * Protocol: prose there, requests here, in the order and by the names of the suites. Where a name
 * is in the plural here, one test stands for several steps.
 *
 * @see <a href="https://www.w3.org/2009/sparql/docs/tests/">SPARQL 1.1: Test case structure</a>
 */
class W3cProtocolTest {
  private static final String PERSON = "data?graph=" + encode("http://example.org/person/1.ttl");
  private static final String SECOND = "data?graph=" + encode("http://example.org/person/2.ttl");
  private static final String JOHN =
      """
      @prefix foaf: <http://xmlns.com/foaf/0.1/> .
      @prefix v: <http://www.w3.org/2006/vcard/ns#> .
      <http://example.org/person/1> a foaf:Person ;
        foaf:businessCard [ a v:VCard ; v:fn "John Doe" ] .
      """;
  private static final String JANE = JOHN.replace("John", "Jane");
  private static final String ALICE =
      "<http://example.org/person/1> <http://xmlns.com/foaf/0.1/name> \"Alice\" .";
  private static final String SPARQL_UPDATE = "application/sparql-update";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String BOUNDARY = "a6fe4cd636164618814be9f8d3d1a0de";

  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.separate();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  // The Graph Store HTTP Protocol.

  @Test
  void putInitialStateAndGetOfPut() {
    assertStatus(send("PUT", PERSON, "text/turtle; charset=utf-8", JOHN), 201);
    assertHolds(PERSON, JOHN);
    HttpResponse<String> got = server.get(PERSON, "text/turtle");
    assertThat(got.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/turtle");
  }

  @Test
  void putGraphAlreadyInStore() {
    assertStatus(send("PUT", PERSON, "text/turtle", JOHN), 201);
    assertStatus(send("PUT", PERSON, "text/turtle", JANE), 200);
    assertHolds(PERSON, JANE);
  }

  @Test
  void putDefaultGraph() {
    assertStatus(send("PUT", "data?default", "text/turtle", JOHN), 201);
    assertHolds("data?default", JOHN);
  }

  @Test
  void putMismatchedPayload() {
    assertStatus(send("PUT", PERSON, "application/rdf+xml", JOHN), 400);
    assertStatus(server.get(PERSON, "text/turtle"), 404);
  }

  /** The specification lets a store keep no empty graphs; this one keeps none and says so. */
  @Test
  void putEmptyGraphAndReplaceEmptyGraph() {
    HttpResponse<String> empty = send("PUT", PERSON, "text/turtle", "");
    assertStatus(empty, 200);
    assertThat(empty.body()).contains("no empty graphs");
    assertStatus(server.get(PERSON, "text/turtle"), 404);
    assertStatus(send("PUT", PERSON, "text/turtle", JOHN), 201);
    assertHolds(PERSON, JOHN);
    assertStatus(send("PUT", PERSON, "text/turtle", ""), 200);
    assertStatus(server.get(PERSON, "text/turtle"), 404);
  }

  @Test
  void deleteExistingAndNonExistentGraph() {
    send("PUT", PERSON, "text/turtle", JOHN);
    assertStatus(send("DELETE", PERSON, "text/turtle", ""), 200);
    assertStatus(server.get(PERSON, "text/turtle"), 404);
    assertStatus(send("DELETE", PERSON, "text/turtle", ""), 404);
  }

  @Test
  void postExistingGraph() {
    send("PUT", PERSON, "text/turtle", JOHN);
    assertStatus(send("POST", PERSON, "text/turtle", ALICE), 200);
    assertHolds(PERSON, JOHN + ALICE);
  }

  @Test
  void postMultipartFormData() {
    send("PUT", PERSON, "text/turtle", JOHN);
    String form =
        part("filename=\"jane.ttl\"\r\nContent-Type: text/turtle; charset=utf-8", JANE)
            + part("filename=\"alice.ttl\"", ALICE)
            + end();
    assertStatus(send("POST", PERSON, multipart(), form), 200);
    assertHolds(PERSON, JOHN + JANE + ALICE);
  }

  @Test
  void aFormOfPartsThatCannotBeReadStoresNothing() {
    String broken = part("filename=\"a.ttl\"", ALICE) + part("filename=\"b.ttl\"", "no turtle");
    assertProblem(send("POST", PERSON, multipart(), broken + end()), 400, "syntax-error");
    String unknown = part("filename=\"a.exe\"", ALICE);
    assertProblem(
        send("POST", PERSON, multipart(), unknown + end()), 415, "unsupported-media-type");
    assertProblem(send("POST", PERSON, multipart(), end()), 400, "bad-form");
    assertProblem(send("POST", PERSON, multipart(), "no form"), 400, "bad-form");
    assertProblem(send("POST", PERSON, "multipart/form-data", broken), 400, "bad-form");
    assertStatus(server.get(PERSON, "text/turtle"), 404);
  }

  @Test
  void postCreateNewGraph() {
    HttpResponse<String> posted = send("POST", "data", "text/turtle", JOHN);
    assertStatus(posted, 201);
    String location = posted.headers().firstValue("Location").orElseThrow();
    assertHolds("data?graph=" + encode(location), JOHN);
  }

  @Test
  void postEmptyGraphToExistingGraph() {
    send("PUT", PERSON, "text/turtle", JOHN);
    assertStatus(send("POST", PERSON, "text/turtle", ""), 200);
    assertHolds(PERSON, JOHN);
  }

  @Test
  void headOnExistingAndNonExistingGraph() {
    send("PUT", PERSON, "text/turtle", JOHN);
    HttpResponse<String> head = send("HEAD", PERSON, "text/turtle", "");
    assertStatus(head, 200);
    assertThat(head.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/turtle");
    assertStatus(send("HEAD", SECOND, "text/turtle", ""), 404);
  }

  @Test
  void directGraphIdentification() {
    assertStatus(send("PUT", "graph/person/1.ttl", "text/turtle", JOHN), 201);
    assertHolds("graph/person/1.ttl", JOHN);
    assertStatus(send("HEAD", "graph/person/1.ttl", "text/turtle", ""), 200);
    assertStatus(send("POST", "graph/person/1.ttl", "text/turtle", ALICE), 200);
    assertHolds("graph/person/1.ttl", JOHN + ALICE);
    assertStatus(send("DELETE", "graph/person/1.ttl", "text/turtle", ""), 200);
    assertStatus(server.get("graph/person/1.ttl", "text/turtle"), 404);
  }

  // The SPARQL Protocol: updates.

  static Stream<Arguments> badUpdates() {
    String update = "CLEAR NAMED";
    String using = "using-named-graph-uri=" + encode("http://example.org/people");
    return Stream.of(
        bad("bad_update_get", "GET", "update?update=" + encode(update), "", "", 405),
        bad(
            "bad_multiple_updates",
            "POST",
            "update",
            FORM,
            "update=CLEAR%20NAMED&update=CLEAR%20DEFAULT",
            400),
        bad("bad_update_wrong_media_type", "POST", "update", "text/plain", update, 415),
        bad("bad_update_missing_form_type", "POST", "update", "", "update=" + encode(update), 415),
        bad("bad_update_missing_direct_type", "POST", "update", "", update, 415),
        bad("bad_update_syntax", "POST", "update", FORM, "update=CLEAR%20XYZ", 400),
        bad(
            "bad_update_dataset_conflict: WITH",
            "POST",
            "update",
            FORM,
            using
                + "&update="
                + encode(
                    "WITH <http://example.org/g> DELETE { ?s ?p 1 } INSERT { ?s ?p 2 } WHERE { ?s"
                        + " ?p 1 }"),
            400),
        bad(
            "bad_update_dataset_conflict: USING",
            "POST",
            "update?" + using,
            SPARQL_UPDATE,
            "INSERT { ?s ?p 2 } USING <http://example.org/g> WHERE { ?s ?p 1 }",
            400),
        bad("an update without an update", "POST", "update", FORM, "", 400),
        bad("a query where an update belongs", "POST", "update", FORM, "query=ASK%20%7B%7D", 400));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badUpdates")
  void anUpdateThatIsNotAskedForAsTheProtocolSaysIsRefused(
      String name, String method, String path, String type, String body, int status) {
    send("PUT", PERSON, "text/turtle", JOHN);
    assertStatus(send(method, path, type, body), status);
    assertHolds(PERSON, JOHN);
  }

  @Test
  void bad_update_non_utf8() {
    HttpRequest.Builder request =
        request("update", SPARQL_UPDATE + "; charset=UTF-16")
            .POST(BodyPublishers.ofString("CLEAR NAMED", UTF_16));
    assertStatus(server.send(request), 400);
  }

  @Test
  void update_post_form_and_update_post_direct() {
    send("PUT", PERSON, "text/turtle", JOHN);
    assertStatus(send("POST", "update", FORM, "update=CLEAR%20ALL"), 200);
    assertStatus(server.get(PERSON, "text/turtle"), 404);
    send("PUT", PERSON, "text/turtle", JOHN);
    assertStatus(send("POST", "update", SPARQL_UPDATE, "CLEAR ALL"), 200);
    assertStatus(server.get(PERSON, "text/turtle"), 404);
  }

  @Test
  void update_dataset_default_graphs_and_named_graphs() {
    send("PUT", PERSON, "text/turtle", "<http://example.org/s> <http://example.org/p> 1 .");
    send("PUT", SECOND, "text/turtle", "<http://example.org/s> <http://example.org/p> 2 .");
    send("PUT", "data?default", "text/turtle", "<http://example.org/s> <http://example.org/p> 3 .");
    String first = encode("http://example.org/person/1.ttl");
    String second = encode("http://example.org/person/2.ttl");

    String unnamed = "INSERT { GRAPH <urn:one> { ?s ?p ?o } } WHERE { ?s ?p ?o }";
    assertStatus(send("POST", "update?using-graph-uri=" + first, SPARQL_UPDATE, unnamed), 200);
    assertHolds("data?graph=urn:one", "<http://example.org/s> <http://example.org/p> 1 .");

    String both = "INSERT { GRAPH <urn:two> { ?s ?p ?o } } WHERE { ?s ?p ?o }";
    assertStatus(
        send(
            "POST",
            "update",
            FORM,
            "using-graph-uri=" + first + "&using-graph-uri=" + second + "&update=" + encode(both)),
        200);
    assertHolds("data?graph=urn:two", "<http://example.org/s> <http://example.org/p> 1, 2 .");

    String named = "INSERT { GRAPH <urn:three> { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }";
    assertStatus(send("POST", "update?using-named-graph-uri=" + second, SPARQL_UPDATE, named), 200);
    assertHolds("data?graph=urn:three", "<http://example.org/s> <http://example.org/p> 2 .");

    String full =
        "INSERT { GRAPH <urn:four> { ?s ?p ?o , ?n } }"
            + " WHERE { ?s ?p ?o GRAPH ?g { ?s ?p ?n } }";
    assertStatus(
        send(
            "POST",
            "update?using-graph-uri=" + first + "&using-named-graph-uri=" + second,
            SPARQL_UPDATE,
            full),
        200);
    assertHolds("data?graph=urn:four", "<http://example.org/s> <http://example.org/p> 1, 2 .");
  }

  @Test
  void update_base_uri() {
    assertStatus(
        send(
            "POST",
            "update",
            SPARQL_UPDATE,
            "INSERT DATA { <http://example.org/s> <http://example.org/p> <test> }"),
        200);
    assertThat(server.get("data?default", "application/n-triples").body())
        .matches("<http://example.org/s> <http://example.org/p> <https?://.*/test> \\.\n");
  }

  private static Arguments bad(
      String name, String method, String path, String type, String body, int status) {
    return Arguments.of(name, method, path, type, body, status);
  }

  private static String part(String disposition, String content) {
    return "--"
        + BOUNDARY
        + "\r\nContent-Disposition: form-data; name=\"file\"; "
        + disposition
        + "\r\n\r\n"
        + content
        + "\r\n";
  }

  private static String end() {
    return "--" + BOUNDARY + "--\r\n";
  }

  private static String multipart() {
    return "multipart/form-data; boundary=" + BOUNDARY;
  }

  private void assertHolds(String path, String turtle) {
    HttpResponse<String> response = server.get(path, "text/turtle");
    assertStatus(response, 200);
    assertThat(graph(response.body()).isIsomorphicWith(graph(turtle)))
        .as(() -> path + " holds\n" + response.body())
        .isTrue();
  }

  private static Graph graph(String turtle) {
    return RDFParser.fromString(turtle, Lang.TURTLE).toGraph();
  }

  private static void assertStatus(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
  }

  private static void assertProblem(HttpResponse<String> response, int status, String problem) {
    assertStatus(response, status);
    assertThat(response.body()).contains("/problem/" + problem + "\"");
  }

  private HttpResponse<String> send(String method, String path, String type, String body) {
    BodyPublisher content =
        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    return server.send(request(path, type).method(method, content));
  }

  private HttpRequest.Builder request(String path, String type) {
    HttpRequest.Builder request =
        server.request(path).header("Authorization", "Bearer " + TestServer.TOKEN);
    return type.isEmpty() ? request : request.header("Content-Type", type);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
