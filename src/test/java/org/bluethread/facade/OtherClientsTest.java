package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.function.Consumer;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.graph.Graph;
import org.apache.jena.http.auth.AuthEnv;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.apache.jena.sparql.exec.http.GSP;
import org.apache.jena.sparql.exec.http.QueryExecHTTP;
import org.apache.jena.sparql.exec.http.QueryExecHTTPBuilder;
import org.apache.jena.sparql.exec.http.QuerySendMode;
import org.apache.jena.sparql.exec.http.UpdateExecHTTP;
import org.apache.jena.sparql.exec.http.UpdateSendMode;
import org.apache.jena.sparql.graph.GraphFactory;
import org.bluethread.support.TestServer;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.query.GraphQueryResult;
import org.eclipse.rdf4j.query.TupleQuery;
import org.eclipse.rdf4j.query.TupleQueryResult;
import org.eclipse.rdf4j.query.UpdateExecutionException;
import org.eclipse.rdf4j.query.impl.SimpleDataset;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.RepositoryResult;
import org.eclipse.rdf4j.repository.sparql.SPARQLRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The clients of Jena and RDF4J find what they expect of a SPARQL 1.1 server. */
class OtherClientsTest {
  private static final String SELECT = "SELECT * { ?s <http://example.org/p> ?o } ORDER BY ?o";
  private static final String CONSTRUCT = "CONSTRUCT WHERE { ?s <http://example.org/p> ?o }";

