package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.bluethread.support.TestServer;
import org.bluethread.vocabulary.BT;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the API answers in JSON, read as JSON-LD by Titanium inside Jena, against the graph it
 * speaks of: what the project ships.
 */
final class LinkedAnswersTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SCHEMA = "https://schema.org/";
  private static final String X_29 = "https://w3id.org/bluethread/id/decision/cbd/x-29";

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.shared();
  }

  /** Addresses of answers of each kind, among them names that come in another language. */
  static Stream<String> answers() {
    return Stream.of(
        "search?q=aichi",
        "search?q=" + encode("生物多样性") + "&lang=fr",
        "queries",
        "queries?lang=zh",
        "trace?from=X/29&to=DeepData",
        "trace?from=X/29&to=DeepData&lang=zh&paths=3",
        "trace?from=X/29&to=OBIS&lang=ru",
        "trace?from=" + encode("Aichi 11") + "&to=" + encode("SDG 14.5"),
        "trace?from=X/29&to=DeepData&hops=1",
        "trace?from=X/29&hops=1",
        "trace?from=DeepData&lang=zh");
  }

  private static Stream<String> traces() {
    return answers().filter(path -> path.startsWith("trace"));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void jsonAndJsonLdAreTheSameBytes(String path) {
    HttpResponse<String> json = server.get(path, "application/json");
    HttpResponse<String> jsonLd = server.get(path, "application/ld+json");
    assertThat(json.statusCode()).as(json.body()).isEqualTo(200);
    assertThat(type(json)).startsWith("application/json");
    assertThat(type(jsonLd)).startsWith("application/ld+json");
    assertThat(jsonLd.body()).isEqualTo(json.body());
  }

  @ParameterizedTest
  @MethodSource("answers")
  void onlyTheOutermostObjectsLinkToTheContext(String path) throws Exception {
    JsonNode answer = JSON.readTree(server.get(path, "application/json").body());
    int outermost = answer.isArray() ? answer.size() : 1;
    assertThat(answer.findValuesAsText("@context"))
        .hasSize(outermost)
        .containsOnly("context.jsonld");
    assertThat(outermost).isPositive();
  }

  @ParameterizedTest
  @MethodSource("answers")
  void theContextDefinesEachKeyOrSaysThatItMeansNothing(String path) throws Exception {
    JsonNode context = context();
    Set<String> known = new TreeSet<>();
    context.fieldNames().forEachRemaining(known::add);
    Set<String> used = new TreeSet<>();
    collectKeys(JSON.readTree(server.get(path, "application/json").body()), used);
    used.removeIf(key -> key.startsWith("@"));
    assertThat(known).containsAll(used);
  }

  /** Keys of language maps are languages; what is kept as JSON needs no keys of its own. */
  private static void collectKeys(JsonNode node, Set<String> keys) {
    if (node.isArray()) {
      node.forEach(one -> collectKeys(one, keys));
    }
    node.properties()
        .forEach(
            property -> {
              keys.add(property.getKey());
              boolean opaque =
                  Set.of("labels", "sentences", "titles", "descriptions", "gap")
                      .contains(property.getKey());
              if (!opaque) {
                collectKeys(property.getValue(), keys);
              }
            });
  }

  @ParameterizedTest
  @MethodSource("answers")
  void whatIsSaidOfThingsIsWhatTheGraphSaysOfThem(String path) throws Exception {
    Graph said = rdf(path);
    assertThat(said.isEmpty()).isFalse();
    server
        .graph()
        .read(
            snapshot -> {
              Graph union = snapshot.union();
              said.stream()
                  .filter(triple -> isOfTheGraph(triple, path))
                  .forEach(triple -> assertThat(isHeld(union, triple)).as("%s", triple).isTrue());
              return said;
            });
  }

  @Test
  void theCatalogueInJsonSaysNothingThatItsRdfDoesNotSay() throws Exception {
    Graph whole = GraphFactory.createDefaultGraph();
    RDFParser.fromString(server.get("catalog", "text/turtle").body(), Lang.TURTLE).parse(whole);
    HttpResponse<String> answer = server.get("catalog", "application/json");
    assertThat(type(answer)).startsWith("application/json");
    JsonNode json = JSON.readTree(answer.body());
    assertThat(json.get("documents")).hasSize(5);
    assertThat(json.at("/catalogued/triples").asLong()).isPositive();
    Graph said = GraphFactory.createDefaultGraph();
    RDFParser.fromString(
            answer.body().replace("\"context.jsonld\"", context().toString()), Lang.JSONLD)
        .base("https://w3id.org/bluethread/")
        .parse(said);
    assertThat(said.size()).isGreaterThan(50);
    said.stream().forEach(triple -> assertThat(whole.contains(triple)).as("%s", triple).isTrue());
    Set<String> used = new TreeSet<>();
    collectKeys(json, used);
    used.removeIf(key -> key.startsWith("@"));
    context().fieldNames().forEachRemaining(used::remove);
    assertThat(used).isEmpty();
  }

  /** Whether the graph has to hold a triple: it is of a thing, and not of the answer. */
  private static boolean isOfTheGraph(Triple triple, String path) {
    Node property = triple.getPredicate();
    boolean ofAThing =
        triple.getSubject().isURI()
            && !triple.getSubject().getURI().contains("bluethread/trace?")
            && !path.startsWith("queries");
    return ofAThing
        && Stream.of("dc/elements/1.1/source", "dc/terms/bibliographicCitation", "dc/terms/date")
            .noneMatch(property.getURI()::endsWith);
  }

  private static boolean isHeld(Graph union, Triple triple) {
    Node subject = triple.getSubject();
    Node object = triple.getObject();
    if (triple.getPredicate().equals(RDFS.label.asNode())) {
      return union.contains(subject, SKOS.prefLabel.asNode(), object)
          || union.contains(subject, RDFS.Nodes.label, object)
          || union.contains(subject, BT.number.asNode(), object)
          || subject.getURI().endsWith(object.getLiteralLexicalForm());
    }
    if (triple.getPredicate().equals(RDFS.Nodes.comment)) {
      return hasText(union, subject, BT.reason.asNode(), object);
    }
    if (triple.getPredicate().equals(DCTerms.identifier.asNode())) {
      return hasText(union, subject, SKOS.notation.asNode(), object);
    }
    return union.contains(triple);
  }

  /** JSON has the text alone: not the kind of a code, nor the language of a reason. */
  private static boolean hasText(Graph union, Node subject, Node property, Node text) {
    return union.find(subject, property, Node.ANY).toList().stream()
        .anyMatch(
            triple ->
                triple.getObject().getLiteralLexicalForm().equals(text.getLiteralLexicalForm()));
  }

  @ParameterizedTest
  @MethodSource("traces")
  void eachStatementStandsInTheGraphsNamedInTheDirectionSaid(String path) throws Exception {
    Graph said = rdf(path);
    server
        .graph()
        .read(
            snapshot -> {
              DatasetGraph data = snapshot.dataset();
              said.find(Node.ANY, RDF.type.asNode(), RDF.Statement.asNode())
                  .toList()
                  .forEach(statement -> assertStated(said, data, statement.getSubject()));
              return said;
            });
  }

  private static void assertStated(Graph said, DatasetGraph data, Node statement) {
    Node subject = one(said, statement, RDF.subject.asNode());
    Node property = one(said, statement, RDF.predicate.asNode());
    Node object = one(said, statement, RDF.object.asNode());
    var graphs = said.find(statement, iri(SCHEMA + "isPartOf"), Node.ANY).toList();
    assertThat(graphs).isNotEmpty();
    graphs.forEach(
        graph ->
            assertThat(data.contains(graph.getObject(), subject, property, object))
                .as("%s %s %s in %s", subject, property, object, graph.getObject())
                .isTrue());
    said.find(statement, iri("http://purl.org/dc/terms/relation"), Node.ANY)
        .forEachRemaining(status -> assertReported(said, data, status.getObject()));
  }

  private static void assertReported(Graph said, DatasetGraph data, Node status) {
    Node thing = one(said, status, BT.about.asNode());
    Node state = one(said, status, BT.status.asNode());
    assertThat(
            data.stream(Node.ANY, Node.ANY, BT.about.asNode(), thing)
                .map(Quad::getSubject)
                .anyMatch(report -> data.contains(Node.ANY, report, BT.status.asNode(), state)))
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("traces")
  void unitsCarryTheSymbolTheNameAndTheDateOfTheirDocument(String path) throws Exception {
    Graph said = rdf(path);
    server
        .graph()
        .read(
            snapshot -> {
              Graph union = snapshot.union();
              said.find(Node.ANY, BT.inDocument.asNode(), Node.ANY)
                  .toList()
                  .forEach(
                      in -> {
                        Node unit = in.getSubject();
                        Node document = in.getObject();
                        assertSame(
                            said, unit, "http://purl.org/dc/terms/date", union, document, "date");
                        assertSame(
                            said,
                            unit,
                            "http://purl.org/dc/terms/bibliographicCitation",
                            union,
                            document,
                            "notation");
                        assertSame(
                            said,
                            unit,
                            "http://purl.org/dc/elements/1.1/source",
                            union,
                            document,
                            "prefLabel");
                      });
              return said;
            });
  }

  private static void assertSame(
      Graph said, Node unit, String property, Graph union, Node document, String name) {
    said.find(unit, iri(property), Node.ANY)
        .toList()
        .forEach(
            one ->
                assertThat(
                        union.find(document, Node.ANY, Node.ANY).toList().stream()
                            .filter(triple -> triple.getPredicate().getLocalName().equals(name))
                            .map(triple -> triple.getObject().getLiteralLexicalForm()))
                    .contains(one.getObject().getLiteralLexicalForm()));
  }

  @Test
  void aTraceSaysBothEndsItsStepsInOrderAndTheirSources() throws Exception {
    Graph said = rdf("trace?from=X/29&to=DeepData&paths=1");
    JsonNode json =
        JSON.readTree(server.get("trace?from=X/29&to=DeepData&paths=1", "application/json").body());
    Node trace = iri(json.at("/iri").asText());
    assertThat(said.contains(trace, RDF.type.asNode(), iri(SCHEMA + "ItemList"))).isTrue();
    assertThat(one(said, trace, iri("https://www.w3.org/ns/activitystreams#origin")))
        .isEqualTo(iri(X_29));
    Node path = one(said, one(said, trace, iri(SCHEMA + "itemListElement")), RDF.first.asNode());
    Node rest = one(said, path, iri(SCHEMA + "itemListElement"));
    for (JsonNode step : json.at("/paths/0/steps")) {
      Node node = one(said, rest, RDF.first.asNode());
      assertThat(one(said, node, iri("https://www.w3.org/ns/activitystreams#origin")).getURI())
          .isEqualTo(step.at("/from/iri").asText());
      assertThat(one(said, node, iri("https://www.w3.org/ns/activitystreams#target")).getURI())
          .isEqualTo(step.at("/to/iri").asText());
      rest = one(said, rest, RDF.rest.asNode());
    }
    assertThat(rest).isEqualTo(RDF.nil.asNode());
    assertThat(json.at("/paths/0/steps").size()).isGreaterThan(1);
    assertThat(said.contains(Node.ANY, iri("http://www.w3.org/ns/prov#wasDerivedFrom"), Node.ANY))
        .isTrue();
    assertThat(said.contains(Node.ANY, RDF.type.asNode(), BT.EvidenceGraph.asNode())).isTrue();
  }

  @Test
  void aStepAgainstTheLinkIsReadInTheDirectionOfTheStatement() throws Exception {
    JsonNode there = JSON.readTree(server.get("trace?from=X/29&to=DeepData&paths=1", "*/*").body());
    JsonNode back = JSON.readTree(server.get("trace?from=DeepData&to=X/29&paths=1", "*/*").body());
    JsonNode first = there.at("/paths/0/steps/0/statements/0");
    JsonNode last = back.at("/paths/0/steps").get(back.at("/paths/0/steps").size() - 1);
    assertThat(last.at("/statements/0/forward").asBoolean())
        .isNotEqualTo(first.at("/forward").asBoolean());
    for (String key : Set.of("subject", "property", "object")) {
      assertThat(last.at("/statements/0/" + key)).isEqualTo(first.at("/" + key));
    }
  }

  @Test
  void hitsStandInTheirOrderWithClassesAndCodes() throws Exception {
    Graph said = rdf("search?q=aichi+11");
    Node thing = iri("https://w3id.org/bluethread/id/target/aichi/11");
    Node list = said.find(Node.ANY, iri(SCHEMA + "itemListElement"), Node.ANY).next().getObject();
    assertThat(one(said, list, RDF.first.asNode())).isEqualTo(thing);
    assertThat(one(said, thing, RDF.type.asNode())).isEqualTo(BT.Target.asNode());
    assertThat(one(said, thing, DCTerms.identifier.asNode()).getLiteralLexicalForm())
        .isEqualTo("AICHI-TARGET-11");
    assertThat(one(said, thing, RDFS.Nodes.label).getLiteralLanguage()).isEqualTo("en");
  }

  @Test
  void theListOfQueriesNamesEachWithItsTitleInItsLanguage() throws Exception {
    Graph said = rdf("queries?lang=zh");
    Node query = iri("https://w3id.org/bluethread/queries/outputs-by-organ");
    assertThat(one(said, query, iri("http://purl.org/dc/terms/identifier")).getLiteralLexicalForm())
        .isEqualTo("outputs-by-organ");
    assertThat(one(said, query, iri("http://purl.org/dc/terms/title")).getLiteralLanguage())
        .isEqualTo("zh");
    JsonNode list = JSON.readTree(server.get("queries?lang=zh", "application/json").body());
    assertThat(said.find(Node.ANY, RDF.type.asNode(), Node.ANY).toList()).hasSize(list.size());
  }

  @Test
  void noPathKeepsWhatIsSaidOfTheGapAsJson() throws Exception {
    String path = "trace?from=X/29&to=DeepData&hops=1";
    Graph said = rdf(path);
    Node gap = said.find(Node.ANY, RDF.value.asNode(), Node.ANY).next().getObject();
    assertThat(gap.getLiteralDatatypeURI()).isEqualTo(RDF.getURI() + "JSON");
    assertThat(JSON.readTree(gap.getLiteralLexicalForm()))
        .isEqualTo(JSON.readTree(server.get(path, "application/json").body()).at("/gap"));
  }

  @ParameterizedTest
  @MethodSource("traces")
  void turtleSaysWhatTheJsonSays(String path) throws Exception {
    if (path.contains("&to=")) {
      String turtle = server.get(path, "text/turtle").body();
      Graph said = GraphFactory.createDefaultGraph();
      RDFParser.fromString(turtle, Lang.TURTLE).parse(said);
      assertThat(said.isIsomorphicWith(rdf(path))).isTrue();
    }
  }

  @Test
  void theContextIsServedToAnybodyAndKept() {
    HttpResponse<String> answer = server.get("context.jsonld", "text/html");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(type(answer)).isEqualTo("application/ld+json");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("public, max-age=86400");
    String tag = answer.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again =
        server.send(server.request("context.jsonld").header("If-None-Match", tag));
    assertThat(again.statusCode()).isEqualTo(304);
  }

  @ParameterizedTest
  @ValueSource(strings = {"search?q=aichi", "trace?from=X/29&to=DeepData"})
  void anAnswerInAnotherMediaTypeHasAnotherTag(String path) {
    String json = server.get(path, "application/json").headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> jsonLd =
        server.send(
            server
                .request(path)
                .header("Accept", "application/ld+json")
                .header("If-None-Match", json));
    assertThat(jsonLd.statusCode()).isEqualTo(200);
  }

  private static String type(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElseThrow();
  }

  private static JsonNode context() throws Exception {
    return JSON.readTree(server.get("context.jsonld", "application/ld+json").body())
        .at("/@context");
  }

  /** What an answer says, as Titanium reads it, which may ask nobody but the server itself. */
  private static Graph rdf(String path) throws Exception {
    String body = server.get(path, "application/ld+json").body();
    Context options = new Context();
    options.set(LangJSONLD11.JSONLD_OPTIONS, new JsonLdOptions(onlyThisServer()));
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(body, Lang.JSONLD)
        .base(server.address(path).toString())
        .context(options)
        .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
        .parse(graph);
    return graph;
  }

  private static DocumentLoader onlyThisServer() {
    return (url, options) -> {
      if (!url.equals(server.address("context.jsonld"))) {
        throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "Not here: " + url);
      }
      return JsonDocument.of(
          new StringReader(server.get("context.jsonld", "application/ld+json").body()));
    };
  }

  private static Node one(Graph graph, Node subject, Node property) {
    var found = graph.find(subject, property, Node.ANY).toList();
    assertThat(found).as("%s %s", subject, property).hasSize(1);
    return found.get(0).getObject();
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
