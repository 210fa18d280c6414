package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bluethread.support.Program;
import org.bluethread.support.TestServer;
import org.bluethread.support.Tool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Comunica finds answers at the endpoint, and in the documents of things and graphs. */
final class ComunicaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PATTERN = "{ ?thing <http://example.org/name> ?name }";
  private static final String A = "https://w3id.org/bluethread/id/test/a";
  private static final String B = "https://w3id.org/bluethread/id/test/b";

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    server.write(
        """
        PREFIX ex: <http://example.org/>
        PREFIX id: <https://w3id.org/bluethread/id/test/>
        GRAPH <https://w3id.org/bluethread/graph/test/one> {
          id:a ex:name "深海"@zh ; ex:to id:b .
        }
        GRAPH <https://w3id.org/bluethread/graph/test/two> {
          id:b ex:name "b" .
        }
        """);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** As an endpoint that it is told of, and as an address of which it finds out what it is. */
  @ParameterizedTest
  @ValueSource(strings = {"sparql", "any"})
  void theEndpointAnswersEachKindOfQuestion(String type) throws JsonProcessingException {
    List<JsonNode> answers =
        ask(
            type,
            "sparql",
            "SELECT ?thing ?name " + PATTERN + " ORDER BY ?thing",
            "ASK { ?thing <http://example.org/name> \"深海\"@zh }",
            "ASK { ?thing <http://example.org/name> \"浅海\"@zh }",
            "CONSTRUCT { ?name <http://example.org/of> ?thing } WHERE"
                + " { ?thing <http://example.org/to> ?name }",
            "SELECT ?graph { GRAPH ?graph { <" + B + "> ?property ?value } }");

    assertThat(answers)
        .containsExactly(
            json("[{'thing':'" + A + "','name':'深海@zh'},{'thing':'" + B + "','name':'b'}]"),
            json("true"),
            json("false"),
            json("[['" + B + "','http://example.org/of','" + A + "']]"),
            json("[{'graph':'https://w3id.org/bluethread/graph/test/two'}]"));
  }

  @ParameterizedTest
  @CsvSource({"file, id/test/a.ttl", "any, id/test/a.rdf", "any, graph/test/one"})
  void aDocumentAnswersForWhatItSays(String type, String address) throws JsonProcessingException {
    assertThat(ask(type, address, "SELECT ?name " + PATTERN))
        .containsExactly(json("[{'name':'深海@zh'}]"));
  }

  /** It prefers TriG where a thing's address gives a choice, and there statements have graphs. */
  @Test
  void theAddressOfAThingLeadsToStatementsInTheirGraphs() throws JsonProcessingException {
    assertThat(ask("any", "id/test/a", "SELECT ?graph ?name { GRAPH ?graph " + PATTERN + " }"))
        .containsExactly(
            json("[{'graph':'https://w3id.org/bluethread/graph/test/one','name':'深海@zh'}]"));
  }

  private static List<JsonNode> ask(String type, String address, String... questions)
      throws JsonProcessingException {
    Program.Run run =
        Tool.comunica()
            .run(
                Stream.concat(
                        Stream.of(type, server.address(address).toString()), Stream.of(questions))
                    .toArray(String[]::new));
    assertThat(run.exit()).as(run.err()).isZero();
    List<JsonNode> answers = new ArrayList<>();
    for (String line : run.out().lines().toList()) {
      answers.add(JSON.readTree(line));
    }
    return answers;
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return JSON.readTree(text.replace('\'', '"'));
  }
}
