package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Content negotiation as a truth table: what is accepted, and what comes; 406 where nothing can.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1">RFC 9110, 12.5.1</a>
 */
class AcceptTest {
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    server.write(
        "GRAPH <https://w3id.org/bluethread/graph/g> { <http://e.org/s> <http://e.org/p> 1 }");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a/x                            | a/x",
        "a/y                            | a/y",
        "A/Y                            | a/y",
        "b/z                            | b/z",
        "*/*                            | a/x",
        "a/*                            | a/x",
        "b/*                            | b/z",
        "a/x, a/y                       | a/x",
        "a/y, a/x                       | a/x",
        "a/x;q=0.5, a/y                 | a/y",
        "a/x;q=0.5, a/y;q=0.4           | a/x",
        "a/x; q=0.5 , a/y;q=0.500       | a/x",
        "a/y;q=0.001                    | a/y",
        "*/*;q=0.1, b/z                 | b/z",
        "*/*, b/z                       | b/z",
        "*/*, a/x;q=0                   | a/y",
        "*/*, a/*;q=0                   | b/z",
        "a/*, a/x;q=0                   | a/y",
        "a/*;q=0, a/y                   | a/y",
        "a/x;q=0.2, a/*;q=0.9, */*;q=1  | b/z",
        "a/x;q=0                        | none",
        "a/x;q=0.0, a/y;q=0.000         | none",
        "c/w                            | none",
        "c/*                            | none",
        "c/w, */*;q=0                   | none",
        "a/y;charset=utf-8              | a/y",
        "a/y;profile=\"x,y;q=0\";q=0.3, a/x;q=0.2 | a/y",
        "a/x;q=2, a/y                   | a/x",
        "a/x;q=x, a/y;q=0.9             | a/x",
        "a/x;q=0.1234, a/y;q=.1         | a/x",
        "*                              | a/x",
        "a/y, *;q=.2                    | a/y",
        "a, a/y                         | a/y",
        ",,a/y,                         | a/y",
        "nonsense                       | none",
      })
  void theTypeThatIsWantedMostIsChosen(String accept, String chosen) {
    List<String> offers = List.of("a/x", "a/y", "b/z");
    assertThat(new Accept(accept).best(offers).orElse("none")).isEqualTo(chosen);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT * {} | */* | application/sparql-results+json",
        "SELECT * {} | application/sparql-results+xml | application/sparql-results+xml",
        "SELECT * {} | application/json | application/json",
        "SELECT * {} | application/xml | application/xml",
        "SELECT * {} | text/csv | text/csv",
        "SELECT * {} | text/tab-separated-values | text/tab-separated-values",
        "SELECT * {} | text/* | text/csv",
        "SELECT * {} | text/turtle, text/csv;q=0.1 | text/csv",
        "SELECT * {} | text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 |"
            + " application/xml",
        "SELECT * {} | text/turtle | 406",
        "SELECT * {} | text/plain | 406",
        "ASK {} | application/sparql-results+xml | application/sparql-results+xml",
        "ASK {} | text/csv | text/csv",
        "ASK {} | application/n-triples | 406",
        "CONSTRUCT WHERE { ?s ?p ?o } | */* | text/turtle",
        "CONSTRUCT WHERE { ?s ?p ?o } | application/n-triples | application/n-triples",
        "CONSTRUCT WHERE { ?s ?p ?o } | application/ld+json | application/ld+json",
        "CONSTRUCT WHERE { ?s ?p ?o } | application/rdf+xml | application/rdf+xml",
        "CONSTRUCT WHERE { ?s ?p ?o } | application/trig | application/trig",
        "CONSTRUCT WHERE { ?s ?p ?o } | application/n-quads | application/n-quads",
        "CONSTRUCT WHERE { ?s ?p ?o } | application/sparql-results+json | 406",
        "DESCRIBE <http://e.org/s> | text/turtle;q=0.5, application/rdf+xml | application/rdf+xml",
        "DESCRIBE <http://e.org/s> | image/png | 406",
      })
  void atTheEndpointItDependsOnTheFormOfTheQuery(String query, String accept, String outcome) {
    var response =
        server.send(
            server
                .request("sparql")
                .header("Content-Type", "application/sparql-query")
                .header("Accept", accept)
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(query)));
    if (outcome.equals("406")) {
      assertThat(response.statusCode()).isEqualTo(406);
      assertThat(response.body()).contains("not-acceptable", "Ask for one of: ");
    } else {
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type").orElseThrow().split(";", 2)[0])
          .isEqualTo(outcome);
      assertThat(response.headers().firstValue("Vary").orElseThrow()).contains("Accept");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SELECT * {}, csv, text/csv",
    "SELECT * {}, xml, application/sparql-results+xml",
    "SELECT * {}, text/tab-separated-values, text/tab-separated-values",
    "DESCRIBE <http://e.org/s>, nt, application/n-triples",
    "DESCRIBE <http://e.org/s>, xml, application/rdf+xml",
    "DESCRIBE <http://e.org/s>, csv, 400",
    "SELECT * {}, ttl, 400",
    "SELECT * {}, xls, 400",
  })
  void aFormatInTheAddressComesBeforeTheHeader(String query, String format, String outcome) {
    String path =
        "sparql?format="
            + format
            + "&query="
            + java.net.URLEncoder.encode(query, java.nio.charset.StandardCharsets.UTF_8);
    var response = server.get(path, "image/png");
    if (outcome.equals("400")) {
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.body()).contains("unknown-format", "Use one of: ");
    } else {
      assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith(outcome);
    }
  }
}
