package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.bluethread.support.Program;
import org.bluethread.support.TestServer;
import org.bluethread.support.Tool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Python's SPARQLWrapper sends gets an answer in the format that it goes on to read. */
final class SparqlWrapperTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PATTERN = "{ ?s <http://example.org/p> ?o }";
  private static final Map<String, String> TOKEN =
      Map.of("Authorization", "Bearer " + TestServer.TOKEN);

  /** What it calls the format of rows, and what it wants to get. */
  private static final Map<String, String> ROWS =
      Map.of(
          "xml", "application/sparql-results+xml",
          "json", "application/sparql-results+json",
          "csv", "text/csv",
          "tsv", "text/tab-separated-values");

  private static final Map<String, String> GRAPHS =
      Map.of(
          "xml", "application/rdf+xml",
          "rdf+xml", "application/rdf+xml",
          "turtle", "text/turtle",
          "n3", "text/turtle",
          "json-ld", "application/ld+json");

  private static TestServer server;

  private record Request(
      String kind,
      String text,
      String format,
      String way,
      boolean conneg,
      Map<String, String> headers) {}

  private record Answer(int status, String type, String body) {}

  @BeforeAll
  static void start() {
    server = TestServer.start();
    server.write(
        "GRAPH <http://example.org/g>"
            + " { <http://example.org/s> <http://example.org/p> \"海底 & +\"@zh, \"seabed\"@en }");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, false",
    "GET, true",
    "POST, false",
    "POST, true",
    "POSTDIRECTLY, false",
    "POSTDIRECTLY, true"
  })
  void rowsComeInTheFormatItReads(String way, boolean conneg) throws IOException {
    List<String> formats = List.copyOf(ROWS.keySet());
    List<Answer> answers =
        ask(formats, "select", "SELECT ?o " + PATTERN + " ORDER BY ?o", way, conneg);

    for (int i = 0; i < formats.size(); i++) {
      Answer answer = answers.get(i);
      assertThat(answer.type()).as(formats.get(i)).isEqualTo(ROWS.get(formats.get(i)));
      assertThat(values(answer)).as(formats.get(i)).containsExactly("seabed", "海底 & +");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET, false",
    "GET, true",
    "POST, false",
    "POST, true",
    "POSTDIRECTLY, false",
    "POSTDIRECTLY, true"
  })
  void graphsComeInTheFormatItReads(String way, boolean conneg) throws IOException {
    Graph expected =
        RDFParser.fromString(
                "<http://example.org/s> <http://example.org/p> \"海底 & +\"@zh, \"seabed\"@en .",
                RDFLanguages.TURTLE)
            .toGraph();
    List<String> formats = List.copyOf(GRAPHS.keySet());
    List<Answer> answers = ask(formats, "construct", "CONSTRUCT WHERE " + PATTERN, way, conneg);

    for (int i = 0; i < formats.size(); i++) {
      Answer answer = answers.get(i);
      assertThat(answer.type()).as(formats.get(i)).isEqualTo(GRAPHS.get(formats.get(i)));
      Graph graph =
          RDFParser.fromString(answer.body(), RDFLanguages.contentTypeToLang(answer.type()))
              .toGraph();
      assertThat(graph.isIsomorphicWith(expected)).as(formats.get(i)).isTrue();
    }
  }

  /** Formats that it allows itself, and that leave it to the server which one they mean. */
  @Test
  void formatsWithoutAMediaTypeOfTheirOwnAreUnderstood() throws IOException {
    List<Answer> answers =
        ask(List.of("rdf", "json"), "describe", "DESCRIBE <http://example.org/s>", "POST", false);

    assertThat(answers)
        .extracting(Answer::type)
        .containsExactly("application/rdf+xml", "application/ld+json");
  }

  @Test
  void askGivesTheTruthInEachFormat() throws IOException {
    for (Answer answer : ask(List.of("xml", "json"), "ask", "ASK " + PATTERN, "POST", false)) {
      assertThat(read(answer).booleanResult()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({"POST, xml", "POST, json", "POSTDIRECTLY, xml", "POSTDIRECTLY, json"})
  void updatesTakeATokenInAHeaderOfItsOwn(String way, String format) throws IOException {
    String update =
        "INSERT DATA { <http://example.org/%s> <http://example.org/q> 1 }".formatted(way + format);
    Request without = new Request("update", update, format, way, false, Map.of());
    Request with = new Request("update", update, format, way, false, TOKEN);

    assertThat(send("update", List.of(without, with)))
        .extracting(Answer::status)
        .containsExactly(401, 200);
    assertThat(server.get("export", "*/*").body()).contains(way + format);
  }

  /** It reads 400 as a query that is badly formed, and shows what the server says. */
  @Test
  void aBadQueryIs400WithTheReason() throws IOException {
    Answer answer = ask(List.of("json"), "select", "SELECT * {", "POST", false).get(0);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("line 1, column 10");
  }

  private static List<Answer> ask(
      List<String> formats, String kind, String query, String way, boolean conneg)
      throws IOException {
    return send(
        "sparql",
        formats.stream()
            .map(format -> new Request(kind, query, format, way, conneg, Map.of()))
            .toList());
  }

  private static List<Answer> send(String path, List<Request> requests) throws IOException {
    Program.Run run =
        Tool.sparqlWrapper()
            .runOn(JSON.writeValueAsString(requests), server.address(path).toString());
    assertThat(run.exit()).as(run.err()).isZero();
    return JSON.readValue(run.out(), new TypeReference<List<Answer>>() {});
  }

  private static List<String> values(Answer answer) {
    return read(answer).rowSet().stream().map(row -> row.get("o").getLiteralLexicalForm()).toList();
  }

  private static QueryExecResult read(Answer answer) {
    return RowSetReader.createReader(RDFLanguages.contentTypeToLang(answer.type()))
        .readAny(
            new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)),
            ARQ.getContext());
  }
}
