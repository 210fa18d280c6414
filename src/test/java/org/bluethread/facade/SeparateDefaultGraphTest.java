package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.IsoMatcher;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server whose store has a default graph of its own. */
class SeparateDefaultGraphTest {
  private static final String G = "data?graph=http%3A%2F%2Fexample.org%2Fg";
  private static final String ONE = "<http://example.org/s> <http://example.org/p> 1 .";
  private static final String TWO = "<http://example.org/s> <http://example.org/p> 2 .";
  private static final String BLANK =
      "_:a <http://example.org/p> _:b . _:b <http://example.org/p> _:a .";

  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.separate();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void namedGraphsAreNotInTheDefaultGraphNorTheOtherWayRound() {
    put("data?default", ONE);
    put(G, TWO);
    assertThat(rows("SELECT ?o { ?s ?p ?o }")).isEqualTo("1");
    assertThat(rows("SELECT ?o { GRAPH ?g { ?s ?p ?o } }")).isEqualTo("2");
    assertThat(rows("SELECT DISTINCT ?g { GRAPH ?g {} }")).isEqualTo("http://example.org/g");
    assertThat(server.get("data?default", "application/n-triples").body()).contains("\"1\"");
    assertThat(server.get("data?default", "application/n-triples").body().lines()).hasSize(1);
  }

  @Test
  void aNewStoreIsEmptyWhateverItNotesOfItself() {
    assertThat(rows("SELECT ?o { ?s (<urn:x>|!<urn:x>)* ?o }")).isEmpty();
    assertThat(rows("SELECT ?o { ?s ?p ?o }")).isEmpty();
    assertThat(rows("SELECT ?g { GRAPH ?g {} }")).isEmpty();
    assertThat(server.get("export?format=nq", "*/*").body()).isEmpty();
    put("data?default", ONE);
    for (String type : new String[] {"application/rdf+xml", "application/ld+json", "text/turtle"}) {
      assertThat(server.get("data?default", type).body()).doesNotContain("bluethread-commit");
    }
  }

  @Test
  void updatesWithoutAGraphChangeTheDefaultGraph() {
    update("INSERT DATA { " + ONE + TWO + " GRAPH <http://example.org/g> { " + ONE + " } }");
    update("DELETE WHERE { ?s ?p 1 }");
    assertThat(rows("SELECT ?o { ?s ?p ?o }")).isEqualTo("2");
    assertThat(rows("SELECT ?o { GRAPH ?g { ?s ?p ?o } }")).isEqualTo("1");
    update("COPY DEFAULT TO <http://example.org/copy>");
    update("MOVE <http://example.org/g> TO DEFAULT");
    assertThat(rows("SELECT ?o { ?s ?p ?o }")).isEqualTo("1");
    assertThat(rows("SELECT ?o { GRAPH ?g { ?s ?p ?o } }")).isEqualTo("2");
    update("CLEAR DEFAULT");
    assertThat(rows("SELECT ?o { ?s ?p ?o }")).isEmpty();
    assertThat(rows("SELECT ?o { GRAPH ?g { ?s ?p ?o } }")).isEqualTo("2");
    update("INSERT DATA { " + ONE + " } ; DROP ALL");
    assertThat(server.get("export?format=nq", "*/*").body()).isEmpty();
  }

  @Test
  void blankNodesStayBlankNodes() {
    put("data?default", BLANK);
    update("INSERT DATA { GRAPH <http://example.org/g> { " + BLANK + " } }");
    update("INSERT { GRAPH <http://example.org/h> { ?s ?p [] } } WHERE { ?s ?p ?o }");
    assertThat(
            rows(
                "SELECT (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } }"
                    + " FILTER(!isBlank(?s) || !isBlank(?o)) }"))
        .isEqualTo("0");
    assertThat(
            rows(
                "SELECT (COUNT(*) AS ?n) { ?s ?p ?o . GRAPH <http://example.org/h> { ?s ?p ?x } }"))
        .isEqualTo("2");
  }

