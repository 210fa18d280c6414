package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;
import org.bluethread.federation.AddressKind;
import org.bluethread.federation.Member;
import org.bluethread.federation.Members;
import org.bluethread.support.Door;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SERVICE in ordinary queries: as the specification has it, to declared members only. */
class ServiceTest {
  private static final String JSON = "application/sparql-results+json";
  private static final int MANY = 250;

  private static final DatasetGraph THERE = DatasetGraphFactory.createTxnMem();
  private static Door door;
  private static Door failing;
  private static TestServer server;

  @BeforeAll
  static void start() {
    StringBuilder here = new StringBuilder("@prefix : <http://example.org/> . :g { ");
    StringBuilder there = new StringBuilder("@prefix : <http://example.org/> . ");
    for (int i = 0; i < MANY; i++) {
      here.append(":t%d :of :x%d . ".formatted(i, i));
      if (i % 2 == 0) {
        there.append(":x%d :label \"%d\", \"again %d\" ; :depth %d . ".formatted(i, i, i, i % 7));
      }
    }
    here.append(":t1 :maybe \"4\" . :t2 :maybe \"none\" }");
    there.append("_:b :label \"blank\" . ");
    THERE.executeWrite(
        () -> RDFParser.fromString(there.toString(), Lang.TURTLE).parse(THERE.getDefaultGraph()));
    door = Door.that(ServiceTest::answer);
    failing = Door.that((exchange, query) -> Door.send(exchange, 500, JSON, new byte[0]));
    server =
        TestServer.federated(
            new Members(
                List.of(
                    new Member.Here("here"),
                    endpoint("there", door.address()),
                    endpoint("failing", failing.address()),
                    new Member.Endpoint(
                        "forbidden",
                        URI.create("http://localhost:1/sparql"),
                        Duration.ofSeconds(60),
                        Set.of(),
                        Optional.empty()))));
    server.write(here.toString());
  }

  private static Member endpoint(String name, String address) {
    return new Member.Endpoint(
        name,
        URI.create(address),
        Duration.ofSeconds(60),
        Set.of(AddressKind.LOOPBACK),
        Optional.empty());
  }

