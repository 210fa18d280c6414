package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.bluethread.support.DataBlocks;
import org.bluethread.support.Reference;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages say in the words of schema.org. */
class SchemaOrgTest {
  private static final String SCHEMA = "https://schema.org/";
  private static final String BASE = "https://w3id.org/bluethread/";
  private static final String EXAMPLE =
      """
      @base <https://w3id.org/bluethread/> .
      @prefix bt: <https://w3id.org/bluethread/ontology#> .
      @prefix dcat: <http://www.w3.org/ns/dcat#> .
      @prefix dcterms: <http://purl.org/dc/terms/> .
      @prefix dwc: <http://rs.tdwg.org/dwc/terms/> .
      @prefix geo: <http://www.opengis.net/ont/geosparql#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix schema: <https://schema.org/> .
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      <graph/example> {
        bt:Meeting rdfs:subClassOf schema:Event .
        <id/dataset/x/casts> a dcat:Dataset ;
          skos:prefLabel "Casts"@en , "Lances"@es ; skos:notation "C-1" ;
          dcterms:license <https://creativecommons.org/licenses/by/4.0/> ;
          dcat:distribution <id/file/x/casts> ;
          bt:hasRecord <id/record/x/1> , <id/record/x/2> .
        <id/file/x/casts> a dcat:Distribution ; skos:prefLabel "Casts, as a table"@en ;
          dcat:downloadURL <https://example.org/casts.csv> ; dcterms:format "text/csv" .
        <id/contract/x/c> bt:hasDataset <id/dataset/x/casts> ; bt:contractor <id/organ/x/o> .
        <id/organ/x/o> a <http://www.w3.org/ns/org#Organization> ; skos:prefLabel "Organ"@en .
        <id/record/x/1> dwc:eventDate "2015-04-02"^^xsd:date ; geo:hasGeometry <id/record/x/1#p> .
        <id/record/x/2> dwc:eventDate "2014-03-01"^^xsd:date ; geo:hasGeometry <id/record/x/2#p> .
        <id/record/x/1#p> geo:asWKT "POINT(-117.5 12)"^^geo:wktLiteral .
        <id/record/x/2#p> geo:asWKT "POINT(-116 11.25)"^^geo:wktLiteral .
        <id/meeting/x/m> a bt:Meeting ; skos:prefLabel "Meeting"@en ; bt:inPlace <id/place/x/p> .
        <id/place/x/p> a dcterms:Location ; skos:prefLabel "Harbour"@en .
        <id/person/x/n> a bt:Figure ; skos:prefLabel "A figure"@en .
      }
      """;

  /** One of each kind that the project ships. */
  private static final List<String> KINDS =
      List.of(
          "id/document/unep-cbd-sbi-1-6.html",
          "id/publication/cbd/global-biodiversity-outlook-3.html",
          "id/activity/eu/deeprest.html",
          "id/activity/gbif/capacity-enhancement-support.html",
          "id/organ/isa/isa.html",
          "id/institution/aus/csiro.html",
          "id/meeting/bbnj/cop-1.html",
          "id/dataset/cbd/bch.html",
          "id/dataset/cbd/hermes.html",
          "catalog");

  @Test
  void aDatasetIsDescribedByWhatTheGraphSays() {
    try (TestServer server = TestServer.start()) {
      server.write(EXAMPLE);
      Graph said = graph(server, "id/dataset/x/casts.html?lang=en");
      Node casts = iri("id/dataset/x/casts");
      assertThat(type(said, casts)).isEqualTo("Dataset");
      assertThat(texts(said, casts, "name")).containsExactly("Casts");
      assertThat(texts(said, casts, "alternateName")).containsExactly("Lances");
      assertThat(texts(said, casts, "identifier"))
          .containsExactlyInAnyOrder("C-1", BASE + "id/dataset/x/casts");
      assertThat(texts(said, casts, "url"))
          .containsExactly(server.address("id/dataset/x/casts.html").toString());
      assertThat(texts(said, casts, "license"))
          .containsExactly("https://creativecommons.org/licenses/by/4.0/");
      assertThat(texts(said, casts, "temporalCoverage")).containsExactly("2014-03-01/2015-04-02");
      Node geo = value(said, value(said, casts, "spatialCoverage"), "geo");
      assertThat(texts(said, geo, "box")).containsExactly("11.25 -117.5 12.0 -116.0");
      Node creator = value(said, casts, "creator");
      assertThat(creator).isEqualTo(iri("id/organ/x/o"));
      assertThat(type(said, creator)).isEqualTo("Organization");
      Node file = value(said, casts, "distribution");
      assertThat(type(said, file)).isEqualTo("DataDownload");
      assertThat(texts(said, file, "contentUrl")).containsExactly("https://example.org/casts.csv");
      assertThat(texts(said, file, "encodingFormat")).containsExactly("text/csv");
      assertThat(said.contains(casts, word("publisher"), Node.ANY)).isFalse();
    }
  }