  private static final Map<String, String> TOKEN =
      Map.of("Authorization", "Bearer " + TestServer.TOKEN);

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/sparql-results+json",
        "application/sparql-results+xml",
        "text/csv",
        "text/tab-separated-values"
      })
  void jenaReadsRowsInEachFormat(String format) {
    try (QueryExecHTTP select =
        QueryExecHTTP.newBuilder()
            .endpoint(server.address("sparql").toString())
            .query(SELECT)
            .acceptHeader(format)
            .build()) {
      assertThat(select.select().stream().map(row -> row.get("o").getLiteralLexicalForm()))
          .containsExactly("seabed", "海底");
      assertThat(select.getHttpResponseContentType()).startsWith(format);
    }
  }

  @Test
  void jenaAsksTheGraphsThatItNames() {
    QueryExecHTTPBuilder question =
        QueryExecHTTP.newBuilder()
            .endpoint(server.address("sparql").toString())
            .query("ASK { ?s ?p ?o }");
    assertThat(question.addDefaultGraphURI("http://example.org/g").ask()).isTrue();
    assertThatThrownBy(() -> question.addNamedGraphURI("http://example.org/none").ask())
        .isInstanceOfSatisfying(
            QueryExceptionHTTP.class, e -> assertThat(e.getStatusCode()).isEqualTo(403));
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
        .httpHeaders(TOKEN)
        .build()
        .execute();
    assertThat(server.graph().history().newest(10)).hasSize(2);
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
  }

  /** Jena 5.6 sends no headers of one's own with DELETE; it answers the challenge for a token. */
  @Test
  void jenaDeletesAGraphWithATokenThatItWasToldOf() {
    AuthEnv.get().setBearerToken(server.address("data").toString(), TestServer.TOKEN);
    try {
      withoutToken().graphName("http://example.org/g").DELETE();
    } finally {
      AuthEnv.get().clearAuthEnv();
    }
    assertThatThrownBy(() -> withoutToken().graphName("http://example.org/g").GET())
        .isInstanceOfSatisfying(
            HttpException.class, e -> assertThat(e.getStatusCode()).isEqualTo(404));
  }

  @Test
  void jenaWritesNoGraphWithoutAToken() {
    assertThatThrownBy(
            () ->
                withoutToken()
                    .graphName("http://example.org/g")
                    .PUT(GraphFactory.createDefaultGraph()))
        .isInstanceOfSatisfying(
            HttpException.class, e -> assertThat(e.getStatusCode()).isEqualTo(401));
    assertThat(withoutToken().graphName("http://example.org/g").GET().size()).isEqualTo(2);
  }

  private GSP withoutToken() {
    return GSP.service(server.address("data").toString());
  }

  private GSP gsp() {
    return withoutToken().httpHeader("Authorization", "Bearer " + TestServer.TOKEN);
  }

  @Test
  void rdf4jAsksEachKindOfQuestion() {
    withRdf4j(
        Map.of(),
        connection -> {
          try (TupleQueryResult rows = connection.prepareTupleQuery(SELECT).evaluate()) {
            assertThat(rows.stream().map(row -> row.getValue("o").stringValue()))
                .containsExactly("seabed", "海底");
          }
          try (GraphQueryResult triples = connection.prepareGraphQuery(CONSTRUCT).evaluate()) {
            assertThat(triples.stream()).hasSize(2);
          }
          assertThat(connection.prepareBooleanQuery("ASK { ?s ?p ?o }").evaluate()).isTrue();
        });
  }

  @Test
  void rdf4jBindsValuesAndNamesGraphs() {
    withRdf4j(
        Map.of(),
        connection -> {
          ValueFactory values = connection.getValueFactory();
          TupleQuery query = connection.prepareTupleQuery("SELECT ?s ?o { ?s ?p ?o }");
          query.setBinding("o", values.createLiteral("海底", "zh"));
          SimpleDataset graphs = new SimpleDataset();
          graphs.addDefaultGraph(values.createIRI("http://example.org/g"));
          query.setDataset(graphs);
          try (TupleQueryResult rows = query.evaluate()) {
            assertThat(rows.stream().map(row -> row.getValue("s").stringValue()))
                .containsExactly("http://example.org/s");
          }
        });
  }

  @Test
  void rdf4jReadsStatementsAndTheirGraphs() {
    withRdf4j(
        Map.of(),
        connection -> {
          ValueFactory values = connection.getValueFactory();
          Resource graph = values.createIRI("http://example.org/g");
          try (RepositoryResult<Statement> found =
              connection.getStatements(null, null, null, false, graph)) {
            assertThat(found.stream()).hasSize(2);
          }
          try (RepositoryResult<Resource> graphs = connection.getContextIDs()) {
            assertThat(graphs.stream()).containsExactly(graph);
          }
          assertThat(connection.size(graph)).isEqualTo(2);
          assertThat(connection.hasStatement(null, null, values.createLiteral("海底"), false))
              .isFalse();
        });
  }

  @Test
  void rdf4jUpdatesWithATokenInAHeader() {
    String insert = "INSERT DATA { <http://example.org/s> <http://example.org/q> 1 }";
    withRdf4j(
        Map.of(),
        connection ->
            assertThatThrownBy(() -> connection.prepareUpdate(insert).execute())
                .isInstanceOf(UpdateExecutionException.class));
    assertThat(server.graph().history().newest(10)).hasSize(1);
    withRdf4j(
        TOKEN,
        connection -> {
          connection.prepareUpdate(insert).execute();
          assertThat(
                  connection.prepareBooleanQuery("ASK { ?s <http://example.org/q> 1 }").evaluate())
              .isTrue();
        });
  }

  @Test
  void rdf4jWritesWhatItCollectedInATransactionAsOneCommit() {
    withRdf4j(
        TOKEN,
        connection -> {
          ValueFactory values = connection.getValueFactory();
          IRI thing = values.createIRI("http://example.org/t");
          IRI name = values.createIRI("http://example.org/name");
          IRI graph = values.createIRI("http://example.org/h");
          connection.begin();
          connection.add(thing, name, values.createLiteral("深海", "zh"), graph);
          connection.add(thing, name, values.createLiteral("deep sea", "en"), graph);
          connection.remove(thing, name, values.createLiteral("deep sea", "en"), graph);
          connection.commit();
          assertThat(connection.size(graph)).isEqualTo(1);
        });
    assertThat(server.graph().history().newest(10)).hasSize(2);
  }

  private void withRdf4j(Map<String, String> headers, Consumer<RepositoryConnection> work) {
    SPARQLRepository repository =
        new SPARQLRepository(
            server.address("sparql").toString(), server.address("update").toString());
    repository.setAdditionalHttpHeaders(headers);
    repository.enableQuadMode(true);
    repository.init();
    try (RepositoryConnection connection = repository.getConnection()) {
      work.accept(connection);
    } finally {
      repository.shutDown();
    }
  }
}
