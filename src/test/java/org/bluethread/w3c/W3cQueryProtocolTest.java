package org.bluethread.w3c;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.bluethread.facade.Settings;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the W3C's tests of the SPARQL 1.1 Protocol and of service descriptions ask of queries, by
 * hand: these suites are prose.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-protocol/#query-operation">SPARQL 1.1 Protocol,
 *     2.1</a>
 */
class W3cQueryProtocolTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String DIRECT = "application/sparql-query";
  private static final String SD = "http://www.w3.org/ns/sparql-service-description#";

  /** Every kind of request: in the address, in a form, as the body. */
  enum Sending {
    GET,
    FORM_POST,
    DIRECT_POST
  }

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.separate();
    server.post(
        "update",
        "application/sparql-update",
        "PREFIX d: <http://e.org/> INSERT DATA { d:s d:p 0 GRAPH d:1 { d:s d:p 1 }"
            + " GRAPH d:2 { d:s d:p 2 } GRAPH d:3 { d:s d:p 3 } }");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void aQueryIsAnsweredHoweverItIsSent(Sending sending) {
    HttpResponse<String> response = send(sending, "ASK {}", List.of(), "");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/sparql-results+json");
    assertThat(response.body()).contains("true");
  }

  @ParameterizedTest
  @EnumSource
  void graphsOfTheRequestAreTheDataset(Sending sending) {
    String all = "SELECT ?o { ?s ?p ?o } ORDER BY ?o";
    String named = "SELECT ?o { GRAPH ?g { ?s ?p ?o } } ORDER BY ?o";
    List<String> one = List.of("default-graph-uri=http://e.org/1");
    List<String> two =
        List.of("default-graph-uri=http://e.org/1", "default-graph-uri=http://e.org/2");
    List<String> namedTwo =
        List.of("named-graph-uri=http://e.org/1", "named-graph-uri=http://e.org/2");
    List<String> both = List.of("default-graph-uri=http://e.org/3", namedTwo.get(0));
    assertThat(values(sending, all, List.of())).isEqualTo("0");
    assertThat(values(sending, named, List.of())).isEqualTo("1 2 3");
    assertThat(values(sending, all, one)).isEqualTo("1");
    assertThat(values(sending, named, one)).isEmpty();
    assertThat(values(sending, all, two)).isEqualTo("1 2");
    assertThat(values(sending, all, namedTwo)).isEmpty();
    assertThat(values(sending, named, namedTwo)).isEqualTo("1 2");
    assertThat(values(sending, all, both)).isEqualTo("3");
    assertThat(values(sending, named, both)).isEqualTo("1");
  }

  @ParameterizedTest
  @EnumSource
  void graphsOfTheRequestTakeThePlaceOfThoseInTheQuery(Sending sending) {
    String query = "SELECT ?o FROM <http://e.org/1> FROM NAMED <http://e.org/1> { ?s ?p ?o }";
    assertThat(values(sending, query, List.of())).isEqualTo("1");
    assertThat(values(sending, query, List.of("default-graph-uri=http://e.org/2"))).isEqualTo("2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT * { ?s ?p ?o } | application/sparql-results+xml",
        "ASK {} | application/sparql-results+json",
        "DESCRIBE <http://e.org/s> | text/turtle",
        "CONSTRUCT WHERE { ?s ?p ?o } | application/rdf+xml",
      })
  void anAnswerHasATypeThatFitsItsQuery(String query, String type) {
    HttpResponse<String> response = send(Sending.DIRECT_POST, query, List.of(), type);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "PUT | sparql?query=ASK%20%7B%7D | - | - | 405",
        "DELETE | sparql?query=ASK%20%7B%7D | - | - | 405",
        "GET | sparql?query=ASK%20%7B%7D&query=SELECT%20*%20%7B%7D | - | - | 400",
        "GET | sparql?query= | - | - | 400",
        "GET | sparql?query=ASK%20%7B | - | - | 400",
        "GET | sparql?query=ASK%20%7B%7D&default-graph-uri=not%20an%20iri | - | - | 400",
        "POST | sparql | text/plain | query=ASK%20%7B%7D | 415",
        "POST | sparql | - | query=ASK%20%7B%7D | 415",
        "POST | sparql | - | ASK {} | 415",
        "POST | sparql | application/x-www-form-urlencoded | update=CLEAR%20ALL | 400",
        "POST | sparql | application/x-www-form-urlencoded | query=A&query=B | 400",
        "POST | sparql?query=ASK%20%7B%7D | application/sparql-query | ASK {} | 400",
        "POST | sparql | application/sparql-query | CLEAR ALL | 400",
        "GET | update?update=CLEAR%20ALL | - | - | 405",
      })
  void whatIsNoQueryIsRefused(String method, String path, String type, String body, int status) {
    HttpRequest.Builder request = server.request(path);
    if (type != null) {
      request.header("Content-Type", type);
    }
    HttpResponse<String> response =
        server.send(
            request.method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {FORM, DIRECT})
  void whatIsNotUtf8IsRefused(String type) {
    byte[] query = "ASK { ?s ?p \"é\" }".getBytes(StandardCharsets.UTF_16);
    HttpResponse<String> response =
        server.send(
            server
                .request("sparql")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(query)));
    assertThat(response.statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/turtle",
        "application/rdf+xml",
        "application/ld+json",
        "application/n-triples"
      })
  void theServiceDescriptionIsRdfAndNamesItsEndpoint(String type) {
    Graph description = description(server, type);
    Node service = NodeFactory.createURI(server.address("sparql").toString());
    assertThat(description.contains(service, RDF.Nodes.type, uri(SD + "Service"))).isTrue();
    assertThat(description.contains(service, uri(SD + "endpoint"), service)).isTrue();
    assertThat(
            description.contains(service, uri(SD + "supportedLanguage"), uri(SD + "SPARQL11Query")))
        .isTrue();
    assertThat(
            description.contains(
                Node.ANY, uri(SD + "supportedLanguage"), uri(SD + "SPARQL11Update")))
        .isTrue();
    Node dataset =
        description.find(service, uri(SD + "defaultDataset"), Node.ANY).next().getObject();
    assertThat(description.contains(dataset, RDF.Nodes.type, uri(SD + "Dataset"))).isTrue();
  }

  @Test
  void theServiceDescriptionSaysWhatTheDefaultGraphIsAndWhatTheLimitsAre() {
    Node union = uri(SD + "UnionDefaultGraph");
    assertThat(description(server, "text/turtle").contains(Node.ANY, uri(SD + "feature"), union))
        .isFalse();
    Settings settings = new Settings(Duration.ofSeconds(7), 1000, "test").withMostRows(12_345);
    try (TestServer other = TestServer.start(settings)) {
      Graph description = description(other, "text/turtle");
      assertThat(description.contains(Node.ANY, uri(SD + "feature"), union)).isTrue();
      assertThat(description.stream().map(triple -> triple.getObject().toString()))
          .anySatisfy(text -> assertThat(text).contains("7.0 seconds", "12345 rows"));
      HttpResponse<String> answer = other.get("sparql?query=ASK%20%7B%7D", "*/*");
      assertThat(answer.headers().firstValue("BlueThread-Row-Limit")).contains("12345");
    }
  }

  private static Graph description(TestServer of, String type) {
    HttpResponse<String> response = of.get("sparql", type);
    assertThat(response.statusCode()).isEqualTo(200);
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(response.body(), RDFLanguages.contentTypeToLang(type))
        .errorHandler(ErrorHandlerFactory.errorHandlerStrict)
        .parse(graph);
    assertThat(graph.isEmpty()).isFalse();
    return graph;
  }

  private static Node uri(String iri) {
    return NodeFactory.createURI(iri);
  }

  /** The values that a query of one column finds, in their order. */
  private static String values(Sending sending, String query, List<String> graphs) {
    HttpResponse<String> response = send(sending, query, graphs, "text/csv");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return String.join(" ", response.body().lines().skip(1).toList());
  }

  private static HttpResponse<String> send(
      Sending sending, String query, List<String> graphs, String accept) {
    String field = "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    String parameters = String.join("&", graphs);
    HttpRequest.Builder request =
        switch (sending) {
          case GET -> server.request("sparql?" + field + "&" + parameters);
          case FORM_POST ->
              server
                  .request("sparql")
                  .header("Content-Type", FORM)
                  .POST(BodyPublishers.ofString(joined(field, parameters)));
          case DIRECT_POST ->
              server
                  .request("sparql" + (parameters.isEmpty() ? "" : "?" + parameters))
                  .header("Content-Type", DIRECT)
                  .POST(BodyPublishers.ofString(query));
        };
    return server.send(accept.isEmpty() ? request : request.header("Accept", accept));
  }

  private static String joined(String field, String parameters) {
    return String.join("&", Stream.of(field, parameters).filter(part -> !part.isEmpty()).toList());
  }
}
