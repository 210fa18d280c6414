package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.assertj.core.api.SoftAssertions;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every IRI under our base that stands anywhere in what is shipped leads to something, over HTTP:
 * as RDF that speaks of it, and as a page that has a place for it. One of each kind is tried, all
 * terms and shapes, and of the others, in the order of the alphabet, each {@value #EACH}th.
 */
final class EveryIriTest {
  private static final int EACH = 41;
  private static final String BASE = "https://w3id.org/bluethread/";

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.shared();
  }

  @Test
  void leadsToRdfThatSpeaksOfItAndToAPageWithAPlaceForIt() {
    Map<String, List<String>> byDocument = new LinkedHashMap<>();
    for (String iri : sample()) {
      byDocument.computeIfAbsent(document(iri), key -> new ArrayList<>()).add(iri);
    }
    assertThat(byDocument).hasSizeGreaterThan(300);
    SoftAssertions all = new SoftAssertions();
    byDocument.forEach((document, iris) -> check(document, iris, all));
    all.assertAll();
  }

  private static void check(String document, List<String> iris, SoftAssertions all) {
    if (document.equals(BASE + "ontology/0.1.0")) {
      all.assertThat(follow(document, "*/*").statusCode()).as("former version").isEqualTo(410);
      return;
    }
    HttpResponse<String> rdf = follow(document, "application/n-triples");
    all.assertThat(rdf.statusCode()).as(document).isEqualTo(200);
    HttpResponse<String> page = follow(document, "text/html");
    all.assertThat(page.statusCode()).as(document).isEqualTo(200);
    for (String iri : iris) {
      if (!iri.startsWith(BASE + "graph/")) {
        all.assertThat(rdf.body().contains("<" + iri + ">")).as("RDF of " + iri).isTrue();
      }
      if (iri.contains("#")) {
        String place = " id=\"" + iri.substring(iri.indexOf('#') + 1) + "\"";
        all.assertThat(page.body().contains(place)).as("page of " + iri).isTrue();
      }
    }
  }

  /** What is at an IRI on this server, one redirection on if need be. */
  private static HttpResponse<String> follow(String iri, String accept) {
    HttpResponse<String> answer = server.get(iri.substring(BASE.length()), accept);
    return answer.statusCode() == 303
        ? server.get(answer.headers().firstValue("Location").orElseThrow().substring(1), accept)
        : answer;
  }

  private static List<String> sample() {
    Map<String, List<String>> byKind = new LinkedHashMap<>();
    for (String iri : minted()) {
      byKind.computeIfAbsent(kind(iri), key -> new ArrayList<>()).add(iri);
    }
    assertThat(byKind.size()).isGreaterThan(60);
    List<String> sample = new ArrayList<>();
    for (List<String> iris : byKind.values()) {
      for (int i = 0; i < iris.size(); i++) {
        if (i % EACH == 0 || iris.get(i).matches(BASE + "(ontology|shapes)#.*")) {
          sample.add(iris.get(i));
        }
      }
    }
    sample.sort(Comparator.naturalOrder());
    return sample;
  }

  private static Set<String> minted() {
    Set<String> iris = new TreeSet<>();
    server
        .graph()
        .read(
            snapshot -> {
              snapshot.dataset().stream(Node.ANY, Node.ANY, Node.ANY, Node.ANY)
                  .flatMap(EveryIriTest::nodes)
                  .filter(node -> node.isURI() && node.getURI().startsWith(BASE))
                  .forEach(node -> iris.add(node.getURI()));
              return iris;
            });
    return iris;
  }

  private static Stream<Node> nodes(Quad quad) {
    return Stream.of(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
  }

  private static String document(String iri) {
    int fragment = iri.indexOf('#');
    return fragment < 0 ? iri : iri.substring(0, fragment);
  }

  /** The first two segments of the path, how many there are, and which fragment. */
  private static String kind(String iri) {
    String[] segments = document(iri).substring(BASE.length()).split("/", -1);
    String fragment = iri.substring(document(iri).length());
    String first = segments.length < 2 ? segments[0] : segments[0] + "/" + segments[1];
    return first + " " + segments.length + (fragment.matches("#[a-z]+") ? fragment : "");
  }
}
