package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.lib.ShLib;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.bluethread.publish.catalogue.Catalogue;
import org.bluethread.query.NamedQuery;
import org.bluethread.query.Shelf;
import org.bluethread.support.TestServer;
import org.bluethread.vocabulary.Addresses;
import org.bluethread.vocabulary.BT;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server says of itself, over what the project ships. */
class SelfDescriptionTest {
  private static final String TURTLE = "text/turtle";
  private static final Node DATASET = Addresses.DATASET;

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
  @ValueSource(strings = {"catalog", ".well-known/void", ".well-known/sparql-examples"})
  void allSyntaxesSayTheSame(String path) {
    Graph turtle = graph(path);
    assertThat(turtle.size()).isGreaterThan(100);
    for (String type :
        List.of("application/ld+json", "application/rdf+xml", "application/n-triples")) {
      HttpResponse<String> response = server.get(path, type);
      assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
      assertThat(parsed(response, RDFLanguages.contentTypeToLang(type)).isIsomorphicWith(turtle))
          .as(type)
          .isTrue();
    }
    assertThat(server.get(path + "?format=nt", "*/*").headers().firstValue("Content-Type"))
        .contains("application/n-triples");
  }

  @Test
  void voidCountsWhatSparqlCountsBeforeAndAfterAWrite() throws IOException {
    assertFiguresAreTrue();
    server.write(
        "GRAPH <http://example.org/g> { <http://example.org/s> a <http://example.org/Class> ;"
            + " <http://example.org/p> <http://example.org/o> . } GRAPH <http://example.org/h> {"
            + " <http://example.org/s> a <http://example.org/Class> }");
    assertFiguresAreTrue();
    assertThat(graph(".well-known/void").contains(Node.ANY, VOID._class.asNode(), ex("Class")))
        .isTrue();
    update("DELETE WHERE { GRAPH ?g { <http://example.org/s> ?p ?o } }");
    assertFiguresAreTrue();
    assertThat(graph(".well-known/void").contains(Node.ANY, VOID._class.asNode(), ex("Class")))
        .isFalse();
  }

  private static void assertFiguresAreTrue() throws IOException {
    Graph description = graph(".well-known/void");
    assertThat(number(description, DATASET, VOID.triples.asNode()))
        .isEqualTo(counted("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"));
    assertThat(number(description, DATASET, VOID.classes.asNode()))
        .isEqualTo(counted("SELECT (COUNT(DISTINCT ?c) AS ?n) { ?s a ?c FILTER(isIRI(?c)) }"));
    assertThat(number(description, DATASET, VOID.properties.asNode()))
        .isEqualTo(counted("SELECT (COUNT(DISTINCT ?p) AS ?n) { ?s ?p ?o }"));
    Node output = BT.Output.asNode();
    Node partition =
        description.find(Node.ANY, VOID._class.asNode(), output).mapWith(Triple::getSubject).next();
    assertThat(number(description, partition, VOID.entities.asNode()))
        .isEqualTo(counted("SELECT (COUNT(*) AS ?n) { ?s a <" + output + "> }"))
        .isPositive();
    description
        .find(partition, VOID.propertyPartition.asNode(), Node.ANY)
        .mapWith(Triple::getObject)
        .forEachRemaining(
            cell -> {
              Node property = value(description, cell, VOID.property.asNode());
              assertThat(number(description, cell, VOID.triples.asNode()))
                  .isEqualTo(
                      counted(
                          "SELECT (COUNT(*) AS ?n) { ?s a <"
                              + output
                              + "> ; <"
                              + property
                              + "> ?o }"));
            });
  }

