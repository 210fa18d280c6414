package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where statements go that name no graph, what queries without a graph see, and blank nodes. */
class WritesWithoutGraphTest {
  private static final String UNATTRIBUTED = "https://w3id.org/bluethread/graph/unattributed";
  private static final String PREFIX = "PREFIX : <http://example.org/> ";

  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void insertDataWithoutAGraphGoesToTheUnattributedStatements() throws IOException {
    update("INSERT DATA { :s :p 1 }");
    assertThat(rows("SELECT ?g { GRAPH ?g { :s :p 1 } }")).containsExactly(UNATTRIBUTED);
  }

  @Test
  void insertWhereWithoutAGraphReadsTheUnionAndWritesTheUnattributedStatements()
      throws IOException {
    server.write(
        "GRAPH <http://example.org/g> { <http://example.org/s> <http://example.org/p> 1 }");
    update("INSERT { ?s :q ?o } WHERE { ?s :p ?o }");
    assertThat(rows("SELECT ?g { GRAPH ?g { :s :q 1 } }")).containsExactly(UNATTRIBUTED);
  }

  @Test
  void theDefaultGraphOfTheGraphStoreIsTheUnattributedStatements() throws IOException {
    server.post("data?default", "text/turtle", "<http://example.org/s> <http://example.org/p> 1 .");
    server.post(
        "data?graph=" + encode("http://example.org/g"),
        "text/turtle",
        "<http://example.org/s> <http://example.org/p> 2 .");
    assertThat(rows("SELECT ?g { GRAPH ?g { :s :p 1 } }")).containsExactly(UNATTRIBUTED);
    assertThat(server.get("data?default", "application/n-triples").body())
        .isEqualTo(server.get("graph/unattributed", "application/n-triples").body())
        .contains("\"1\"")
        .doesNotContain("\"2\"");
  }

  @Test
  void theDefaultGraphOfAQueryIsTheUnionWithEachTripleOnce() throws IOException {
    for (String graph : new String[] {"a", "b"}) {
      server.write(
          "GRAPH <http://example.org/%s> { <http://example.org/s> <http://example.org/p> 1 }"
              .formatted(graph));
    }
    assertThat(rows("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")).containsExactly("1");
    assertThat(rows("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }")).containsExactly("2");
    assertThat(rows("SELECT (COUNT(*) AS ?n) FROM <http://example.org/a> { ?s ?p ?o }"))
        .containsExactly("1");
  }

  @Test
  void anUpdateThatMatchedElsewhereAndChangedNothingNamesTheGraphsThatHoldIt() throws IOException {
    for (String graph : new String[] {"a", "b"}) {
      server.write(
          "GRAPH <http://example.org/%s> { <http://example.org/s> <http://example.org/p> 1 }"
              .formatted(graph));
    }
    for (String text :
        new String[] {
          "DELETE DATA { :s :p 1 }",
          "DELETE WHERE { :s :p ?o }",
          "DELETE { ?s ?p ?o } INSERT { } WHERE { ?s ?p ?o }"
        }) {
      HttpResponse<String> response =
          server.post("update", "application/sparql-update", PREFIX + text);
      assertThat(response.statusCode()).isEqualTo(200);
      JsonNode answer = new ObjectMapper().readTree(response.body());
      assertThat(answer.get("heldIn"))
          .as(text)
          .extracting(JsonNode::textValue)
          .containsExactly("http://example.org/a", "http://example.org/b");
      assertThat(answer.get("message").textValue()).contains("GRAPH");
      assertThat(answer.has("commit")).isFalse();
    }
    assertThat(server.graph().history().newest(10)).hasSize(2);
  }

  @Test
  void anUpdateThatMatchedNothingNamesNoGraph() throws IOException {
    HttpResponse<String> response =
        server.post("update", "application/sparql-update", PREFIX + "DELETE WHERE { :s :p ?o }");
    assertThat(new ObjectMapper().readTree(response.body()).has("heldIn")).isFalse();
  }

  @Test
  void theSameBodyTwiceGivesTheSameIrisForItsBlankNodesSoTheSecondTimeChangesNothing() {
    String turtle = "<http://example.org/s> <http://example.org/p> [ <http://example.org/q> 1 ] .";
    String path = "data?graph=" + encode("http://example.org/g");
    assertThat(server.post(path, "text/turtle", turtle).body()).contains("\"added\":2");
    assertThat(server.post(path, "text/turtle", turtle).body()).contains("\"added\":0");
    assertThat(server.get(path, "application/n-triples").body())
        .doesNotContain("_:")
        .contains("https://w3id.org/bluethread/.well-known/genid/");
    assertThat(server.graph().history().newest(10)).hasSize(1);
  }

  @Test
  void otherBodiesGiveOtherIrisForTheSameBlankNodeLabel() throws IOException {
    server.post("data?default", "text/turtle", "_:x <http://example.org/p> 1 .");
    server.post("data?default", "text/turtle", "_:x <http://example.org/p> 2 .");
    assertThat(rows("SELECT DISTINCT ?s { ?s :p ?o }")).hasSize(2);
  }

  @Test
  void aBlankNodeInATemplateIsAnotherOneForEachSolution() throws IOException {
    update("INSERT DATA { :a :p 1 . :b :p 2 . :c :p 3 }");
    update("INSERT { ?s :has _:note . _:note :of ?s } WHERE { ?s :p ?o }");
    assertThat(rows("SELECT DISTINCT ?note { ?note :of ?s . ?s :has ?note }"))
        .hasSize(3)
        .allMatch(iri -> iri.startsWith("https://w3id.org/bluethread/.well-known/genid/"));
    assertThat(rows("SELECT ?note { ?s :has ?note }")).hasSize(3);
  }

  private void update(String text) {
    HttpResponse<String> response =
        server.post("update", "application/sparql-update", PREFIX + text);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }

  private String[] rows(String query) throws IOException {
    String csv = server.get("sparql?query=" + encode(PREFIX + query), "text/csv").body();
    return csv.lines().skip(1).toArray(String[]::new);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
