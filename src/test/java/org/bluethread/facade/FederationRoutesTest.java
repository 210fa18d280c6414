package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.bluethread.federation.AddressKind;
import org.bluethread.federation.Member;
import org.bluethread.federation.Members;
import org.bluethread.support.Rdf4jDoor;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Four members asked together: this graph, a bare Fuseki, an RDF4J store and a file. What they
 * answer together is what one store answers that has all of it.
 */
class FederationRoutesTest {
  private static final String PREFIX = "@prefix : <http://example.org/> .\n";
  private static final String HERE =
      """
      :target-14 a :Target ; :name "Life below water"@en, "水下生物"@zh ; :about :coral, :tuna .
      :target-15 a :Target ; :name "Life on land"@en ; :about :oak .
      :decision-1 a :Decision ; :supports :target-14 ; :year 2012 .
      :decision-2 a :Decision ; :supports :target-15 ; :year 2016 .
      :decision-3 a :Decision ; :year 2018 .
      """;
  private static final String FUSEKI =
      """
      :coral a :Taxon ; :label "Coral" ; :broader :animal .
      :tuna a :Taxon ; :label "Tuna" ; :broader :fish .
      :fish :broader :animal .
      :oak a :Taxon ; :label "Oak" ; :broader :plant .
      """;
  private static final String RDF4J =
      """
      :r1 :of :coral ; :depth 120 .
      :r2 :of :coral ; :depth 4300.5 .
      :r3 :of :tuna ; :depth 30 .
      :r4 :of :squid ; :depth 700 .
      :squid :label "Squid" .
      """;
  private static final String FILE =
      """
      :r1 :seen "2019-05-01"^^<http://www.w3.org/2001/XMLSchema#date> .
      :r3 :seen "2020-01-31"^^<http://www.w3.org/2001/XMLSchema#date> .
      """;

  @TempDir private static Path folder;
  private static FusekiServer fuseki;
  private static Rdf4jDoor rdf4j;
  private static TestServer server;

  @BeforeAll
  static void start() throws IOException {
    DatasetGraph data = DatasetGraphFactory.createTxnMem();
    data.executeWrite(() -> read(FUSEKI, data.getDefaultGraph()));
    fuseki = FusekiServer.create().port(0).loopback(true).add("/ds", data).build().start();
    rdf4j = new Rdf4jDoor(PREFIX + RDF4J);
    Path file = folder.resolve("seen.ttl");
    Files.writeString(file, PREFIX + FILE);
    server =
        TestServer.federated(
            new Members(
                List.of(
                    new Member.Here("here"),
                    endpoint("taxa", "http://127.0.0.1:" + fuseki.getPort() + "/ds/query"),
                    endpoint("records", rdf4j.address()),
                    new Member.File("seen", file))));
    server.write("@prefix : <http://example.org/> . :g { " + HERE + " }");
  }

  private static Member endpoint(String name, String address) {
    return new Member.Endpoint(
        name,
        URI.create(address),
        Duration.ofSeconds(60),
        Set.of(AddressKind.LOOPBACK),
        Optional.empty());
  }

  private static void read(String turtle, Graph graph) {
    RDFParser.fromString(PREFIX + turtle, Lang.TURTLE).parse(graph);
  }