  @Test
  void voidLeadsToTheEndpointTheDumpsAndTheLicence() {
    Graph description = graph(".well-known/void");
    assertThat(value(description, DATASET, VOID.sparqlEndpoint.asNode()).getURI())
        .isEqualTo(server.address("sparql").toString());
    assertThat(values(description, DATASET, VOID.dataDump.asNode()))
        .hasSize(4)
        .allSatisfy(
            dump -> assertThat(server.send(head(dump.getURI())).statusCode()).isEqualTo(200));
    assertThat(values(description, DATASET, VOID.vocabulary.asNode()))
        .contains(NodeFactory.createURI(BT.NS));
    assertThat(values(description, DATASET, VOID.exampleResource.asNode())).hasSize(5);
    assertThat(
            description.contains(
                DATASET,
                NodeFactory.createURI("http://purl.org/dc/terms/license"),
                NodeFactory.createURI(Catalogue.LICENCE)))
        .isTrue();
  }

  @Test
  void theCatalogueIsValidAndListsDocumentsDatasetsAndTheRelease() throws IOException {
    Graph catalogue = graph("catalog");
    assertConforms("catalogue-shapes.ttl", catalogue);
    assertThat(
            values(
                catalogue,
                NodeFactory.createURI(Catalogue.IRI),
                NodeFactory.createURI(DCAT.NS + "resource")))
        .extracting(Node::getURI)
        .containsExactlyInAnyOrder(
            Addresses.THINGS + "document/bbnj-2025-chm-informal-group",
            Addresses.THINGS + "document/isa-2019-high-level-action-plan",
            Addresses.THINGS + "document/isa-2025-msr-action-plan",
            Addresses.THINGS + "document/unep-cbd-cop-11-inf-41",
            Addresses.THINGS + "document/unep-cbd-sbi-1-6");
    assertThat(values(catalogue, NodeFactory.createURI(Catalogue.IRI), DCAT.dataset.asNode()))
        .contains(DATASET, NodeFactory.createURI(Addresses.THINGS + "dataset/un/sdg-er-mrn-mpa"))
        .hasSize(
            (int)
                    counted(
                        "SELECT (COUNT(*) AS ?n) { ?d a <http://www.w3.org/ns/dcat#Dataset>"
                            + " FILTER NOT EXISTS { ?d a <"
                            + BT.InformationSystem
                            + "> } }")
                + 1);
    assertThat(Files.readString(Path.of("CITATION.cff"))).contains(Catalogue.PUBLISHER);
  }

