package org.bluethread.elsewhere;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFLib;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.support.TestGraph;
import org.bluethread.support.TestServer;
import org.bluethread.vocabulary.Addresses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The ontology, the documents and the registers that the project ships, asked of a server with a
 * store of its own and of one without.
 */
@Execution(ExecutionMode.SAME_THREAD) // One store at a time.
abstract class SameAnswers {
  private static final Pattern LINK = Pattern.compile("href=\"([^\"]*)\"");

  /** Leads to the log of commits, which there is only here. */
  private static final Pattern OF_COMMITS = Pattern.compile("/(changes|feed)([/?].*)?");

  /** The server with a store of its own, which stores elsewhere are made from; nobody closes it. */
  private static final TestServer HERE = filled();

  private static TestServer there;

  private static TestServer filled() {
    TestServer server = TestServer.start();
    try (Stream<Path> files = Files.walk(Path.of("data"))) {
      List<Path> documents = files.filter(file -> file.toString().endsWith(".trig")).toList();
      server
          .graph()
          .write(
              TestGraph.request(
                  target -> {
                    documents.forEach(file -> read(file, StreamRDFLib.dataset(target)));
                    read(
                        Path.of("ontology/bluethread.ttl"),
                        StreamRDFLib.graph(target.getGraph(Addresses.ONTOLOGY_GRAPH)));
                  }));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return server;
  }

  private static void read(Path file, StreamRDF to) {
    RDFParser.source(file).base(Addresses.BASE).parse(to);
  }

  /** What a store elsewhere is to hold. */
  static KnowledgeGraph graph() {
    return HERE.graph();
  }

  static void open(String url) {
    there = TestServer.elsewhere(url);
    there.graph().refresh();
  }

  static void close() {
    there.close();
  }

  static Stream<String> addresses() {
    return Stream.of(
        "id/organ/isa/finance-committee.nt",
        "id/target/aichi/11.nt",
        "id/document/unep-cbd-cop-11-inf-41/para/31.nt",
        "ontology.nt",
        "search?q=seabed",
        "search?q=AICHI-TARGET-11",
        "trace?from=X/29&to=DeepData",
        "trace?from=AICHI-TARGET-11",
        "plan?format=json",
        "coverage?format=json",
        "queries/outputs-by-organ?organ=finance-committee&format=csv",
        "queries/thing-across-documents?thing=DeepData&format=csv",
        "api/records?schema=target",
        "api/records/AICHI-TARGET-11",
        "reconcile?queries="
            + encoded("{\"q0\":{\"query\":\"Aichi Target 11\"},\"q1\":{\"query\":\"X/29\"}}"),
        "reconcile/suggest/entity?prefix=seab",
        "informea.svc/Decisions?%24format=json&%24expand=title,keywords",
        "informea.svc/withheld",
        "sitemap.xml");
  }

  static Stream<String> pages() {
    return Stream.of(
        "",
        "id/target/aichi/11.html",
        "ontology.html",
        "search?q=seabed",
        "trace?from=X/29&to=DeepData",
        "plan",
        "coverage",
        "catalog");
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void theSameIsAnsweredAs(String address) {
    assertSame(said(there, address), said(HERE, address));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageLeadsToTheSameThings(String address) {
    assertSame(links(there, address), links(HERE, address));
  }

  private static void assertSame(List<String> there, List<String> here) {
    assertThat(without(here, there)).as("what is there in addition").isEmpty();
    assertThat(without(there, here)).as("what is not there").isEmpty();
    assertThat(there).isNotEmpty().isEqualTo(here);
  }

  private static Set<String> without(List<String> some, List<String> all) {
    Set<String> left = new TreeSet<>(all);
    left.removeAll(new HashSet<>(some));
    return left;
  }

  private static String body(TestServer server, String address, String accept) {
    HttpResponse<String> answer = server.get(address, accept);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer
        .body()
        .replace(server.address("").toString(), "http://server/")
        .replaceAll("([?&]|&amp;|%26)at(=|%3D)\\d+", "");
  }

  /** What is said, in any order. A blank node is called otherwise each time. */
  private static List<String> said(TestServer server, String address) {
    String text =
        body(server, address, "application/json, */*;q=0.1")
            .replaceAll("\"(commit|refreshed|updated)\":(\\d+|\"[^\"]*\")", "")
            .replaceAll("<lastmod>[^<]*</lastmod>", "")
            .replace("<url><loc>http://server/changes</loc></url>\n", "") // There are none there.
            .replaceAll("_:\\w+", "_:b");
    return Arrays.stream(text.split("[\n,]", -1)).map(String::strip).sorted().toList();
  }

  private static List<String> links(TestServer server, String address) {
    return LINK.matcher(body(server, address, "text/html"))
        .results()
        .map(found -> found.group(1))
        .filter(link -> !OF_COMMITS.matcher(link).matches())
        .sorted()
        .toList();
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

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource("queries")
  void aQueryHasTheSameRows(String query) {
    String address = "sparql?query=" + encoded(query);
    assertThat(there.get(address, "text/csv").body())
        .isEqualTo(HERE.get(address, "text/csv").body());
  }

  @Test
  void nothingIsToBeKeptAndNoCommitIsNamed() {
    HttpResponse<String> answer = there.get("id/target/aichi/11.ttl", "*/*");
    assertThat(answer.headers().map()).doesNotContainKeys("etag", "bluethread-commit");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
  }
}