  private static void answer(HttpExchange exchange, String query) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    THERE.executeRead(
        () -> {
          try (QueryExec asked =
              QueryExec.dataset(THERE).query(QueryFactory.create(query)).build()) {
            RowSetWriterRegistry.getFactory(ResultSetLang.RS_JSON)
                .create(ResultSetLang.RS_JSON)
                .write(out, asked.select(), Context.emptyContext());
          }
        });
    Door.send(exchange, 200, JSON, out.toByteArray());
  }

  @AfterAll
  static void stop() {
    server.close();
    door.close();
    failing.close();
  }

  /** In GRAPH {@code :there} stands what the service has, so that both forms mean the same. */
  private static List<Map<String, String>> locally(String query) {
    DatasetGraph both = DatasetGraphFactory.create();
    server
        .graph()
        .read(
            snapshot -> {
              snapshot
                  .dataset()
                  .getUnionGraph()
                  .find()
                  .forEachRemaining(both.getDefaultGraph()::add);
              return both;
            });
    THERE.executeRead(
        () ->
            THERE
                .getDefaultGraph()
                .find()
                .forEachRemaining(
                    triple ->
                        both.getGraph(NodeFactory.createURI("http://example.org/there"))
                            .add(triple)));
    return FederationRoutesTest.rows(both, query);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { ?t :of ?x SERVICE { ?x :label ?l } }",
        "SELECT * { SERVICE { ?x :label ?l FILTER (STRLEN(?l) < 4) } ?t :of ?x }",
        "SELECT * { ?t :of ?x OPTIONAL { SERVICE { ?x :label ?l } } }",
        "SELECT * { ?t :of ?x OPTIONAL { ?t :maybe ?l } SERVICE { ?x :label ?l } }",
        "SELECT * { OPTIONAL { :t1 :maybe ?l } SERVICE { ?x :label ?l } }",
        "SELECT * { ?t :of ?x SERVICE { SELECT ?x (COUNT(*) AS ?n) { ?x :label ?l } GROUP BY ?x }"
            + " }",
        "SELECT * { ?t :of ?x SERVICE { { ?x :label ?y } UNION { ?x :depth ?y } } }",
        "SELECT * { ?t :of ?x SERVICE { ?x :depth ?d OPTIONAL { ?x :label ?l FILTER (?d > 3) } } }",
        "SELECT ?t { ?t :of ?x FILTER NOT EXISTS { SERVICE { ?x :label ?l } } }",
        "SELECT ?t { ?t :of ?x MINUS { SERVICE { ?x :label ?l } } }",
        "SELECT ?x ?n { ?t :of ?x { SELECT ?x (COUNT(?l) AS ?n) { SERVICE { ?x :label ?l } }"
            + " GROUP BY ?x } }",
        "SELECT ?x ?d { { SELECT ?x { ?t :of ?x } } { SELECT ?x ?d { ?u :of ?x SERVICE"
            + " { ?x :depth ?d } } } }",
        "SELECT (COUNT(*) AS ?n) { ?t :of ?x SERVICE { ?y :depth 3 } }",
        "SELECT * { VALUES ?x { :x0 :x1 :x2 UNDEF } SERVICE { ?x :depth 2 } }",
        "SELECT * { ?t :of ?x SERVICE { [] :label ?l . ?x :label ?l } }",
        "SELECT * { ?t :of ?x SERVICE { ?x :label ?l BIND (CONCAT(?l, \"!\") AS ?loud) } }",
      })
  void aServiceIsJoinedAsIfItsStatementsStoodInAGraphHere(String query) {
    String text = "PREFIX : <http://example.org/> " + query;
    HttpResponse<String> answer = ask(text.replace("SERVICE", "SERVICE <" + door.address() + ">"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(FederationRoutesTest.rows(answer.body()))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(locally(text.replace("SERVICE", "GRAPH :there")));
  }

  @Test
  void aServiceIsAskedOnceForAHundredBindings() {
    int before = door.queries().size();
    ask(
        "SELECT * { ?t <http://example.org/of> ?x SERVICE <"
            + door.address()
            + "> { ?x <http://example.org/label> ?l } }");
    assertThat(door.queries().size() - before).isEqualTo(MANY / 100 + 1);
  }

  @Test
  void aVariableMayNameDeclaredMembers() {
    HttpResponse<String> answer =
        ask(
            "SELECT * { VALUES ?e { <"
                + door.address()
                + "> } SERVICE ?e"
                + " { <http://example.org/x0> <http://example.org/label> ?l } }");
    assertThat(FederationRoutesTest.rows(answer.body())).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { SERVICE SILENT <http://example.org/elsewhere> { ?s ?p ?o } }",
        "SELECT * { VALUES ?e { <http://example.org/elsewhere> } SERVICE SILENT ?e { ?s ?p ?o } }",
        "SELECT * { VALUES ?e { \"elsewhere\" } SERVICE SILENT ?e { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT ?e { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <http://localhost:1/sparql> { ?s ?p ?o } }",
        "SELECT * { ?t ?p ?o OPTIONAL { SERVICE SILENT <http://localhost:1/sparql> { ?s ?q ?r } }"
            + " }",
        "ASK { FILTER EXISTS { SERVICE SILENT <http://localhost:1/sparql> { ?s ?q ?r } } }",
      })
  void whoIsNotDeclaredOrStandsWhereItMustNotIsRefusedAndSilentDoesNotHideIt(String query) {
    HttpResponse<String> answer = ask(query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
    assertThat(answer.body()).contains("problem/remote-access");
  }

  @Test
  void aVariableWithoutAValueIsToldApartFromAnEndpointThatIsNotDeclared() {
    assertThat(ask("SELECT * { SERVICE ?e { ?s ?p ?o } }").body())
        .contains("SERVICE ?e is refused, because its variable has no value", door.address());
    String undeclared =
        "SELECT * { VALUES ?e { <http://example.org/elsewhere> } SERVICE ?e { ?s ?p ?o } }";
    assertThat(ask(undeclared).body())
        .contains("SERVICE <http://example.org/elsewhere> is refused", door.address())
        .doesNotContain("no value");
  }

  @Test
  void aMemberThatFailsIsNamedUnlessTheServiceIsSilent() {
    String query =
        "SELECT * { <http://example.org/t1> <http://example.org/of> ?x SERVICE"
            + " <"
            + failing.address()
            + "> { ?x ?p ?o } }";
    HttpResponse<String> answer = ask(query);
    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.body()).contains("The member failing answered with the status 500");
    HttpResponse<String> silent = ask(query.replace("SERVICE", "SERVICE SILENT"));
    assertThat(FederationRoutesTest.rows(silent.body()))
        .containsExactly(Map.of("x", "http://example.org/x1"));
  }

  @Test
  void anUpdateAsksNobodyElse() {
    HttpResponse<String> answer =
        server.post(
            "update",
            "application/sparql-update",
            "INSERT { GRAPH <http://example.org/n> { ?s ?p ?o } } WHERE { SERVICE <"
                + door.address()
                + "> { ?s ?p ?o } }");
    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void theAnswerIsNotKeptByAnybodyAndTheEndpointSaysThatItAsksOthers() {
    HttpResponse<String> answer =
        ask("SELECT * { SERVICE <" + door.address() + "> { ?x <http://example.org/depth> 3 } }");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(answer.headers().firstValue("ETag")).isEmpty();
    assertThat(server.get("sparql", "text/turtle").body()).contains("sd:BasicFederatedQuery");
  }

  private static HttpResponse<String> ask(String query) {
    return server.get("sparql?query=" + FederationRoutesTest.encode(query), JSON);
  }
}