  @Test
  void theCatalogueOfAnEmptyGraphIsValidToo() {
    try (TestServer empty = TestServer.start()) {
      empty.write("<http://example.org/s> <http://example.org/p> 1 .");
      HttpResponse<String> response = empty.get("catalog", TURTLE);
      assertThat(response.statusCode()).isEqualTo(200);
      assertConforms("catalogue-shapes.ttl", parsed(response, Lang.TURTLE));
      assertThat(empty.get("catalog", "text/html").statusCode()).isEqualTo(200);
      assertThat(empty.get(".well-known/sparql-examples", TURTLE).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void everyNamedQueryIsAnExampleThatRunsAsItStandsAndHasAnAnswer() throws IOException {
    Graph examples = graph(".well-known/sparql-examples");
    assertConforms("example-shapes.ttl", examples);
    Set<String> names = new TreeSet<>();
    for (Triple triple : examples.find(Node.ANY, SHACL.select, Node.ANY).toList()) {
      String iri = triple.getSubject().getURI();
      names.add(iri.substring(iri.indexOf('#') + 1));
      HttpResponse<String> answer =
          server.send(
              server
                  .request("sparql")
                  .header("Accept", "application/sparql-results+json")
                  .header("Content-Type", "application/sparql-query")
                  .POST(BodyPublishers.ofString(triple.getObject().getLiteralLexicalForm())));
      assertThat(answer.statusCode()).as(iri).isEqualTo(200);
      assertThat(new ObjectMapper().readTree(answer.body()).at("/results/bindings"))
          .as(iri)
          .isNotEmpty();
    }
    assertThat(names)
        .containsExactlyElementsOf(
            Shelf.load(Path.of("queries")).queries().stream().map(NamedQuery::name).toList());
  }

  @Test
  void prefixesAreDeclaredOnTheOntology() {
    for (String path : List.of(".well-known/void", ".well-known/sparql-examples")) {
      Graph graph = graph(path);
      Node ontology = NodeFactory.createURI(Addresses.BASE + "ontology");
      assertThat(values(graph, ontology, SHACL.declare))
          .anySatisfy(
              declaration -> {
                assertThat(value(graph, declaration, SHACL.prefix).getLiteralLexicalForm())
                    .isEqualTo("bt");
                assertThat(value(graph, declaration, SHACL.namespace).getLiteralLexicalForm())
                    .isEqualTo(BT.NS);
              });
    }
  }

  @Test
  void browsersGetPages() {
    String browser = "text/html,application/xhtml+xml,*/*;q=0.8";
    assertThat(location(server.get(".well-known/void?lang=zh", browser)))
        .isEqualTo("/catalog?lang=zh");
    assertThat(location(server.get(".well-known/sparql-examples", browser))).isEqualTo("/queries");
    for (String language : Languages.OFFERED) {
      HttpResponse<String> page = server.get("catalog?lang=" + language, browser);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("<html lang=\"" + language + "\"").contains("SHA-256");
    }
    assertThat(server.get("catalog?lang=zh", browser).body()).contains("海管局", ".nq.gz");
    assertThat(server.get("", browser).body()).contains("href=\"/catalog\"");
    assertThat(server.get("", browser).headers().firstValue("Link"))
        .contains("</.well-known/void>; rel=\"describedby\"");
  }

  @Test
  void whatIsKnownIsNotSentAgainUntilACommit() {
    for (String path : List.of("catalog", ".well-known/void", ".well-known/sparql-examples")) {
      String tag = server.get(path, TURTLE).headers().firstValue("ETag").orElseThrow();
      assertThat(
              server
                  .send(server.request(path).header("Accept", TURTLE).header("If-None-Match", tag))
                  .statusCode())
          .isEqualTo(304);
    }
  }

  @Test
  void anUnknownFormatNamesThoseThereAre() throws IOException {
    HttpResponse<String> response = server.get(".well-known/void?format=xls", "*/*");
    assertThat(response.statusCode()).isEqualTo(400);
    JsonNode problem = new ObjectMapper().readTree(response.body());
    assertThat(problem.get("remedy").textValue()).contains("ttl, html, jsonld, rdf, nt");
  }

  private static Graph graph(String path) {
    HttpResponse<String> response = server.get(path, TURTLE);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return parsed(response, Lang.TURTLE);
  }

  private static Graph parsed(HttpResponse<String> response, Lang lang) {
    return RDFParser.fromString(response.body(), lang).toGraph();
  }

  private static void assertConforms(String shapes, Graph graph) {
    Shapes parsed =
        Shapes.parse(RDFDataMgr.loadGraph("src/test/resources/org/bluethread/facade/" + shapes));
    ValidationReport report = ShaclValidator.get().validate(parsed, graph);
    if (!report.conforms()) {
      ShLib.printReport(report);
    }
    assertThat(report.conforms()).isTrue();
    assertThat(graph.contains(Node.ANY, RDF.Nodes.type, Node.ANY)).isTrue();
  }

  private static HttpRequest.Builder head(String address) {
    return HttpRequest.newBuilder(URI.create(address)).HEAD();
  }

  private static long counted(String query) {
    HttpResponse<String> answer =
        server.get("sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8), "text/csv");
    return Long.parseLong(answer.body().lines().skip(1).findFirst().orElseThrow());
  }

  private static void update(String update) {
    assertThat(server.post("update", "application/sparql-update", update).statusCode())
        .isEqualTo(200);
  }

  private static String location(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(303);
    return response.headers().firstValue("Location").orElseThrow();
  }

  private static Node ex(String name) {
    return NodeFactory.createURI("http://example.org/" + name);
  }

  private static long number(Graph graph, Node subject, Node property) {
    return Long.parseLong(value(graph, subject, property).getLiteralLexicalForm());
  }

  private static Node value(Graph graph, Node subject, Node property) {
    List<Node> values = values(graph, subject, property);
    assertThat(values).as(subject + " " + property).hasSize(1);
    return values.get(0);
  }

  private static List<Node> values(Graph graph, Node subject, Node property) {
    return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList();
  }
}
