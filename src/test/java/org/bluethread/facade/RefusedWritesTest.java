package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;
import org.bluethread.graph.Author;
import org.bluethread.graph.WriteRequest;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the gate refuses leaves everything as it was, and the writer learns why. */
class RefusedWritesTest {
  private static final String PREFIXES =
      "PREFIX : <http://example.org/> PREFIX sh: <http://www.w3.org/ns/shacl#> ";
  private static final String SHAPES =
      PREFIXES
          + ":Named a sh:NodeShape ; sh:targetClass :Thing ; sh:property :NamedName, :NamedNote ."
          + ":NamedName sh:path :name ; sh:minCount 1 ;"
          + " sh:message \"Give it a name.\"@en, \"请为其命名。\"@zh ."
          + ":NamedNote sh:path :note ; sh:maxCount 1 ; sh:severity sh:Warning .";
  private static final String GRAPH = "data?graph=" + encode("http://example.org/g");
  private static final String NAMELESS = "PREFIX : <http://example.org/> :new a :Thing .";
  private static final String UPDATE = "application/sparql-update";
  private static final String TURTLE = "text/turtle";

  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start();
    server.shapes(SHAPES);
    server.write(PREFIXES + "GRAPH :g { :x a :Thing ; :name \"x\" }");
    server.write(PREFIXES + "GRAPH :names { :y :name \"y\" } GRAPH :types { :y a :Thing }");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** A write that would leave a thing without a name. */
  record Write(String method, String path, String type, String body) {}

  static Stream<Write> invalidWrites() {
    return Stream.of(
        new Write("POST", GRAPH, TURTLE, NAMELESS),
        new Write("PUT", GRAPH, TURTLE, NAMELESS),
        new Write("PUT", "data?default", TURTLE, NAMELESS),
        new Write("POST", "data", TURTLE, NAMELESS),
        new Write("PUT", "graph/new", TURTLE, NAMELESS),
        new Write("POST", "graph/new", TURTLE, NAMELESS),
        new Write("DELETE", "data?graph=" + encode("http://example.org/names"), "", ""),
        new Write("PUT", "data?graph=" + encode("http://example.org/names"), TURTLE, ""),
        new Write("POST", "update", UPDATE, PREFIXES + "INSERT DATA { :new a :Thing }"),
        new Write(
            "POST", "update", UPDATE, PREFIXES + "DELETE DATA { GRAPH :g { :x :name \"x\" } }"),
        new Write("POST", "update", UPDATE, PREFIXES + "CLEAR GRAPH :names"),
        new Write("POST", "update", UPDATE, PREFIXES + "DROP GRAPH :names"),
        new Write(
            "POST",
            "update",
            UPDATE,
            PREFIXES + "INSERT { ?s a :Thing } WHERE { :x :name ?n . BIND(:z AS ?s) }"),
        new Write(
            "POST",
            "update",
            UPDATE,
            PREFIXES
                + "INSERT DATA { GRAPH :g { :z a :Thing ; :name \"z\" } } ;"
                + " DELETE WHERE { GRAPH :g { :x :name ?n } } ;"
                + " INSERT DATA { GRAPH :g { :w :name \"w\" } }"));
  }

  @ParameterizedTest
  @MethodSource("invalidWrites")
  void anInvalidWriteLeavesEverythingAsBefore(Write write) throws IOException {
    State before = state();
    HttpResponse<String> response = send(write, "text/turtle");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(422);
    assertThat(response.headers().firstValue("BlueThread-Commit")).isEmpty();
    assertThat(state()).isEqualTo(before);
    assertThat(
            server.post(GRAPH, TURTLE, "<http://example.org/x> <http://example.org/k> 1 .").body())
        .contains("\"commit\":4");
  }

