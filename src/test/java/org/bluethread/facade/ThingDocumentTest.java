package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.bluethread.facade.access.Tokens;
import org.bluethread.lookup.ThingIndex;
import org.bluethread.publish.ThingIndexer;
import org.bluethread.publish.feed.Feed;
import org.bluethread.support.BareSources;
import org.bluethread.support.TestGraph;
import org.bluethread.support.TestServer;
import org.bluethread.vocabulary.Addresses;
import org.bluethread.vocabulary.BT;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the RDF document of a thing holds, so that who has the file alone knows all it needs. */
final class ThingDocumentTest {
  private static final String BASE = "https://w3id.org/bluethread/";
  private static final String HYDRA = "http://www.w3.org/ns/hydra/core#";

  private static final String DATA =
      """
      @base <https://w3id.org/bluethread/> .
      @prefix bt: <https://w3id.org/bluethread/ontology#> .
      @prefix dcterms: <http://purl.org/dc/terms/> .
      @prefix owl: <http://www.w3.org/2002/07/owl#> .
      @prefix prov: <http://www.w3.org/ns/prov#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      GRAPH <graph/ontology> {
        <ontology> a owl:Ontology .
        bt:hasOutput rdfs:domain [ owl:unionOf ( bt:Action bt:Plan ) ] .
      }
      GRAPH <graph/register/things> {
        <graph/register/things> a bt:RegisterGraph .
        <id/dataset/bluethread/graph> dcterms:license <https://example.org/licence> .
        <id/output/x> a bt:Output ; skos:prefLabel "Output"@en , "产出"@zh .
        <id/action/a> skos:prefLabel "Action"@en , "行动"@zh , "Mesure"@fr ; skos:notation "1.1" .
        <id/organ/o> skos:prefLabel "机关"@zh .
        <id/document/d> a bt:Document ; skos:prefLabel "The plan"@en .
        <id/document/d/para/1> a bt:Paragraph ; bt:number "1" ; bt:inDocument <id/document/d> .
        <id/document/d/para/1#statements> a bt:EvidenceGraph ;
          prov:wasDerivedFrom <id/document/d/para/1> .
        <id/document/d/para/2> a bt:Paragraph ; bt:number "2" ; bt:inDocument <id/document/d> .
        <graph/derivations/x> a bt:DerivationGraph ; bt:reason "Because."@en ;
          prov:wasDerivedFrom <id/document/d/para/2> .
      }
      GRAPH <id/document/d/para/1#statements> {
        <id/action/a> bt:hasOutput <id/output/x> .
        <id/output/x> bt:responsibleOrgan <id/organ/o> .
      }
      GRAPH <graph/derivations/x> { <id/output/x> bt:dueYear "2023" . }
      GRAPH <graph/members> {
      %s
      }
      """
          .formatted(
              IntStream.range(0, 2500)
                  .mapToObj("  <id/member/%d> <http://e.org/in> <id/group/all> ."::formatted)
                  .collect(Collectors.joining("\n")));

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    server.write(DATA);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void holdsTheStatementsOutAndInEachInItsGraph() {
    DatasetGraph document = trig("id/output/x.trig");
    Node evidence = node("id/document/d/para/1#statements");
    assertThat(
            document.contains(
                evidence, node("id/output/x"), BT.responsibleOrgan.asNode(), node("id/organ/o")))
        .isTrue();
    assertThat(
            document.contains(
                evidence, node("id/action/a"), BT.hasOutput.asNode(), node("id/output/x")))
        .isTrue();
  }

  @Test
  void leadsFromEachStatementToTheNumberOfItsParagraphAndItsDocument() {
    for (String suffix : List.of(".trig", ".ttl", ".jsonld", ".rdf", ".nt")) {
      DatasetGraph document = parsed("id/output/x" + suffix);
      for (String unit : List.of("1", "2")) {
        Node place =
            unit.equals("1")
                ? node("id/document/d/para/1#statements")
                : node("graph/derivations/x");
        Node paragraph = node("id/document/d/para/" + unit);
        assertThat(has(document, place, derivedFrom(), paragraph)).as(suffix).isTrue();
        assertThat(
                has(document, paragraph, BT.number.asNode(), NodeFactory.createLiteralString(unit)))
            .isTrue();
        assertThat(has(document, paragraph, BT.inDocument.asNode(), node("id/document/d")))
            .isTrue();
      }
      assertThat(has(document, node("graph/derivations/x"), BT.reason.asNode(), Node.ANY)).isTrue();
    }
  }

