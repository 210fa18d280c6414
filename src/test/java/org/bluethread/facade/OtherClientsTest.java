package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.exec.http.GSP;
import org.apache.jena.sparql.exec.http.QueryExecHTTP;
import org.apache.jena.sparql.exec.http.QuerySendMode;
import org.apache.jena.sparql.exec.http.UpdateExecHTTP;
import org.apache.jena.sparql.exec.http.UpdateSendMode;
import org.bluethread.support.TestServer;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.query.GraphQueryResult;
import org.eclipse.rdf4j.query.TupleQueryResult;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sparql.SPARQLRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The clients of Jena and RDF4J find what they expect of a SPARQL 1.1 server. */
class OtherClientsTest {
  private static final String SELECT = "SELECT * { ?s <http://example.org/p> ?o } ORDER BY ?o";
  private static final String CONSTRUCT = "CONSTRUCT WHERE { ?s <http://example.org/p> ?o }";

  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start();
    server.write(
        "GRAPH <http://example.org/g>"
            + " { <http://example.org/s> <http://example.org/p> \"海底\"@zh, \"seabed\"@en }");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = QuerySendMode.class,
      names = {"asGetAlways", "asPostForm", "asPost"})
  void jenaAsksInEveryWayThereIs(QuerySendMode mode) {
    String endpoint = server.address("sparql").toString();
    try (QueryExecHTTP select = jena(endpoint, SELECT, mode);
        QueryExecHTTP construct = jena(endpoint, CONSTRUCT, mode);
        QueryExecHTTP ask = jena(endpoint, "ASK { ?s ?p ?o }", mode);
        QueryExecHTTP describe = jena(endpoint, "DESCRIBE <http://example.org/s>", mode)) {
      assertThat(select.select().stream().map(row -> row.get("o").getLiteralLexicalForm()))
          .containsExactly("seabed", "海底");
      assertThat(construct.construct().size()).isEqualTo(2);
      assertThat(ask.ask()).isTrue();
      assertThat(describe.describe().size()).isEqualTo(2);
    }
  }

  private static QueryExecHTTP jena(String endpoint, String query, QuerySendMode mode) {
    return QueryExecHTTP.newBuilder().endpoint(endpoint).query(query).sendMode(mode).build();
  }

  @ParameterizedTest
  @EnumSource(UpdateSendMode.class)
  void jenaUpdatesWithATokenOnly(UpdateSendMode mode) {
    String update = "INSERT DATA { <http://example.org/s> <http://example.org/q> 1 }";
    String endpoint = server.address("update").toString();
    UpdateExecHTTP refused =
        UpdateExecHTTP.newBuilder().endpoint(endpoint).update(update).sendMode(mode).build();
    assertThatThrownBy(refused::execute)
        .isInstanceOfSatisfying(
            HttpException.class, e -> assertThat(e.getStatusCode()).isEqualTo(401));
    UpdateExecHTTP.newBuilder()
        .endpoint(endpoint)
        .update(update)
        .sendMode(mode)
        .httpHeaders(Map.of("Authorization", "Bearer " + TestServer.TOKEN))
        .build()
        .execute();
    assertThat(server.graph().history(10)).hasSize(2);
  }

  @Test
  void jenaPutsPostsAndGetsGraphs() {
    Graph graph =
        RDFParser.fromString("<http://example.org/s> <http://example.org/p> 1 .", Lang.TURTLE)
            .toGraph();
    gsp().graphName("http://example.org/h").PUT(graph);
    assertThat(gsp().graphName("http://example.org/h").GET().isIsomorphicWith(graph)).isTrue();
    gsp().graphName("http://example.org/h").POST(graph);
    gsp().defaultGraph().POST(graph);
    assertThat(gsp().defaultGraph().GET().isIsomorphicWith(graph)).isTrue();
    assertThatThrownBy(() -> gsp().graphName("http://example.org/none").GET())
        .isInstanceOfSatisfying(
            HttpException.class, e -> assertThat(e.getStatusCode()).isEqualTo(404));
  }

  private GSP gsp() {
    return GSP.service(server.address("data").toString())
        .httpHeader("Authorization", "Bearer " + TestServer.TOKEN);
  }

  @Test
  void rdf4jAsksAndUpdates() {
    SPARQLRepository repository =
        new SPARQLRepository(
            server.address("sparql").toString(), server.address("update").toString());
    repository.setAdditionalHttpHeaders(Map.of("Authorization", "Bearer " + TestServer.TOKEN));
    repository.init();
    try (RepositoryConnection connection = repository.getConnection()) {
      try (TupleQueryResult rows = connection.prepareTupleQuery(SELECT).evaluate()) {
        List<String> found =
            rows.stream().map((BindingSet row) -> row.getValue("o").stringValue()).toList();
        assertThat(found).containsExactly("seabed", "海底");
      }
      try (GraphQueryResult triples = connection.prepareGraphQuery(CONSTRUCT).evaluate()) {
        assertThat(triples.stream()).hasSize(2);
      }
      assertThat(connection.prepareBooleanQuery("ASK { ?s ?p ?o }").evaluate()).isTrue();
      connection
          .prepareUpdate("INSERT DATA { <http://example.org/s> <http://example.org/q> 1 }")
          .execute();
      assertThat(connection.prepareBooleanQuery("ASK { ?s <http://example.org/q> 1 }").evaluate())
          .isTrue();
    } finally {
      repository.shutDown();
    }
  }
}
