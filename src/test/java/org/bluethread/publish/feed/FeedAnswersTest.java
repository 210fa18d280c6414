package org.bluethread.publish.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the feed answers over HTTP: formats, caching, and what there is not. */
@Timeout(600)
final class FeedAnswersTest {
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private static final Map<String, String> FORMAT_TYPES =
      Map.of(
          "trig", "application/trig", "nq", "application/n-quads", "jsonld", "application/ld+json");

  @TempDir private static Path directory;

  private static FeedServer server;
  private static String pages;

  @BeforeAll
  static void start() {
    server = FeedServer.open(directory);
    StringBuilder graphs = new StringBuilder("INSERT DATA { GRAPH <x:deep> {");
    graphs.append(
        "<x:s> <x:p> 'text' , 'Wort'@de-AT , 1.50 , 'a \"quote\"\\n' , <x:o> ; <x:q> 1 , 1.0e0 ,"
            + " '2026-01-01'^^<http://www.w3.org/2001/XMLSchema#date> ."
            + " <x:t> a <x:Type> , '@id' .");
    graphs.append(
        "} GRAPH <https://w3id.org/bluethread/graph/shapes> { <x:S> <x:p> _:b . _:b <x:p> _:c }");
    for (int g = 0; g < 1200; g++) {
      graphs.append(" GRAPH <x:g").append(g).append("> { <x:s> <x:p> ").append(g).append(" }");
    }
    server.update(graphs.append(" }").toString());
    server.caughtUp();
    server.update("DROP GRAPH <x:g5>");
    pages = server.address() + "/" + server.caughtUp().id();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static DatasetGraph parse(HttpResponse<String> answer, String base) {
    assertThat(answer.statusCode()).as(base).isEqualTo(200);
    Lang lang = RDFLanguages.contentTypeToLang(header(answer, "Content-Type"));
    DatasetGraph page = DatasetGraphFactory.create();
    RDFParser.fromString(answer.body(), lang).base(base).parse(page);
    return page;
  }

  @ParameterizedTest
  @CsvSource({
    "'', trig",
    "'', nq",
    "'', jsonld",
    "/0/0, nq",
    "/0/0, jsonld",
    "/0/1, nq",
    "/0/1, jsonld"
  })
  void everyFormatSaysTheSame(String page, String format) {
    String address = page.isEmpty() ? server.address().toString() : pages + page;
    String type = FORMAT_TYPES.get(format);
    DatasetGraph usual = parse(server.get(address), address);
    HttpResponse<String> other = server.get(address, "Accept", type);
    assertThat(header(other, "Content-Type")).startsWith(type);
    assertThat(IsoMatcher.isomorphic(usual, parse(other, address))).isTrue();
    assertThat(usual.isEmpty()).isFalse();
  }

  @Test
  void aFormatInTheAddressLeadsToPagesInThatFormat() {
    String root = server.address() + "?format=nq";
    DatasetGraph page = parse(server.get(root), root);
    Node node = NodeFactory.createURI("https://w3id.org/tree#node");
    assertThat(
            page.contains(
                Node.ANY,
                Node.ANY,
                NodeFactory.createURI("https://w3id.org/tree#view"),
                NodeFactory.createURI(root)))
        .isTrue();
    page.find(Node.ANY, Node.ANY, node, Node.ANY)
        .forEachRemaining(
            quad -> {
              String next = quad.getObject().getURI();
              assertThat(next).endsWith("?format=nq");
              assertThat(header(server.get(next), "Content-Type"))
                  .startsWith("application/n-quads");
            });
  }

  @Test
  void closedPagesAreForCachesToKeepAndSaySo() {
    HttpResponse<String> closed = server.get(pages + "/0/0");
    assertThat(header(closed, "Cache-Control")).isEqualTo(FOR_EVER);
    assertThat(header(closed, "Vary")).contains("Accept");
    assertThat(header(closed, "BlueThread-Commit")).isEqualTo("1");
    assertThat(closed.body()).contains("ldes:immutable");
    assertThat(server.get(pages + "/0/0", "If-None-Match", header(closed, "ETag")).statusCode())
        .isEqualTo(304);
  }

  @Test
  void whatStillChangesIsAskedForEachTimeAndSentWhenItHasChanged() {
    for (String address : new String[] {server.address().toString(), pages + "/0/1"}) {
      HttpResponse<String> before = server.get(address);
      String tag = header(before, "ETag");
      assertThat(header(before, "Cache-Control")).isEqualTo("no-cache");
      assertThat(header(before, "BlueThread-Commit"))
          .isEqualTo(Long.toString(server.graph().lastCommit()));
      assertThat(before.body()).doesNotContain("immutable");
      assertThat(server.get(address, "If-None-Match", tag).statusCode()).isEqualTo(304);
      server.update("INSERT DATA { GRAPH <x:more> { <x:s> <x:p> '" + address + "' } }");
      server.caughtUp();
      assertThat(server.get(address, "If-None-Match", tag).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void theStreamsOwnAddressLeadsToItsBeginning() {
    HttpResponse<String> answer = server.get(pages);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(header(answer, "Location")).isEqualTo("/feed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/0/2", "/0/-1", "/0/00", "/0/x", "/1/0", "/9/0", "/99999999999/0"})
  void aPageThatIsNotThereIs404(String page) {
    HttpResponse<String> answer = server.get(pages + page);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/none", "/none/0/0", "/00000000-0000-0000-0000-000000000000/0/0"})
  void anotherStreamIs410AndSaysWhereToBegin(String page) {
    HttpResponse<String> answer = server.get(server.address() + page);
    assertThat(answer.statusCode()).isEqualTo(410);
    assertThat(answer.body()).contains("former-feed").contains("/feed");
  }

  @Test
  void aFormatThatThereIsNotIs406() {
    for (String address : new String[] {server.address().toString(), pages + "/0/0"}) {
      assertThat(server.get(address, "Accept", "text/turtle").statusCode()).isEqualTo(406);
    }
  }

  @Test
  void browsersGetAPageThatSaysHowToFollow() {
    HttpResponse<String> page = server.get("/feed", "Accept", "text/html", "Accept-Language", "fr");
    assertThat(header(page, "Content-Type")).startsWith("text/html");
    assertThat(page.body())
        .contains("<html lang=\"fr\"")
        .contains(server.edition().iri())
        .contains(server.address().toString());
  }
}