  @Test
  void namesTheOtherEndsInTheLanguageAskedForAndInEnglish() {
    assertThat(names("id/output/x.trig?lang=zh", "id/action/a"))
        .containsExactlyInAnyOrder("行动", "Action");
    assertThat(names("id/output/x.trig", "id/action/a"))
        .containsExactlyInAnyOrder("行动", "Action", "Mesure");
    assertThat(names("id/output/x.trig?lang=fr", "id/organ/o"))
        .as("what has no name in these languages goes by those it has")
        .containsExactly("机关");
    assertThat(has(trig("id/output/x.trig"), node("id/action/a"), SKOS.notation.asNode(), Node.ANY))
        .isTrue();
    HttpResponse<String> french =
        server.send(server.request("id/output/x.trig").header("Accept-Language", "fr"));
    assertThat(french.body()).contains("Mesure").doesNotContain("行动");
  }

  @Test
  void isAnotherThingThanWhatItDescribes() {
    DatasetGraph document = trig("id/output/x.trig?lang=zh");
    Node itself = node("id/output/x.trig");
    Node here = Quad.defaultGraphIRI;
    assertThat(document.contains(here, itself, RDF.Nodes.type, FOAF.Document.asNode())).isTrue();
    assertThat(document.contains(here, itself, FOAF.primaryTopic.asNode(), node("id/output/x")))
        .isTrue();
    assertThat(document.contains(here, itself, DCTerms.isPartOf.asNode(), Addresses.DATASET))
        .isTrue();
    assertThat(
            document.contains(
                here,
                itself,
                DCTerms.license.asNode(),
                NodeFactory.createURI("https://example.org/licence")))
        .isTrue();
  }

  @Test
  void saysWhatItLeavesOutAndWhereThatIs() {
    Map<String, Integer> found = new LinkedHashMap<>();
    String path = "id/group/all.trig";
    for (int parts = 1; parts <= 3; parts++) {
      DatasetGraph document = trig(path);
      Node itself = node(path);
      Node total = NodeFactory.createLiteralDT("2500", XSDDatatype.XSDinteger);
      assertThat(has(document, itself, hydra("totalItems"), total)).isTrue();
      assertThat(has(document, itself, RDFS.Nodes.comment, Node.ANY)).isTrue();
      document
          .find(Node.ANY, Node.ANY, NodeFactory.createURI("http://e.org/in"), Node.ANY)
          .forEachRemaining(quad -> found.merge(quad.getSubject().getURI(), 1, Integer::sum));
      String link = server.get(path, "*/*").headers().firstValue("Link").orElseThrow();
      if (parts == 3) {
        assertThat(link).doesNotContain("rel=\"next\"");
        assertThat(has(document, itself, hydra("next"), Node.ANY)).isFalse();
      } else {
        path = "id/group/all.trig?offset=" + parts * 1000;
        assertThat(link).contains("</" + path + ">; rel=\"next\"");
        assertThat(has(document, itself, hydra("next"), node(path))).isTrue();
      }
    }
    assertThat(found).hasSize(2500);
    assertThat(found.values()).containsOnly(1);
    assertThat(has(trig("id/output/x.trig"), Node.ANY, hydra("totalItems"), Node.ANY)).isFalse();
  }

  @Test
  void thePageSaysSoToo() {
    String first = server.get("id/group/all.html", "*/*").body();
    assertThat(first)
        .contains("Statements 1 to 1,000 of 2,500")
        .contains("<a rel=\"next\" href=\"/id/group/all.html?offset=1000\">");
    String last = server.get("id/group/all.html?offset=2000", "*/*").body();
    assertThat(last).contains("Statements 2,001 to 2,500 of 2,500").doesNotContain("rel=\"next\"");
    assertThat(server.get("id/group/all.html?offset=-1", "*/*").statusCode()).isEqualTo(400);
  }