  @AfterAll
  static void stop() {
    server.close();
    rdf4j.close();
    fuseki.stop();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { ?s ?p ?o }",
        "SELECT ?name ?label ?depth { ?t a :Target ; :name ?name ; :about ?x . ?x :label ?label ."
            + " ?r :of ?x ; :depth ?depth }",
        "SELECT ?label ?seen { ?r :seen ?seen ; :of ?x . ?x :label ?label }",
        "SELECT ?x ?seen { ?r :of ?x OPTIONAL { ?r :seen ?seen } }",
        "SELECT ?x ?depth { { ?x a :Taxon } UNION { ?r :of ?x ; :depth ?depth } }",
        "SELECT ?x ?l { ?x :label ?l FILTER (STRLEN(?l) > 4) }",
        "SELECT ?l { ?r :of ?x ; :depth ?d . ?x :label ?l FILTER (?d > 100 && ?l != \"Squid\") }",
        "SELECT ?x (COUNT(?r) AS ?n) (MAX(?d) AS ?deepest) { ?r :of ?x ; :depth ?d . ?x :label ?l }"
            + " GROUP BY ?x HAVING (COUNT(?r) > 0)",
        "SELECT ?l { ?x :label ?l } ORDER BY DESC(?l) LIMIT 2 OFFSET 1",
        "SELECT DISTINCT ?x { ?t :about ?x . ?r :of ?x }",
        "SELECT ?x { ?x a :Taxon MINUS { ?r :of ?x } }",
        "SELECT ?x { ?x a :Taxon FILTER NOT EXISTS { ?r :of ?x } }",
        "SELECT ?x { ?x :label ?l FILTER EXISTS { ?r :of ?x ; :depth ?d } }",
        "SELECT ?x ?y { ?x :broader+ ?y }",
        "SELECT ?t ?y { ?t :about/:broader ?y }",
        "SELECT ?d ?l { ?d :supports/:about/:label ?l }",
        "SELECT ?x ?twice { ?r :of ?x ; :depth ?d BIND (?d * 2 AS ?twice) }",
        "SELECT ?l ?d { VALUES ?x { :coral :squid } ?x :label ?l . ?r :of ?x ; :depth ?d }",
        "SELECT ?l ?n { ?x :label ?l { SELECT ?x (COUNT(*) AS ?n) { ?r :of ?x } GROUP BY ?x } }",
        "SELECT ?n { ?t :name ?n FILTER (lang(?n) = \"zh\") ?t :about ?x . ?x :label ?l }",
        "SELECT ?d ?t { ?d a :Decision OPTIONAL { ?d :supports ?t . ?t :about ?x ."
            + " ?x :label \"Tuna\" } }",
        "SELECT * { ?t :about ?x OPTIONAL { ?x :label ?l OPTIONAL { ?r :of ?x OPTIONAL"
            + " { ?r :seen ?s } } } }",
        "SELECT ?x { :target-14 :about ?x . ?x a :Taxon . ?r :of ?x . ?r :depth 120 }",
        "SELECT * { ?x :nothing ?y }",
        "SELECT * { ?x a <https://w3id.org/bluethread/ontology#Organ> ; :label ?l }",
        "SELECT * { ?x <ontology#relative> ?l }",
        "SELECT * { ?x :label ?l . ?x :nothing ?y }",
        "SELECT ?a ?b { ?a :depth ?m . ?b :depth ?n FILTER (?m < ?n) }",
        "SELECT (STR(?x) AS ?s) { ?x a :Target }",
        "SELECT (COUNT(*) AS ?n) { ?r :depth ?d }",
        "SELECT ?x { ?x a ?c . FILTER (?c IN (:Taxon, :Target)) }",
        "SELECT * { GRAPH :g { ?t :about ?x } ?x :label ?l }",
      })
  void membersTogetherAnswerWhatOneStoreAnswersThatHasAllOfIt(String query) {
    String text = "PREFIX : <http://example.org/> " + query;
    HttpResponse<String> answer = ask(text, "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    List<Map<String, String>> found = rows(answer.body());
    List<Map<String, String>> expected = rows(merged(), text);
    if (query.contains("ORDER BY")) {
      assertThat(found).isEqualTo(expected);
    } else {
      assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void whatIsAskedForCanBeTrueOrFalseOrStatements() {
    String join = "{ ?t :about ?x . ?x :label \"Tuna\" }";
    assertThat(ask("PREFIX : <http://example.org/> ASK " + join, "").body()).contains("true");
    assertThat(
            ask("PREFIX : <http://example.org/> ASK { ?t :about ?x . ?x :label \"Elm\" }", "")
                .body())
        .contains("false");
    HttpResponse<String> statements =
        server.get(
            "federation?query="
                + encode(
                    "PREFIX : <http://example.org/> CONSTRUCT { ?t :on ?l } "
                        + "{ ?t :about ?x . ?x :label ?l }"),
            "application/n-triples");
    assertThat(statements.body().lines())
        .containsExactlyInAnyOrder(
            "<http://example.org/target-14> <http://example.org/on> \"Coral\" .",
            "<http://example.org/target-14> <http://example.org/on> \"Tuna\" .",
            "<http://example.org/target-15> <http://example.org/on> \"Oak\" .");
  }

  @Test
  void whatIsWrittenIsFoundAtOnce() {
    String query = "SELECT ?l { ?x <http://example.org/new> 1 ; <http://example.org/label> ?l }";
    assertThat(rows(ask(query, "").body())).isEmpty();
    server.write("@prefix : <http://example.org/> . :new { :coral :new 1 }");
    assertThat(rows(ask(query, "").body())).hasSize(1);
    server.post("update", "application/sparql-update", "DROP GRAPH <http://example.org/new>");
    assertThat(rows(ask(query, "").body())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DESCRIBE <http://example.org/coral>",
        "SELECT * FROM <http://example.org/g> { ?s ?p ?o }",
        "SELECT * { SERVICE <http://example.org/elsewhere> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE SILENT <http://example.org/x> {} } }",
        "SELECT * { ?s ?p",
        "",
      })
  void whatMembersCannotBeAskedTogetherIsRefusedWithTheWayOut(String query) {
    HttpResponse<String> answer = ask(query, "");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"detail\"").contains("\"remedy\"");
  }

  @Test
  void theMembersAreNamedForPeopleAndPrograms() {
    assertThat(server.get("federation", "application/json").body())
        .contains("\"name\":\"taxa\"", "\"kind\":\"endpoint\"", "\"seconds\":60.0")
        .doesNotContain(folder.toString());
    assertThat(server.get("federation?lang=zh", "text/html").body())
        .contains("多个端点", rdf4j.address());
  }

  private static DatasetGraph merged() {
    DatasetGraph all = DatasetGraphFactory.create();
    List.of(HERE, FUSEKI, RDF4J, FILE).forEach(part -> read(part, all.getDefaultGraph()));
    read(HERE, all.getGraph(NodeFactory.createURI("http://example.org/g")));
    return all;
  }

  private static HttpResponse<String> ask(String query, String more) {
    return server.get(
        "federation?query=" + encode(query) + more, "application/sparql-results+json, */*;q=0.1");
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static List<Map<String, String>> rows(DatasetGraph dataset, String query) {
    try (QueryExec asked = QueryExec.dataset(dataset).query(query).build()) {
      return rows(asked.select());
    }
  }

  static List<Map<String, String>> rows(String json) {
    return rows(
        RowSet.adapt(
            ResultSetMgr.read(
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                ResultSetLang.RS_JSON)));
  }

  private static List<Map<String, String>> rows(RowSet rows) {
    return rows.stream().map(FederationRoutesTest::row).collect(Collectors.toList());
  }

  private static Map<String, String> row(Binding binding) {
    Map<String, String> row = new TreeMap<>();
    binding.forEach(
        (variable, value) -> {
          if (variable.isNamedVar()) {
            row.put(variable.getVarName(), value.toString());
          }
        });
    return row;
  }
}