  @Test
  void aClassSaysWhatItsSubclassesAre() {
    try (TestServer server = TestServer.start()) {
      server.write(EXAMPLE);
      Graph said = graph(server, "id/meeting/x/m.html");
      assertThat(type(said, iri("id/meeting/x/m"))).isEqualTo("Event");
      Node place = value(said, iri("id/meeting/x/m"), "location");
      assertThat(type(said, place)).isEqualTo("Place");
      assertThat(texts(said, place, "name")).containsExactly("Harbour");
    }
  }

  @Test
  void aThingForWhichThereIsNoWordSaysNothing() {
    try (TestServer server = TestServer.start()) {
      server.write(EXAMPLE);
      String html = server.get("id/person/x/n.html", "text/html").body();
      assertThat(DataBlocks.text(html)).isEmpty();
    }
  }

  @Test
  void aNameCannotEndTheBlock() {
    String name = "</script><!-- <script>alert(1)&amp;\\u2028\\\"]]>";
    try (TestServer server = TestServer.start()) {
      server.write(EXAMPLE.replace("\"Casts\"@en", "\"" + name + "\"@en"));
      String html = server.get("id/dataset/x/casts.html", "text/html").body();
      assertThat(DataBlocks.text(html).orElseThrow()).doesNotContain("<", ">", "&");
      Node casts = iri("id/dataset/x/casts");
      assertThat(texts(DataBlocks.graph(html), casts, "name"))
          .containsExactly("</script><!-- <script>alert(1)&amp;\u2028\"]]>");
    }
  }

  @Test
  void aLongNameAndDescriptionStayWithinWhatIsRead() {
    try (TestServer server = TestServer.start()) {
      server.write(EXAMPLE.replace("\"Casts\"@en", "\"" + "long ".repeat(3000) + "\"@en"));
      Graph said = graph(server, "id/dataset/x/casts.html");
      assertThat(texts(said, iri("id/dataset/x/casts"), "description"))
          .allMatch(text -> text.length() <= 5000);
      assertThat(validate(said, projectShapes())).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "es", "ru", "zh", "ar"})
  void everyLanguageFitsTheShapes(String language) {
    try (TestServer server = TestServer.start()) {
      server.write(EXAMPLE);
      for (String page : List.of("id/dataset/x/casts.html", "catalog")) {
        Graph said = graph(server, page + "?lang=" + language);
        assertThat(validate(said, projectShapes())).as(page).isEmpty();
      }
    }
  }

  @Test
  void theCatalogueDescribesTheGraphAndHowToGetIt() {
    Graph said = graph(TestServer.shared(), "catalog?lang=en");
    Node catalogue = iri("catalog");
    Node graph = iri("id/dataset/bluethread/graph");
    assertThat(type(said, catalogue)).isEqualTo("DataCatalog");
    assertThat(said.contains(catalogue, word("dataset"), graph)).isTrue();
    assertThat(texts(said, graph, "license"))
        .containsExactly("https://creativecommons.org/licenses/by/4.0/");
    List<String> downloads =
        said.stream(graph, word("distribution"), Node.ANY)
            .flatMap(one -> texts(said, one.getObject(), "contentUrl").stream())
            .toList();
    assertThat(downloads)
        .contains(TestServer.shared().address("export?format=nq").toString())
        .noneMatch(address -> address.endsWith("/sparql"));
    assertThat(graph(TestServer.shared(), "id/dataset/bluethread/graph.html?lang=en").size())
        .isGreaterThan(20);
  }

  @Test
  void everyDatasetHasWhatSearchEnginesAskFor() {
    for (String page : datasets()) {
      Graph said = graph(TestServer.shared(), page);
      assertThat(validate(said, projectShapes())).as(page).isEmpty();
    }
  }

  @Test
  @Tag("reference")
  void everyKindOfPagePassesTheShapesOfOdis() {
    TestServer server = TestServer.shared();
    Set<String> types = new TreeSet<>();
    for (String page : Stream.concat(KINDS.stream(), datasets().stream()).toList()) {
      Graph said = graph(server, page + "?lang=en");
      said.stream(Node.ANY, RDF.Nodes.type, Node.ANY)
          .forEach(one -> types.add(one.getObject().getURI().substring(SCHEMA.length())));
      for (String shapes : List.of("oih_dataset", "oih_search", "oih_spatial1", "typesAreUIRI")) {
        assertThat(validate(said, odis(shapes))).as(shapes + " " + page).isEmpty();
        Graph withHierarchy = withSubclasses(said);
        assertThat(validate(withHierarchy, odis(shapes))).as(shapes + " " + page).isEmpty();
      }
    }
    assertThat(types)
        .contains(
            "Dataset",
            "DataCatalog",
            "CreativeWork",
            "Project",
            "Organization",
            "Event",
            "Service");
  }

