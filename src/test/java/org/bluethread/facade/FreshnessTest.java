package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entity tags, conditional requests, and which commit an answer was given from. */
class FreshnessTest {
  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start();
    server.write(
        "GRAPH <https://w3id.org/bluethread/graph/g>"
            + " { <https://w3id.org/bluethread/id/x> <http://example.org/p> 1 }");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data?default",
        "data?graph=https%3A%2F%2Fw3id.org%2Fbluethread%2Fgraph%2Fg",
        "graph/g",
        "id/x.ttl",
        "id/x.jsonld",
        "export",
        "export?format=trig",
        "changes",
        "submit",
        "about"
      })
  void whoHasTheAnswerIsNotSentItAgainUntilACommit(String path) {
    HttpResponse<String> first = server.get(path, "*/*");
    String tag = tag(first);
    assertThat(first.headers().firstValue("Cache-Control")).contains("no-cache");
    assertThat(first.headers().firstValue("Vary").orElseThrow()).contains("Accept");
    assertThat(commit(first)).isEqualTo("1");

    for (String known : new String[] {tag, "W/" + tag, "\"other\", " + tag, "*"}) {
      HttpResponse<String> second = conditional(path, known);
      assertThat(second.statusCode()).as(known).isEqualTo(304);
      assertThat(second.body()).isEmpty();
      assertThat(tag(second)).isEqualTo(tag);
    }
    assertThat(conditional(path, "\"other\"").statusCode()).isEqualTo(200);

    server.write("<http://example.org/s> <http://example.org/p> 1 .");
    HttpResponse<String> third = conditional(path, tag);
    assertThat(third.statusCode()).isEqualTo(200);
    assertThat(tag(third)).isNotEqualTo(tag);
    assertThat(commit(third)).isEqualTo("2");
  }

  @Test
  void otherRepresentationsHaveOtherTags() {
    assertThat(
            new String[] {
              tag(server.get("graph/g", "text/turtle")),
              tag(server.get("graph/g", "application/n-triples")),
              tag(server.get("graph/g", "application/ld+json")),
              tag(server.get("id/x.ttl", "*/*")),
              tag(server.get("id/x.ttl?lang=zh", "*/*")),
              tag(server.send(server.request("id/x.ttl").header("Accept-Language", "fr"))),
              tag(server.get("export?format=nq", "*/*")),
              tag(server.get("export?format=trig", "*/*")),
            })
        .doesNotHaveDuplicates();
  }

  @Test
  void aWriteThatChangesNothingLeavesTheTags() {
    String before = tag(server.get("graph/g", "*/*"));
    server.post(
        "graph/g", "text/turtle", "<https://w3id.org/bluethread/id/x> <http://example.org/p> 1 .");
    assertThat(tag(server.get("graph/g", "*/*"))).isEqualTo(before);
  }

  @Test
  void queryAnswersAndWritesNameTheirCommit() {
    String query =
        "sparql?query=" + URLEncoder.encode("SELECT * { ?s ?p ?o }", StandardCharsets.UTF_8);
    assertThat(commit(server.get(query, "text/csv"))).isEqualTo("1");
    assertThat(commit(server.post("sparql", "application/sparql-query", "ASK {}"))).isEqualTo("1");
    assertThat(
            commit(
                server.post(
                    "data?default", "text/turtle", "<http://e.org/s> <http://e.org/p> 1 .")))
        .isEqualTo("2");
    assertThat(commit(server.get(query, "text/csv"))).isEqualTo("2");
    assertThat(
            commit(
                server.post(
                    "sparql",
                    "application/sparql-query",
                    "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")))
        .isEqualTo("2");
  }

  @Test
  void aProblemIsNotKept() {
    assertThat(server.get("graph/none", "*/*").headers().firstValue("Cache-Control"))
        .contains("no-store");
    assertThat(server.get("health", "*/*").headers().firstValue("Cache-Control"))
        .contains("no-store");
  }

  private HttpResponse<String> conditional(String path, String known) {
    return server.send(server.request(path).header("If-None-Match", known));
  }

  private static String tag(HttpResponse<String> response) {
    return response.headers().firstValue("ETag").orElseThrow();
  }

  private static String commit(HttpResponse<String> response) {
    return response.headers().firstValue("BlueThread-Commit").orElseThrow();
  }
}
