package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.bluethread.support.TestServer;
import org.bluethread.vocabulary.Addresses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The SPARQL 1.1 Graph Store HTTP Protocol, indirect and direct. */
class GraphStoreProtocolTest {
  private static final String G = "data?graph=" + encode("http://example.org/g");
  private static final String ONE = "<http://example.org/s> <http://example.org/p> 1 .";
  private static final String TWO = "<http://example.org/s> <http://example.org/p> 2 .";
  private static final String RICH =
      """
      PREFIX : <http://example.org/>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      :s :text "plain", "海底"@zh, "a\\nb \\"c\\" <&>", "1"^^xsd:byte, 1, 1.5, 1e0, true ;
         :list ( 1 [ :q "x" ] <http://example.org/图> ) .
      """;

  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void putMakesAGraphAndThenReplacesIt() {
    assertThat(send("PUT", G, ONE).statusCode()).isEqualTo(201);
    assertThat(send("PUT", G, TWO).statusCode()).isEqualTo(200);
    assertThat(read(G, Lang.TURTLE).isIsomorphicWith(turtle(TWO))).isTrue();
  }

  @Test
  void postMergesIntoAGraphOrMakesIt() {
    assertThat(send("POST", G, ONE).statusCode()).isEqualTo(201);
    assertThat(send("POST", G, TWO).statusCode()).isEqualTo(200);
    assertThat(read(G, Lang.TURTLE).isIsomorphicWith(turtle(ONE + TWO))).isTrue();
  }

  @Test
  void postWithoutAGraphMakesOneAndSaysWhere() {
    HttpResponse<String> response = send("POST", "data", ONE);
    assertThat(response.statusCode()).isEqualTo(201);
    String iri = response.headers().firstValue("Location").orElseThrow();
    assertThat(iri).startsWith(Addresses.GRAPHS);
    Graph indirect = read("data?graph=" + encode(iri), Lang.TURTLE);
    Graph direct = read(iri.substring(Addresses.BASE.length()), Lang.TURTLE);
    assertThat(indirect.isIsomorphicWith(turtle(ONE))).isTrue();
    assertThat(direct.isIsomorphicWith(turtle(ONE))).isTrue();
  }

  @Test
  void deleteTakesAwayAGraphAndOnlyThat() {
    send("PUT", G, ONE);
    send("PUT", "graph/other", TWO);
    assertThat(send("DELETE", G, "").statusCode()).isEqualTo(200);
    assertThat(server.get(G, "*/*").statusCode()).isEqualTo(404);
    assertThat(server.get("graph/other", "*/*").statusCode()).isEqualTo(200);
  }

  @Test
  void aGraphThatIsNotThereCanNeitherBeReadNorDeleted() {
    assertThat(server.get(G, "*/*").statusCode()).isEqualTo(404);
    assertThat(send("DELETE", G, "").statusCode()).isEqualTo(404);
    assertThat(send("HEAD", G, "").statusCode()).isEqualTo(404);
  }

  @Test
  void theDefaultGraphIsAlwaysThereEvenEmpty() {
    assertThat(server.get("data?default", "application/n-triples").body()).isEmpty();
    assertThat(send("DELETE", "data?default", "").statusCode()).isEqualTo(200);
    send("PUT", "data?default", ONE);
    assertThat(send("DELETE", "data?default", "").statusCode()).isEqualTo(200);
    assertThat(server.get("data?default", "application/n-triples").body()).isEmpty();
  }

  @Test
  void aGraphOfOursIsIdentifiedByItsOwnAddress() {
    assertThat(send("PUT", "graph/a/b", ONE).statusCode()).isEqualTo(201);
    assertThat(send("POST", "graph/a/b", TWO).statusCode()).isEqualTo(200);
    assertThat(
            read("data?graph=" + encode(Addresses.GRAPHS + "a/b"), Lang.TURTLE)
                .isIsomorphicWith(turtle(ONE + TWO)))
        .isTrue();
    assertThat(send("DELETE", "graph/a/b", "").statusCode()).isEqualTo(200);
    assertThat(server.get("graph/a/b", "*/*").statusCode()).isEqualTo(410);
    assertThat(server.get("graph/a/c", "*/*").statusCode()).isEqualTo(404);
  }

