package org.bluethread.elsewhere;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the project ships, asked of a server with a store of its own and of one without. */
abstract class SameAnswers {
  private static TestServer here;
  private static TestServer there;

  static void open(String url) {
    here = TestServer.shared();
    there = TestServer.elsewhere(url);
    there.graph().refresh();
  }

  static void close() {
    there.close();
  }

  static Stream<String> addresses() {
    return Stream.of(
        "id/organ/isa/finance-committee.ttl",
        "id/target/aichi/11.jsonld",
        "id/document/unep-cbd-cop-11-inf-41/para/31.trig",
        "id/target/aichi/11.html",
        "ontology.html",
        "shapes.html",
        "search?q=seabed",
        "search?q=AICHI-TARGET-11&format=html",
        "trace?from=X/29&to=DeepData",
        "trace?from=X/29&to=DeepData&format=html",
        "trace?from=AICHI-TARGET-11",
        "plan?format=json",
        "plan",
        "coverage?format=json",
        "catalog",
        "catalog?format=html",
        "about",
        "");
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void theSameIsAnsweredAs(String address) {
    assertThat(said(there, address)).isEqualTo(said(here, address));
  }

  private static List<String> said(TestServer server, String address) {
    long start = System.nanoTime();
    HttpResponse<String> answer =
        server.get(address, "application/json, text/html;q=0.9, */*;q=0.1");
    System.err.println(
        address + " " + (server == there) + " " + (System.nanoTime() - start) / 1_000_000 + " ms");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    String text =
        answer
            .body()
            .replace(server.address("").toString(), "http://server/")
            .replaceAll("\"(commit|refreshed)\":(\\d+|\"[^\"]*\")", "")
            .replaceAll("([?&]|&amp;|%26)at(=|%3D)\\d+", "");
    return Arrays.stream(text.split("[\n,]", -1)).map(String::strip).sorted().toList();
  }

  static Stream<String> queries() {
    return Stream.of(
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
        "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p ORDER BY ?p",
        "SELECT (COUNT(*) AS ?n) { ?a"
            + " <http://www.w3.org/2004/02/skos/core#prefLabel>/^<http://www.w3.org/2004/02/skos/core#prefLabel>"
            + " ?b }",
        "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }",
        "ASK { ?s a <https://w3id.org/bluethread/ontology#Organ> }",
        "SELECT ?c (COUNT(*) AS ?n) { ?s a ?c OPTIONAL { ?s"
            + " <http://www.w3.org/2004/02/skos/core#notation> ?code } } GROUP BY ?c ORDER BY ?c",
        "SELECT ?a ?b { VALUES (?x ?y) { (<https://w3id.org/bluethread/id/decision/cbd/x-29>"
            + " <https://w3id.org/bluethread/id/dataset/isa/deepdata>) } (?x ?y)"
            + " <https://w3id.org/bluethread/ontology#trace> (?path ?step ?a ?p ?b) } ORDER BY"
            + " ?path ?step ?a ?b",
        "SELECT ?c { ?s a ?c . ?c <http://www.w3.org/2000/01/rdf-schema#subClassOf>*"
            + " <https://w3id.org/bluethread/ontology#Document> } ORDER BY ?s ?c");
  }

  @ParameterizedTest
  @MethodSource("queries")
  void aQueryHasTheSameRows(String query) {
    String address = "sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    assertThat(there.get(address, "text/csv").body())
        .isEqualTo(here.get(address, "text/csv").body());
  }

  @Test
  void nothingIsToBeKeptAndNoCommitIsNamed() {
    HttpResponse<String> answer = there.get("id/target/aichi/11.ttl", "*/*");
    assertThat(answer.headers().map()).doesNotContainKeys("etag", "bluethread-commit");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
  }
}