  @Test
  void theReportComesInTheSyntaxAskedForWithTheMessagesOfTheShape() {
    Write write = new Write("POST", GRAPH, TURTLE, NAMELESS);
    Map<String, Lang> syntaxes =
        Map.of(
            "text/turtle", Lang.TURTLE,
            "application/ld+json", Lang.JSONLD,
            "application/rdf+xml", Lang.RDFXML,
            "application/n-triples", Lang.NTRIPLES);
    syntaxes.forEach(
        (type, lang) -> {
          HttpResponse<String> response = send(write, type);
          assertThat(response.statusCode()).isEqualTo(422);
          assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
          Graph report = RDFParser.fromString(response.body(), lang).toGraph();
          assertThat(report.contains(null, RDF.Nodes.type, SHACL.ValidationReport)).isTrue();
          assertThat(messages(report)).containsExactlyInAnyOrder("Give it a name.", "请为其命名。");
          assertThat(report.stream(null, SHACL.focusNode, null).map(t -> t.getObject().toString()))
              .containsExactly("http://example.org/new");
        });
    HttpResponse<String> text = send(write, "text/plain");
    assertThat(text.body()).contains("Give it a name.", "请为其命名。", "http://example.org/new");
    assertThat(send(write, "image/png").headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/turtle");
  }

  @Test
  void aShapeWithoutMessagesOfItsOwnIsExplainedInSixLanguagesToo() {
    server.shapes(
        PREFIXES
            + ":Coded a sh:NodeShape ; sh:targetClass :Code ; sh:property :CodedCode ."
            + ":CodedCode sh:path :code ; sh:minCount 1 .");
    HttpResponse<String> response =
        send(
            new Write(
                "POST", GRAPH, TURTLE, "<http://example.org/c> a <http://example.org/Code> ."),
            "text/turtle");
    Graph report = RDFParser.fromString(response.body(), Lang.TURTLE).toGraph();
    assertThat(languages(report)).containsExactlyInAnyOrder("en", "zh", "fr", "es", "ru", "ar");
    assertThat(messages(report)).allMatch(message -> message.contains("http://example.org/code"));
  }

  @Test
  void warningsLetAWritePassAndAreReturned() {
    HttpResponse<String> response =
        send(
            new Write(
                "POST", GRAPH, TURTLE, "PREFIX : <http://example.org/> :x :note \"a\", \"b\" ."),
            "application/json");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("\"commit\":4", "\"warnings\":[\"");
  }

  @Test
  void anUpdateWhoseLastOperationMakesItValidAgainIsAccepted() {
    String update =
        PREFIXES
            + "DELETE WHERE { GRAPH :g { :x :name ?n } } ;"
            + " INSERT DATA { GRAPH :g { :x :name \"other\" } }";
    assertThat(send(new Write("POST", "update", UPDATE, update), "*/*").statusCode())
        .isEqualTo(200);
  }

  @Test
  void shapesThatStoredDataDoNotMeetTakeEffectAndSayWhatTheyFind() {
    String shape =
        PREFIXES
            + ":Strict a sh:NodeShape ; sh:targetClass :Thing ; sh:property [ sh:path :age ;"
            + " sh:minCount 1 ; sh:message \"Give its age.\"@en ] .";
    Write write = new Write("POST", "graph/shapes", TURTLE, shape);

    assertThat(tryOut(write, "?graph=" + encode("https://w3id.org/bluethread/graph/shapes")).body())
        .contains("stoodBefore");
    HttpResponse<String> response = send(write, "application/json");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .contains("\"stoodBefore\":[\"<http://example.org/x>: Give its age.\"");
    assertThat(
            send(
                    new Write(
                        "POST", GRAPH, TURTLE, "<http://example.org/x> <http://example.org/k> 1 ."),
                    "*/*")
                .statusCode())
        .isEqualTo(200);
    assertThat(
            send(
                    new Write(
                        "POST",
                        GRAPH,
                        TURTLE,
                        "PREFIX : <http://example.org/> :z a :Thing ; :name \"z\" ."),
                    "text/turtle")
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void aResultNamesTheStatementsThatCausedItWithLineAndColumn() {
    String body =
        "PREFIX : <http://example.org/>\n:fine a :Thing ; :name \"fine\" .\n\n  :new a :Thing .\n";
    HttpResponse<String> response = send(new Write("POST", GRAPH, TURTLE, body), "text/turtle");
    Graph report = RDFParser.fromString(response.body(), Lang.TURTLE).toGraph();
    Node cause = object(report, Node.ANY, "https://w3id.org/bluethread/ontology#addedStatement");
    assertThat(report.contains(cause, RDF.Nodes.subject, uri("http://example.org/new"))).isTrue();
    assertThat(object(report, cause, "https://w3id.org/bluethread/ontology#line").getLiteralValue())
        .isEqualTo(4);
    assertThat(object(report, cause, "https://w3id.org/bluethread/ontology#inGraph").getURI())
        .isEqualTo("http://example.org/g");
    assertThat(send(new Write("POST", GRAPH, TURTLE, body), "text/plain").body())
        .containsPattern("  \\+ .*example.org/new.* \\(4:\\d+\\)\n");
  }

  @Test
  void whatARefusedWriteNamesIsNotFoundAndWhatAnAcceptedOneNamesIs() {
    String kraken =
        "PREFIX : <http://example.org/> :kraken a :Thing ;"
            + " <http://www.w3.org/2004/02/skos/core#prefLabel> \"Kraken\"@en ";
    assertThat(send(new Write("POST", GRAPH, TURTLE, kraken + "."), "*/*").statusCode())
        .isEqualTo(422);
    assertThat(server.get("search?q=Kraken", "application/json").body())
        .doesNotContain("example.org/kraken");
    assertThat(
            send(new Write("POST", GRAPH, TURTLE, kraken + "; :name \"k\" ."), "*/*").statusCode())
        .isEqualTo(200);
    assertThat(server.get("search?q=Kraken", "application/json").body())
        .contains("example.org/kraken");
  }

  @Test
  void whatIsWrongElsewhereBlocksNobodyButMoreOfItDoes() {
    server.shapes(
        PREFIXES
            + ":Two a sh:NodeShape ; sh:targetNode :x ; sh:property [ sh:path :age ;"
            + " sh:maxCount 0 ] .");
    server.shapes(
        PREFIXES
            + ":Old a sh:NodeShape ; sh:targetNode :y ; sh:property [ sh:path :name ;"
            + " sh:minLength 2 ] .");
    assertThat(
            send(
                    new Write(
                        "POST", GRAPH, TURTLE, "<http://example.org/q> <http://example.org/k> 1 ."),
                    "*/*")
                .statusCode())
        .isEqualTo(200);
    String age = PREFIXES + ":x :age 1 .";
    assertThat(send(new Write("POST", GRAPH, TURTLE, age), "*/*").statusCode()).isEqualTo(422);
  }

  private static Node object(Graph graph, Node subject, String predicate) {
    return graph.find(subject, uri(predicate), Node.ANY).next().getObject();
  }

  private static Node uri(String iri) {
    return NodeFactory.createURI(iri);
  }

  @Test
  void validatingGivesTheReportThatWritingWouldGetAndStoresNothing() throws IOException {
    State before = state();
    String update = PREFIXES + "DELETE DATA { GRAPH :g { :x :name \"x\" } }";
    for (Write write :
        List.of(
            new Write("POST", "data?default", TURTLE, NAMELESS),
            new Write("POST", "update", UPDATE, update))) {
      HttpResponse<String> refused = send(write, "text/turtle");
      HttpResponse<String> tried = tryOut(write);
      assertThat(tried.statusCode()).isEqualTo(200);
      assertThat(tried.headers().firstValue("BlueThread-Verdict")).contains("refused");
      assertThat(
              RDFParser.fromString(tried.body(), Lang.TURTLE)
                  .toGraph()
                  .isIsomorphicWith(RDFParser.fromString(refused.body(), Lang.TURTLE).toGraph()))
          .isTrue();
    }
    HttpResponse<String> fine =
        tryOut(new Write("POST", "update", UPDATE, PREFIXES + "INSERT DATA { :x :note 1 }"));
    assertThat(fine.headers().firstValue("BlueThread-Verdict")).contains("passes");
    assertThat(fine.body()).contains("sh:conforms").contains("true");
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void validatingDoesNotWaitForAWriter() throws InterruptedException {
    CountDownLatch writing = new CountDownLatch(1);
    CountDownLatch validated = new CountDownLatch(1);
    Thread writer =
        Thread.ofVirtual()
            .start(
                () ->
                    server
                        .graph()
                        .write(
                            new WriteRequest(
                                new Author("slow", true),
                                "test",
                                "",
                                "seed",
                                dataset -> {
                                  writing.countDown();
                                  await(validated);
                                })));
    await(writing);
    assertThat(tryOut(new Write("POST", "data", TURTLE, NAMELESS)).statusCode()).isEqualTo(200);
    assertThat(
            tryOut(new Write("POST", "update", UPDATE, PREFIXES + "CLEAR GRAPH :g")).statusCode())
        .isEqualTo(200);
    assertThat(server.get(GRAPH, "text/turtle").statusCode()).isEqualTo(200);
    validated.countDown();
    writer.join();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Everything that a refused write must not touch. */
  private record State(List<String> quads, long commits, List<String> tags, long files) {}

  private State state() throws IOException {
    List<String> tags =
        Stream.of(GRAPH, "export", "changes")
            .map(path -> server.get(path, "*/*").headers().firstValue("ETag").orElseThrow())
            .toList();
    try (Stream<Path> files = Files.list(server.log())) {
      return new State(
          server.get("export", "*/*").body().lines().sorted().toList(),
          server.graph().history().newest(100).get(0).number(),
          tags,
          files.count());
    }
  }

  private HttpResponse<String> send(Write write, String accept) {
    HttpRequest.Builder request =
        server
            .request(write.path())
            .header("Authorization", "Bearer " + TestServer.TOKEN)
            .header("Accept", accept);
    if (!write.type().isEmpty()) {
      request.header("Content-Type", write.type());
    }
    return server.send(request.method(write.method(), BodyPublishers.ofString(write.body())));
  }

  private HttpResponse<String> tryOut(Write write) {
    return tryOut(write, "");
  }

  private HttpResponse<String> tryOut(Write write, String parameters) {
    return server.send(
        server
            .request("validate" + parameters)
            .header("Content-Type", write.type())
            .header("Accept", "text/turtle")
            .POST(BodyPublishers.ofString(write.body())));
  }

  private static List<String> messages(Graph report) {
    return report.stream(null, SHACL.resultMessage, null)
        .map(triple -> triple.getObject().getLiteralLexicalForm())
        .toList();
  }

  private static List<String> languages(Graph report) {
    return report.stream(null, SHACL.resultMessage, null)
        .map(triple -> triple.getObject().getLiteralLanguage())
        .toList();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