  @Test
  @Tag("reference")
  void everyWordIsOneOfSchemaOrg() {
    Graph schema = schemaOrg();
    for (String page : KINDS) {
      Graph said = graph(TestServer.shared(), page);
      Set<Node> words =
          said.stream()
              .flatMap(
                  one ->
                      one.getPredicate().equals(RDF.Nodes.type)
                          ? Stream.of(one.getObject())
                          : Stream.of(one.getPredicate()))
              .collect(Collectors.toSet());
      assertThat(words)
          .as(page)
          .allMatch(word -> schema.contains(word, RDF.Nodes.type, Node.ANY), "known to schema.org");
    }
  }

  /** The pages of all datasets that the catalogue lists, and of systems that are datasets. */
  private static List<String> datasets() {
    return TestServer.shared()
        .graph()
        .read(
            snapshot ->
                snapshot.union().stream(
                        Node.ANY,
                        RDF.Nodes.type,
                        NodeFactory.createURI("http://www.w3.org/ns/dcat#Dataset"))
                    .map(Triple::getSubject)
                    .map(Node::getURI)
                    .filter(iri -> iri.startsWith(BASE))
                    .map(iri -> iri.substring(BASE.length()) + ".html")
                    .distinct()
                    .toList());
  }

  private static Graph withSubclasses(Graph said) {
    Graph all = GraphFactory.createDefaultGraph();
    said.find().forEachRemaining(all::add);
    schemaOrg().find(Node.ANY, RDFS.Nodes.subClassOf, Node.ANY).forEachRemaining(all::add);
    return all;
  }

  /** The vocabulary, in the namespace with https in which pages write it. */
  private static Graph schemaOrg() {
    return Vocabulary.GRAPH;
  }

  private static final class Vocabulary {
    private static final Graph GRAPH = read();

    private static Graph read() {
      Graph found = GraphFactory.createDefaultGraph();
      RDFParser.source(Reference.file("vocabularies/nq/schema.nq"))
          .toDatasetGraph()
          .find()
          .forEachRemaining(
              quad ->
                  found.add(
                      https(quad.getSubject()), quad.getPredicate(), https(quad.getObject())));
      return found;
    }

    private static Node https(Node node) {
      return node.isURI() && node.getURI().startsWith("http://schema.org/")
          ? NodeFactory.createURI(SCHEMA + node.getURI().substring("http://schema.org/".length()))
          : node;
    }
  }

  private static Shapes odis(String name) {
    return Shapes.parse(
        RDFDataMgr.loadGraph(Reference.file("odis/shapes/" + name + ".ttl").toString()));
  }

  private static Shapes projectShapes() {
    return Shapes.parse(
        RDFDataMgr.loadGraph(
            Optional.ofNullable(SchemaOrgTest.class.getResource("dataset-shapes.ttl"))
                .orElseThrow()
                .toString()));
  }

  private static List<String> validate(Graph said, Shapes shapes) {
    ValidationReport report = ShaclValidator.get().validate(shapes, said);
    return report.getEntries().stream()
        .filter(entry -> entry.severity().equals(Severity.Violation))
        // ODIS means a warning: a page should have a download. It says so of the outer shape alone.
        .filter(entry -> !entry.focusNode().equals(word("DataDownload")))
        .map(entry -> entry.focusNode() + " " + entry.resultPath() + " " + entry.message())
        .toList();
  }

  private static Graph graph(TestServer server, String page) {
    return DataBlocks.graph(server.get(page, "text/html").body());
  }

  private static Node iri(String path) {
    return NodeFactory.createURI(BASE + path);
  }

  private static Node word(String name) {
    return NodeFactory.createURI(SCHEMA + name);
  }

  private static String type(Graph said, Node thing) {
    return said.stream(thing, RDF.Nodes.type, Node.ANY)
        .map(one -> one.getObject().getURI().substring(SCHEMA.length()))
        .collect(Collectors.joining(" "));
  }

  private static Node value(Graph said, Node thing, String property) {
    return said.stream(thing, word(property), Node.ANY).findFirst().orElseThrow().getObject();
  }

  private static List<String> texts(Graph said, Node thing, String property) {
    return said.stream(thing, word(property), Node.ANY)
        .map(Triple::getObject)
        .map(Node::getLiteralLexicalForm)
        .toList();
  }
}
