package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDFS;
import org.bluethread.support.TestServer;
import org.bluethread.vocabulary.BT;
import org.junit.jupiter.api.AfterAll;
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
    server = TestServer.shipped();
  }

  @AfterAll
  static void stop() {
    server.close();
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
