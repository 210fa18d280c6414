package org.bluethread.facade;

import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.bluethread.support.TestServer;
import org.bluethread.vocabulary.BT;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ThingRoutesTest {
  private static final String OUTPUT = "id/output/isa/1.2.1-2";
  private static final String ROW =
      "id/document/isa-2019-high-level-action-plan/annex/2/row/1.2.1-2";
  private static final String BASE = "https://w3id.org/bluethread/";

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.shared();
  }

  @ParameterizedTest
  @CsvSource({
    "text/html, .html",
    "text/turtle, .ttl",
    "application/trig, .trig",
    "application/n-triples, .nt",
    "application/ld+json, .jsonld",
    "application/rdf+xml, .rdf"
  })
  void aThingAnswersSeeOtherToItsDocument(String accept, String suffix) {
    HttpResponse<String> response = server.get(OUTPUT, accept);
    assertThat(response.statusCode()).isEqualTo(303);
    assertThat(response.headers().firstValue("Location")).hasValue("/" + OUTPUT + suffix);
    HttpResponse<String> document = server.get(OUTPUT + suffix, "*/*");
    assertThat(document.statusCode()).isEqualTo(200);
    assertThat(document.headers().firstValue("Content-Type").orElseThrow()).startsWith(accept);
  }

  @ParameterizedTest
  @ValueSource(strings = {".ttl", ".nt", ".jsonld", ".rdf"})
  void theDocumentSaysWhatIsKnownOfTheThingInEverySyntax(String suffix) {
    Graph graph = rdf(OUTPUT + suffix);
    assertThat(
            graph.contains(
                node(OUTPUT), BT.responsibleOrgan.asNode(), node("id/organ/isa/assembly")))
        .isTrue();
    assertThat(graph.contains(node("id/action/isa/1.2.1"), BT.hasOutput.asNode(), node(OUTPUT)))
        .isTrue();
  }

  @Test
  void trigKeepsTheParagraphThatSaysSo() {
    String trig = server.get(OUTPUT + ".trig", "*/*").body();
    assertThat(
            RDFParser.fromString(trig, Lang.TRIG)
                .toDatasetGraph()
                .containsGraph(node(ROW + "#statements")))
        .isTrue();
  }

  @Test
  void aCitableUnitBringsWhatItStatesAndItsOpening() {
    Graph graph = rdf(ROW + ".ttl");
    assertThat(
            graph.contains(
                node(OUTPUT), BT.responsibleOrgan.asNode(), node("id/organ/isa/assembly")))
        .isTrue();
    assertThat(graph.contains(node(ROW + "#opening"), Node.ANY, Node.ANY)).isTrue();
  }

  @Test
  void theOntologyBringsItsTerms() {
    Graph graph = rdf("ontology.ttl");
    assertThat(graph.contains(BT.hasOutput.asNode(), RDFS.Nodes.subPropertyOf, BT.link.asNode()))
        .isTrue();
    assertThat(graph.contains(BT.Output.asNode(), RDFS.Nodes.comment, Node.ANY)).isTrue();
  }

  @Test
  void aCodeWithDotsIsNoSuffix() {
    assertThat(server.get("id/action/isa/4.3.1", "text/turtle").headers().firstValue("Location"))
        .hasValue("/id/action/isa/4.3.1.ttl");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id/output/isa/99.9.9-9", "id/output/isa/99.9.9-9.ttl", "id/"})
  void whatNobodySpeaksOfIsNotFound(String path) {
    assertThat(server.get(path, "text/turtle").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    ".html, text/html",
    ".ttl, text/turtle",
    ".trig, application/trig",
    ".nt, application/n-triples",
    ".jsonld, application/ld+json",
    ".rdf, application/rdf+xml"
  })
  void theSuffixWinsOverEveryAcceptHeader(String suffix, String type) {
    for (String path : new String[] {OUTPUT, "ontology", "shapes", "graph/register/organs"}) {
      Set<String> tags = new HashSet<>();
      for (String accept :
          new String[] {
            "*/*", "text/html", "text/turtle", "application/trig;q=1, */*;q=0", "image/png", "x"
          }) {
        HttpResponse<String> answer = server.get(path + suffix, accept);
        assertThat(answer.statusCode()).as(path + suffix + " " + accept).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).startsWith(type);
        tags.add(header(answer, "ETag"));
      }
      assertThat(tags).hasSize(1);
      String tag = tags.iterator().next();
      HttpResponse<String> known =
          server.send(server.request(path + suffix).header("If-None-Match", tag));
      assertThat(known.statusCode()).isEqualTo(304);
      assertThat(known.body()).isEmpty();
    }
  }

  @Test
  void eachFormatHasItsOwnTag() {
    assertThat(
            Stream.of(".html", ".ttl", ".trig", ".nt", ".jsonld", ".rdf")
                .map(suffix -> header(server.get(OUTPUT + suffix, "*/*"), "ETag")))
        .doesNotHaveDuplicates()
        .doesNotContain("");
  }

  @ParameterizedTest
  @ValueSource(strings = {OUTPUT, OUTPUT + ".ttl", OUTPUT + ".html", "graph/register/organs"})
  void headSaysWhatGetSaysWithoutTheBody(String path) {
    HttpResponse<String> get = server.get(path, "*/*");
    HttpResponse<String> head = server.send(server.request(path).method("HEAD", noBody()));
    assertThat(head.statusCode()).isEqualTo(get.statusCode());
    assertThat(head.body()).isEmpty();
    for (String name :
        new String[] {"Content-Type", "ETag", "Link", "Vary", "Location", "BlueThread-Commit"}) {
      assertThat(header(head, name)).as(name).isEqualTo(header(get, name));
    }
  }

  @Test
  void theAnswerOfAThingSaysWhereItIsDescribedAndWhatThatDependsOn() {
    HttpResponse<String> answer = server.get(OUTPUT + "?lang=zh", "text/turtle");
    assertThat(header(answer, "Location")).isEqualTo("/" + OUTPUT + ".ttl?lang=zh");
    assertThat(header(answer, "Vary")).isEqualTo("Accept, Accept-Encoding");
    assertThat(header(answer, "Link"))
        .isEqualTo("</" + OUTPUT + ".ttl>; rel=\"describedby\"; type=\"text/turtle\"");
  }

  @Test
  void aDocumentLeadsToWhatItDescribesAndToItsOtherFormats() {
    assertThat(header(server.get(OUTPUT + ".ttl", "*/*"), "Link"))
        .contains("<" + BASE + OUTPUT + ">; rel=\"describes\"")
        .contains("</" + OUTPUT + ".html>; rel=\"alternate\"; type=\"text/html\"")
        .contains("</" + OUTPUT + ".jsonld>; rel=\"alternate\"; type=\"application/ld+json\"")
        .doesNotContain("</" + OUTPUT + ".ttl>");
    assertThat(header(server.get("graph/register/organs.ttl", "*/*"), "Link"))
        .contains("</graph/register/organs>; rel=\"canonical\"");
  }

  @Test
  void aGraphIsAPageForABrowserAndRdfForEverybodyElse() {
    String browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    HttpResponse<String> page = server.get("graph/register/organs?lang=zh", browser);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(header(page, "Content-Type")).startsWith("text/html");
    assertThat(page.body()).contains("机关登记", "href=\"/id/organ/isa/assembly?lang=zh\"");
    assertThat(header(server.get("graph/register/organs", "*/*"), "Content-Type"))
        .startsWith("text/turtle");
  }

  @Test
  void theGraphOfADerivationNamesTheUnitsItRestsOn() {
    String graph =
        server
            .graph()
            .read(
                snapshot ->
                    snapshot.union().stream(Node.ANY, RDF.Nodes.type, BT.DerivationGraph.asNode())
                        .map(triple -> triple.getSubject().getURI())
                        .sorted()
                        .findFirst()
                        .orElseThrow());
    String page = server.get(graph.substring(BASE.length()), "text/html").body();
    assertThat(page).contains("<strong>Derived</strong>").containsPattern("href=\"/id/document/");
  }

  @Test
  void thePageOfALargeGraphGoesOnUntilItsEnd() {
    String path = "graph/register/sdg-14-regional-statistics.html";
    Set<String> seen = new HashSet<>();
    HttpResponse<String> page = server.get(path, "*/*");
    int pages = 1;
    for (Optional<String> next = next(page); next.isPresent(); next = next(page)) {
      assertThat(seen.add(next.get())).isTrue();
      page = server.get(next.get().substring(1), "*/*");
      assertThat(page.statusCode()).isEqualTo(200);
      pages++;
    }
    long size =
        server.graph().read(snapshot -> snapshot.dataset().getGraph(node(path(path))).size());
    assertThat(pages).isEqualTo((int) ((size + 999) / 1000)).isGreaterThan(3);
  }

  private static String path(String document) {
    return document.substring(0, document.lastIndexOf('.'));
  }

  private static Optional<String> next(HttpResponse<String> answer) {
    Matcher next = Pattern.compile("<([^>]*)>; rel=\"next\"").matcher(header(answer, "Link"));
    return next.find() ? Optional.of(next.group(1)) : Optional.empty();
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static Graph rdf(String path) {
    HttpResponse<String> response = server.get(path, "*/*");
    assertThat(response.statusCode()).isEqualTo(200);
    // JSON-LD keeps the graphs that the statements stand in; the others hold triples alone.
    DatasetGraph dataset =
        RDFParser.fromString(response.body(), RDFLanguages.filenameToLang(path)).toDatasetGraph();
    Graph union = GraphFactory.createDefaultGraph();
    dataset.stream().map(Quad::asTriple).forEach(union::add);
    return union;
  }

  private static Node node(String path) {
    return NodeFactory.createURI(BASE + path);
  }
}
