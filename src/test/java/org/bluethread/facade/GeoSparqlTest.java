package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bluethread.geometry.GeoFunctions;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The functions of GeoSPARQL behind every door that takes SPARQL, and what they withstand. */
final class GeoSparqlTest {
  private static final String PREFIXES =
      """
      PREFIX : <http://example.org/>
      PREFIX geo: <http://www.opengis.net/ont/geosparql#>
      PREFIX geof: <http://www.opengis.net/def/function/geosparql/>
      PREFIX uom: <http://www.opengis.net/def/uom/OGC/1.0/>
      """;
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start(new Settings(Duration.ofSeconds(2), 10_000_000, "test"));
    server.write(
        PREFIXES
            + """
            GRAPH :g {
              :square geo:asWKT "POLYGON((0 0, 2 0, 2 2, 0 2, 0 0))"^^geo:wktLiteral .
              :inside geo:asWKT "POINT(1 1)"^^geo:wktLiteral .
              :beside geo:asWKT "POINT(3 1)"^^geo:wktLiteral .
              :broken geo:asWKT "POINT(3 1"^^geo:wktLiteral .
            }
            """);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aQueryFiltersByHowGeometriesRelate() {
    HttpResponse<String> response =
        ask(
            """
            SELECT ?thing {
              :square geo:asWKT ?square . ?thing geo:asWKT ?point
              FILTER(geof:sfContains(?square, ?point) && ?thing != :square)
            }
            """);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.body().lines()).containsExactly("thing", "http://example.org/inside");
  }

  @Test
  void aQueryOverChosenGraphsMayCallThemToo() {
    assertThat(
            ask("SELECT (geof:distance(?a, ?b, uom:metre) > 1e5 AS ?far) FROM :g"
                    + " { :square geo:asWKT ?a . :beside geo:asWKT ?b }")
                .body()
                .lines())
        .containsExactly("far", "true");
  }

  @Test
  void anUpdateMayCallThem() {
    assertThat(sent("/update", "INSERT { GRAPH :h { ?thing :near :square } }"))
        .contains("\"added\":1");
  }

  @Test
  void aTrialMayCallThem() {
    String insert =
        """
        PREFIX sh: <http://www.w3.org/ns/shacl#>
        INSERT {
          GRAPH <https://w3id.org/bluethread/graph/shapes> {
            :s a sh:NodeShape ; sh:targetNode ?thing ; sh:class :Nothing
          }
        }
        """;
    assertThat(sent("/validate", insert)).contains("beside");
  }

  private static String sent(String door, String insert) {
    HttpResponse<String> response =
        server.send(
            server
                .request(door)
                .header("Authorization", "Bearer " + TestServer.TOKEN)
                .header("Content-Type", "application/sparql-update")
                .header("Accept", "*/*")
                .POST(
                    BodyPublishers.ofString(
                        PREFIXES
                            + insert
                            + """
                            WHERE {
                              :square geo:asWKT ?square . ?thing geo:asWKT ?other
                              FILTER(geof:distance(?square, ?other, uom:metre) > 0)
                            }
                            """)));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.body();
  }

  @Test
  void theEndpointNamesItsFunctions() {
    HttpResponse<String> response =
        server.send(server.request("/sparql").header("Accept", "application/n-triples"));

    assertThat(GeoFunctions.names())
        .allSatisfy(
            name ->
                assertThat(response.body())
                    .contains("sparql-service-description#extensionFunction> <" + name + "> ."));
  }

  @Test
  void hostileGeometriesEndInAnAnswerOrAtTheTimeLimit() {
    int deep = 60_000;
    String nested = "GEOMETRYCOLLECTION(".repeat(deep) + "POINT(1 1)" + ")".repeat(deep);
    for (String wkt :
        new String[] {"POINT(1 1", "\\u0000", "(".repeat(100_000), nested, zigzag(60_000, 0)}) {
      HttpResponse<String> response =
          ask(
              "SELECT (geof:sfCrosses('%1$s'^^geo:wktLiteral, '%1$s'^^geo:wktLiteral) AS ?is) {}"
                  .formatted(wkt));

      if (response.statusCode() == 503) {
        assertThat(response.body()).contains("/problem/timeout");
      } else {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.body().lines().filter(line -> !line.isEmpty())).containsExactly("is");
      }
    }
  }

  @Test
  void muchWorkInOneRowIsStoppedAtTheTimeLimit() {
    String many =
        IntStream.range(0, 3000)
            .mapToObj(i -> "geof:sfCrosses(?a, ?b)")
            .collect(Collectors.joining(" && "));
    long start = System.nanoTime();

    HttpResponse<String> response =
        ask(
            "SELECT * { BIND('%s'^^geo:wktLiteral AS ?a) BIND('%s'^^geo:wktLiteral AS ?b) FILTER(%s) }"
                .formatted(zigzag(180, 0), zigzag(180, 1), many));

    assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
  }

  /** A line whose every segment goes from one side of a square to the other. */
  private static String zigzag(int points, int side) {
    return IntStream.range(0, points)
        .mapToObj(i -> new double[] {i % 2, (double) i / points})
        .map(c -> c[side] + " " + c[1 - side])
        .collect(Collectors.joining(",", "LINESTRING(", ")"));
  }

  private static HttpResponse<String> ask(String query) {
    return server.send(
        server
            .request("/sparql")
            .header("Accept", "text/csv")
            .header("Content-Type", "application/sparql-query")
            .POST(BodyPublishers.ofString(PREFIXES + query)));
  }
}