  @Test
  void theCommitLogNamesTheDefaultGraphByNoName() {
    put("data?default", ONE + BLANK);
    String patch = server.get("changes/1", "*/*").body();
    assertThat(patch.lines().filter(line -> line.startsWith("A ")))
        .hasSize(3)
        .contains("A <http://example.org/s> <http://example.org/p> 1 .");
    assertThat(patch).doesNotContain("urn:x-arq");
  }

  @Test
  void theGateJudgesTheDefaultGraphWithTheOthers() {
    server.shapes(
        """
        PREFIX sh: <http://www.w3.org/ns/shacl#>
        PREFIX e: <http://example.org/>
        e:Shape a sh:NodeShape ; sh:targetSubjectsOf e:p ;
          sh:property [ sh:path e:p ; sh:maxCount 1 ; sh:message "one p at the most"@en ] .
        """);
    put("data?default", ONE);
    HttpResponse<String> refused = send("PUT", G, TWO);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(
            server
                .post("validate?default", "text/turtle", TWO)
                .headers()
                .firstValue("BlueThread-Verdict"))
        .hasValue("refused");
    assertThat(
            server
                .post(
                    "validate",
                    "application/sparql-update",
                    "DELETE DATA { " + ONE + " } ; INSERT DATA { " + TWO + " }")
                .headers()
                .firstValue("BlueThread-Verdict"))
        .hasValue("passes");
    assertThat(send("PUT", "data?default", TWO).statusCode()).isEqualTo(200);
    assertThat(send("PUT", G, TWO).statusCode()).isEqualTo(201);
    assertThat(send("DELETE", "data?default", "").statusCode()).isEqualTo(200);
    assertThat(send("PUT", "data?default", ONE).statusCode()).isEqualTo(422);
  }

  @Test
  void aBackupHoldsTheDefaultGraphAndComesBackAsItWas() {
    put("data?default", ONE + BLANK);
    put(G, TWO + BLANK);
    String backup = server.get("export?format=nq", "*/*").body();
    update("DROP ALL ; INSERT DATA { <urn:x> <urn:x> <urn:x> }");
    assertThat(server.post("admin/restore", "application/n-quads", backup).statusCode())
        .isEqualTo(200);
    String restored = server.get("export?format=nq", "*/*").body();
    assertThat(IsoMatcher.isomorphic(quads(restored), quads(backup))).isTrue();
    assertThat(quads(restored).getDefaultGraph().size()).isEqualTo(3);
  }

  @Test
  void remoteGraphsStayRefused() {
    for (String update :
        new String[] {
          "LOAD <http://example.org/x>",
          "INSERT { ?s ?p ?o } WHERE { SERVICE <http://example.org/sparql> { ?s ?p ?o } }",
          "INSERT { ?s ?p 3 } USING <http://example.org/x> WHERE { ?s ?p ?o }"
        }) {
      assertThat(server.post("update", "application/sparql-update", update).statusCode())
          .as(update)
          .isEqualTo(403);
    }
  }

  private void put(String path, String turtle) {
    assertThat(send("PUT", path, turtle).statusCode()).isIn(200, 201);
  }

  private void update(String update) {
    HttpResponse<String> response = server.post("update", "application/sparql-update", update);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }

  /** The rows of an answer with one column, in TSV's order and without its heading. */
  private String rows(String query) {
    String csv =
        server
            .get("sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8), "text/csv")
            .body();
    return csv.substring(csv.indexOf('\n') + 1).replace("\r\n", "\n").strip();
  }

  private static DatasetGraph quads(String text) {
    return RDFParser.fromString(text, Lang.NQUADS).toDatasetGraph();
  }

  private HttpResponse<String> send(String method, String path, String body) {
    return server.send(
        server
            .request(path)
            .header("Authorization", "Bearer " + TestServer.TOKEN)
            .header("Content-Type", "text/turtle")
            .method(method, BodyPublishers.ofString(body)));
  }
}