  @Test
  void headTellsTheTypeAndSendsNothing() {
    send("PUT", G, ONE);
    HttpResponse<String> response = send("HEAD", G, "");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("text/turtle");
    assertThat(response.body()).isEmpty();
  }

  @Test
  void anAddressThatDoesNotNameExactlyOneGraphByAnAbsoluteIriIsRefused() {
    for (String path :
        new String[] {
          "data?default&graph=" + encode("http://example.org/g"),
          G + "&graph=" + encode("http://example.org/h"),
          "data?graph=relative",
          "data?graph=",
          "data?graph=" + encode("http://example.org/a b"),
          "data?graph=" + encode("http://example.org/<x>"),
          "data?graph=" + encode("urn:x-arq:UnionGraph"),
          "data?graph=" + encode("urn:x-arq:DefaultGraph"),
          "graph/a%20b",
        }) {
      for (String method : new String[] {"GET", "PUT", "POST", "DELETE"}) {
        assertThat(send(method, path, ONE).statusCode()).as(method + " " + path).isEqualTo(400);
      }
    }
    assertThat(send("PUT", "data", ONE).statusCode()).isEqualTo(400);
    assertThat(send("DELETE", "data", "").statusCode()).isEqualTo(400);
    assertThat(server.graph().history().newest(10)).isEmpty();
  }

  @Test
  void quadsThatNameTheUnionOfAllGraphsAreRefused() {
    HttpResponse<String> response =
        server.post(
            "data?default", "application/trig", "GRAPH <urn:x-arq:UnionGraph> {" + ONE + "}");
    assertThat(response.statusCode()).isEqualTo(400);
  }

  static Stream<Lang> tripleSyntaxes() {
    return Stream.of(Lang.TURTLE, Lang.NTRIPLES, Lang.JSONLD, Lang.RDFXML, Lang.TRIG, Lang.NQUADS);
  }

  @ParameterizedTest
  @MethodSource("tripleSyntaxes")
  void whatIsSentInASyntaxIsReadBackInIt(Lang lang) {
    Graph graph = turtle(RICH);
    String body = RDFWriter.source(graph).lang(lang).asString();
    HttpResponse<String> put =
        server.send(
            server
                .request(G)
                .header("Authorization", "Bearer " + TestServer.TOKEN)
                .header("Content-Type", lang.getContentType().getContentTypeStr())
                .PUT(BodyPublishers.ofString(body)));
    assertThat(put.statusCode()).as(put.body()).isEqualTo(201);
    Graph here = turtle(server.get(G, "text/turtle").body());
    assertThat(here.size()).isEqualTo(graph.size());
    assertThat(read(G, lang).isIsomorphicWith(here)).isTrue();
  }

  @Test
  void relativeIrisAreResolvedAgainstTheGraph() {
    send("PUT", "graph/base/x", "<y> <#p> <> .");
    assertThat(server.get("graph/base/x", "application/n-triples").body())
        .isEqualTo("<%1$sbase/y> <%1$sbase/x#p> <%1$sbase/x> .\n".formatted(Addresses.GRAPHS));
  }

  private Graph read(String path, Lang lang) {
    HttpResponse<String> response = server.get(path, lang.getContentType().getContentTypeStr());
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith(lang.getContentType().getContentTypeStr());
    return RDFParser.fromString(response.body(), lang).toGraph();
  }

  private static Graph turtle(String text) {
    return RDFParser.fromString(text, Lang.TURTLE).toGraph();
  }

  private HttpResponse<String> send(String method, String path, String body) {
    return server.send(
        server
            .request(path)
            .header("Authorization", "Bearer " + TestServer.TOKEN)
            .header("Content-Type", "text/turtle")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
