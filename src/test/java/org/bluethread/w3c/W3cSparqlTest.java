package org.bluethread.w3c;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;
import org.bluethread.support.TestServer;
import org.bluethread.w3c.SparqlTest.Door;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The W3C's tests of SPARQL 1.1 and 1.2 query, update, syntax and results, over HTTP: data goes in
 * by the Graph Store Protocol, queries and updates by the SPARQL Protocol. It needs the suite and
 * runs with {@code -Dreference=FOLDER} only.
 *
 * <p>Known failures are listed one by one; a listed test that passes fails here. The store keeps no
 * empty graphs, so those are not told from graphs that are not there.
 */
@Tag("reference")
final class W3cSparqlTest {
  /** Folders of the archive that are no tests of query, update, syntax or results. */
  private static final Map<String, String> LEFT_OUT =
      Map.of(
          "sparql11/entailment", "there is no entailment regime: queries see what is stated",
          "sparql11/service", "this server does not query other endpoints",
          "sparql11/syntax-fed", "SERVICE is refused by name, well written or not");

  /** The problems of a text that was read, and could not or must not be carried out. */
  private static final Set<String> NOT_DONE = Set.of("remote-access", "unusable-request");

  private static TestServer server;
  private static SparqlClient client;

  @BeforeAll
  static void start() {
    server = TestServer.separate();
    client = new SparqlClient(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @TestFactory
  Stream<DynamicTest> whatIsExpectedIsAnswered() throws IOException {
    Map<String, String> known = KnownFailures.read();
    return SparqlSuite.read().tests().stream()
        .map(test -> DynamicTest.dynamicTest(test.iri(), () -> check(test, known.get(test.iri()))));
  }

  @Test
  void noTestOfTheSuiteIsLeftOutButThoseOfOtherMatters() throws IOException {
    SparqlSuite suite = SparqlSuite.read();
    List<String> iris = suite.tests().stream().map(SparqlTest::iri).toList();
    assertThat(suite.foldersLeftOut()).isEqualTo(LEFT_OUT.keySet());
    assertThat(new HashSet<>(iris)).hasSameSizeAs(iris);
    assertThat(kinds(suite))
        .isEqualTo(Map.of("Answered", 298L, "WellFormed", 225L, "IllFormed", 144L, "Updated", 97L));
  }

  @Test
  void everyKnownFailureIsATestOfTheSuite() throws IOException {
    Set<String> iris =
        SparqlSuite.read().tests().stream().map(SparqlTest::iri).collect(Collectors.toSet());
    assertThat(iris).containsAll(KnownFailures.read().keySet());
  }

  private static Map<String, Long> kinds(SparqlSuite suite) {
    return suite.tests().stream()
        .collect(
            Collectors.groupingBy(
                test -> test.getClass().getSimpleName(), TreeMap::new, Collectors.counting()));
  }

  private static void check(SparqlTest test, String knownReason) {
    Optional<String> failure = failure(test);
    if (knownReason == null) {
      failure.ifPresent(message -> fail(test.iri() + ": " + message));
    } else if (failure.isEmpty()) {
      fail(
          test.iri()
              + " passes: take it off the list of known failures, where it says: "
              + knownReason);
    }
  }

  /** What went wrong; empty if the test passes. */
  private static Optional<String> failure(SparqlTest test) {
    try {
      check(test);
      return Optional.empty();
    } catch (AssertionError | RuntimeException | IOException e) {
      return Optional.of(e.toString());
    }
  }

  private static void check(SparqlTest test) throws IOException {
    switch (test) {
      case SparqlTest.WellFormed(String iri, Door door, SuiteFile text) -> {
        HttpResponse<String> response = client.send(door, text.text(), "*/*");
        boolean isRead = response.statusCode() == 200 || NOT_DONE.contains(problem(response));
        assertThat(isRead).as(response.body()).isTrue();
      }
      case SparqlTest.IllFormed(String iri, Door door, SuiteFile text) ->
          assertThat(client.send(door, text.text(), "*/*").statusCode()).isEqualTo(400);
      case SparqlTest.Answered answered -> check(answered);
      case SparqlTest.Updated updated -> check(updated);
    }
  }

  private static String problem(HttpResponse<String> response) throws IOException {
    String type = new ObjectMapper().readTree(response.body()).at("/type").asText();
    return type.substring(type.lastIndexOf('/') + 1);
  }

  private static void check(SparqlTest.Answered test) {
    client.load(test.data());
    HttpResponse<String> response =
        client.send(Door.QUERY, test.query().withBase(), Answers.mediaType(test.expected()));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    boolean ordered = test.query().text().matches("(?is).*\\bORDER\\s+BY\\b.*");
    Answers.check(response.body(), test.expected(), ordered);
  }

  private static void check(SparqlTest.Updated test) throws IOException {
    client.load(test.before());
    HttpResponse<String> response = client.send(Door.UPDATE, test.request().withBase(), "*/*");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    DatasetGraph expected = test.after().dataset();
    assertSame(client.all(), expected);
    assertSame(client.unnamed(), DatasetGraphFactory.wrap(expected.getDefaultGraph()));
    Set<String> names = Iter.toSet(Iter.map(expected.listGraphNodes(), Node::getURI));
    assertThat(client.names()).isEqualTo(names);
    for (String name : names) {
      Graph graph = expected.getGraph(NodeFactory.createURI(name));
      assertSame(client.named(name), DatasetGraphFactory.wrap(graph));
    }
  }

  private static void assertSame(DatasetGraph found, DatasetGraph expected) {
    assertThat(IsoMatcher.isomorphic(found, expected))
        .as(() -> "found:\n" + found + "\nexpected:\n" + expected)
        .isTrue();
  }
}