  @Test
  void aPropertyThatRdfXmlCannotNameIsSaidSo() {
    server.write("<https://w3id.org/bluethread/id/odd> <http://e.org/1> 2 .");
    HttpResponse<String> answer = server.get("id/odd.rdf", "*/*");
    assertThat(answer.statusCode()).isEqualTo(406);
    assertThat(answer.body()).startsWith("{").contains("http://e.org/1", "text/turtle");
    assertThat(server.get("id/odd.ttl", "*/*").statusCode()).isEqualTo(200);
  }

  @Test
  void anIriIsFoundInFullAndAsTheAddressItIsShownAt() {
    String here = server.address("").toString();
    for (String asked :
        List.of(
            BASE + "id/output/x",
            here + "id/output/x",
            here + "id/output/x.html?lang=zh",
            BASE + "id/document/d/para/1",
            here + "id/document/d/para/1")) {
      HttpResponse<String> answer =
          server.get(
              "search?q=" + URLEncoder.encode(asked, StandardCharsets.UTF_8), "application/json");
      assertThat(answer.body())
          .as(asked)
          .contains("\"total\":1")
          .contains(
              "\"iri\":\""
                  + BASE
                  + (asked.contains("para") ? "id/document/d/para/1" : "id/output/x")
                  + "\"");
    }
  }

  @Test
  void theSameDataGivesTheSameBytesOnEveryHost(@TempDir Path directory) throws Exception {
    Map<String, String> first;
    try (TestGraph graph = TestGraph.onDisk(directory)) {
      graph.write(
          target -> RDFParser.fromString(DATA, Lang.TRIG).parse(StreamRDFLib.dataset(target)));
      first = bodies(graph, directory, "127.0.0.1");
    }
    try (TestGraph graph = TestGraph.onDisk(directory)) {
      assertThat(bodies(graph, directory, "localhost")).isEqualTo(first);
    }
    assertThat(first.values()).allMatch(body -> body.contains(BASE));
  }

  /** What a server at a free port of a host answers. */
  private static Map<String, String> bodies(TestGraph graph, Path folder, String host)
      throws Exception {
    Map<String, String> bodies = new LinkedHashMap<>();
    try (ThingIndex index = ThingIndex.inMemory();
        HttpClient client = HttpClient.newHttpClient()) {
      ThingIndexer.follow(graph.graph(), index);
      Feed feed = new Feed(folder.resolve("feed"), graph.graph());
      Facade facade =
          new Facade(
              BareSources.of(graph.graph(), index, feed, folder),
              Tokens.only("tester", TestServer.TOKEN),
              Settings.usual("test"));
      try (facade) {
        int port = facade.start("127.0.0.1", 0);
        for (String path : List.of("id/output/x", "id/group/all", "ontology", "graph/ontology")) {
          for (String suffix : List.of(".ttl", ".trig", ".nt", ".jsonld", ".rdf")) {
            URI address = URI.create("http://" + host + ":" + port + "/" + path + suffix);
            HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path + suffix).isEqualTo(200);
            assertThat(answer.body()).doesNotContain(host);
            bodies.put(path + suffix, answer.body());
          }
        }
      }
    }
    return bodies;
  }

  private static List<String> names(String path, String thing) {
    return trig(path).stream(Node.ANY, node(thing), SKOS.prefLabel.asNode(), Node.ANY)
        .map(quad -> quad.getObject().getLiteralLexicalForm())
        .toList();
  }

  private static boolean has(DatasetGraph document, Node s, Node p, Node o) {
    return document.stream(Node.ANY, s, p, o).findAny().isPresent();
  }

  private static DatasetGraph trig(String path) {
    return RDFParser.fromString(server.get(path, "*/*").body(), Lang.TRIG).toDatasetGraph();
  }

  private static DatasetGraph parsed(String path) {
    return RDFParser.fromString(server.get(path, "*/*").body(), RDFLanguages.filenameToLang(path))
        .toDatasetGraph();
  }

  private static Node derivedFrom() {
    return NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom");
  }

  private static Node hydra(String name) {
    return NodeFactory.createURI(HYDRA + name);
  }

  private static Node node(String path) {
    return NodeFactory.createURI(BASE + path);
  }
}
