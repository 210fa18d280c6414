package org.bluethread.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the functions of GeoSPARQL answer, and that nothing a query sends keeps them busy. */
final class GeoFunctionsTest {
  private static final String PREFIXES =
      """
      PREFIX geo: <http://www.opengis.net/ont/geosparql#>
      PREFIX geof: <http://www.opengis.net/def/function/geosparql/>
      PREFIX uom: <http://www.opengis.net/def/uom/OGC/1.0/>
      """;
  private static final String SQUARE = "POLYGON((0 0, 2 0, 2 2, 0 2, 0 0))";

  private static final DatasetGraph DATASET = DatasetGraphFactory.create();

  static {
    GeoFunctions.addTo(DATASET.getContext());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sfEquals     | POLYGON((2 2, 0 2, 0 0, 2 0, 2 2))       | true
          sfEquals     | POINT(1 1)                               | false
          sfDisjoint   | POINT(3 1)                               | true
          sfDisjoint   | POINT(2 1)                               | false
          sfIntersects | POINT(2 1)                               | true
          sfIntersects | POLYGON((1 1, 3 1, 3 3, 1 3, 1 1))       | true
          sfIntersects | POLYGON((3 3, 4 3, 4 4, 3 4, 3 3))       | false
          sfTouches    | POLYGON((2 0, 3 0, 3 2, 2 2, 2 0))       | true
          sfTouches    | POLYGON((1 0, 3 0, 3 2, 1 2, 1 0))       | false
          sfCrosses    | LINESTRING(-1 1, 3 1)                    | true
          sfCrosses    | LINESTRING(3 0, 3 3)                     | false
          sfWithin     | POLYGON((-1 -1, 3 -1, 3 3, -1 3, -1 -1)) | true
          sfWithin     | POLYGON((1 1, 3 1, 3 3, 1 3, 1 1))       | false
          sfContains   | POINT(1 1)                               | true
          sfContains   | POINT(2 1)                               | false
          sfOverlaps   | POLYGON((1 1, 3 1, 3 3, 1 3, 1 1))       | true
          sfOverlaps   | POINT(1 1)                               | false
          """)
  void aRelationIsThatOfTheFirstToTheSecond(String function, String other, boolean holds) {
    assertThat(value("geof:%s(%s, %s)".formatted(function, wkt(SQUARE), wkt(other))))
        .contains(Boolean.toString(holds));
  }

  @Test
  void eachNameIsGeoSparqlsOwn() {
    assertThat(GeoFunctions.names())
        .hasSize(9)
        .allMatch(name -> name.startsWith(GeoFunctions.NAMESPACE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POINT(0 0)                          | POINT(1 0)                     | 111195
          POINT(0 60)                         | POINT(1 60)                    | 55597
          POINT(179.5 0)                      | POINT(-179.5 0)                | 111195
          POINT(0 -90)                        | POINT(0 90)                    | 20015114
          POINT(1 1)                          | POLYGON((0 0,2 0,2 2,0 2,0 0)) | 0
          POLYGON((0 0,2 0,2 2,0 2,0 0))      | POLYGON((3 0,4 0,4 2,3 2,3 0)) | 111127
          POLYGON((0 60,1 60,1 61,0 61,0 60)) | POLYGON((3 60,4 60,4 61,3 61,3 60)) | 107802
          """)
  void aDistanceIsTheLeastOverTheSphere(String one, String other, double metres) {
    // Corners of the squares: their nearest points are those farthest from the equator.
    assertThat(distance(one, other)).isCloseTo(metres, within(25.0));
    assertThat(distance(other, one)).isCloseTo(metres, within(25.0));
  }

  @Test
  void aDistanceIsInMetresOnly() {
    String points = wkt("POINT(0 0)") + ", " + wkt("POINT(1 0)");
    assertThat(value("geof:distance(" + points + ", uom:degree)")).isEmpty();
    assertThat(value("geof:distance(" + points + ", 'metre')")).isEmpty();
    assertThat(value("geof:distance(" + points + ", STR(uom:metre))")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<http://www.opengis.net/def/crs/OGC/1.3/CRS84> POINT(1 1)",
        " point z (1 1 -4000) ",
        "MULTIPOINT((1 1), (9 9))",
        "GEOMETRYCOLLECTION(POINT(1 1), LINESTRING(5 5, 6 6))",
        "MULTIPOLYGON(((1 1, 3 1, 3 3, 1 1)), ((7 7, 8 7, 8 8, 7 7)))",
      })
  void geometriesOfWellKnownTextAreRead(String wkt) {
    assertThat(value("geof:sfIntersects(" + wkt(SQUARE) + ", " + wkt(wkt) + ")")).contains("true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "POINT",
        "POINT(1 2",
        "POINT(1 2) POINT(3 4)",
        "POINT(1 2)(3 4)",
        "POINT)1 2(",
        "POINT(1,2)",
        "POINT(NaN 2)",
        "POINT(1e400 2)",
        "POINT(-1e400 2)",
        "POINT(181 0)",
        "POINT(0 91)",
        "POINT(1 2) and more",
        "EMPTY",
        "LINESTRING(0 0)",
        "POLYGON((0 0, 1 1, 2 0, 1 0.5))",
        "CIRCLE(0 0, 1)",
        "<http://www.opengis.net/def/crs/EPSG/0/4326> POINT(1 1)",
        "<http://www.opengis.net/def/crs/OGC/1.3/CRS84>",
        "<http://www.opengis.net/def/crs/OGC/1.3/CRS84> ",
      })
  void whatIsNoGeometryIsAnErrorOfTheExpression(String wkt) {
    assertThat(value("geof:sfIntersects(" + wkt(SQUARE) + ", " + wkt(wkt) + ")")).isEmpty();
    assertThat(value("geof:sfDisjoint(" + wkt(wkt) + ", " + wkt(SQUARE) + ")")).isEmpty();
  }

  @Test
  void onlyLiteralsOfWellKnownTextAreGeometries() {
    for (String other : new String[] {"'POINT(1 1)'", "<http://example.org/>", "1", "'x'@en"}) {
      assertThat(value("geof:sfIntersects(" + wkt(SQUARE) + ", " + other + ")")).isEmpty();
    }
    assertThat(value("geof:sfIntersects(" + wkt(SQUARE) + ", ?unbound)")).isEmpty();
  }

  @Test
  void anEmptyGeometryIsDisjointFromAllAndNowhere() {
    String empty = wkt("POLYGON EMPTY");
    assertThat(value("geof:sfDisjoint(" + wkt(SQUARE) + ", " + empty + ")")).contains("true");
    assertThat(value("geof:distance(" + wkt(SQUARE) + ", " + empty + ", uom:metre)")).isEmpty();
  }

  @Test
  void aFunctionHasAValueForAsManyArgumentsAsItTakes() {
    String two = wkt(SQUARE) + ", " + wkt(SQUARE);
    assertThat(value("geof:sfWithin(" + wkt(SQUARE) + ")")).isEmpty();
    assertThat(value("geof:sfWithin()")).isEmpty();
    assertThat(value("geof:sfWithin(" + two + ", " + wkt(SQUARE) + ")")).isEmpty();
    assertThat(value("geof:distance(" + two + ")")).isEmpty();
  }

  @Test
  void deeplyNestedGeometriesAreRefusedAndNotRecursedInto() {
    int deep = 100_000;
    String nested = "GEOMETRYCOLLECTION(".repeat(deep) + "POINT(1 1)" + ")".repeat(deep);

    assertThat(value("geof:sfIntersects(" + wkt(SQUARE) + ", " + wkt(nested) + ")")).isEmpty();
    assertThat(value("geof:sfIntersects(" + wkt(SQUARE) + ", " + wkt("(".repeat(deep)) + ")"))
        .isEmpty();
  }

  @Test
  void aLargePolygonIsComparedWithASmallOne() {
    String circle =
        IntStream.rangeClosed(0, 15_000)
            .mapToObj(i -> Math.PI * 2 * (i % 15_000) / 15_000)
            .map(angle -> 10 * Math.cos(angle) + " " + 10 * Math.sin(angle))
            .collect(Collectors.joining(",", "POLYGON((", "))"));

    assertThat(value("geof:sfContains(" + wkt(circle) + ", " + wkt(SQUARE) + ")")).contains("true");
  }

  @Test
  void linesThatCrossTooOftenAreRefused() {
    String many = wkt(zigzag(2000, true)) + ", " + wkt(zigzag(2000, false));
    String itself = wkt(zigzag(4000, true)) + ", " + wkt("LINESTRING(-1 -1, 3 3)");

    for (String geometries : new String[] {many, itself}) {
      assertThat(value("geof:sfCrosses(" + geometries + ")")).isEmpty();
      assertThat(value("geof:distance(" + geometries + ", uom:metre)")).isEmpty();
    }
  }

  /**
   * The most work that one call may be: every segment of the one crosses every one of the other.
   */
  @Test
  void theMostWorkThatIsDoneTakesLittleTime() {
    String most = wkt(zigzag(180, true)) + ", " + wkt(zigzag(180, false));
    long start = System.nanoTime();

    assertThat(value("geof:sfCrosses(" + most + ")")).contains("true");

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void aCancelledQueryStopsWithinItsRow() {
    String crosses = "geof:sfCrosses(?a, ?b)";
    String row =
        IntStream.range(0, 2000).mapToObj(i -> crosses).collect(Collectors.joining(" && "));
    String query =
        "SELECT * { BIND(%s AS ?a) BIND(%s AS ?b) FILTER(%s) }"
            .formatted(wkt(zigzag(180, true)), wkt(zigzag(180, false)), row);
    long start = System.nanoTime();

    try (QueryExec exec =
        QueryExec.dataset(DATASET)
            .query(PREFIXES + query)
            .timeout(500, TimeUnit.MILLISECONDS)
            .build()) {
      assertThatExceptionOfType(QueryCancelledException.class)
          .isThrownBy(() -> exec.select().hasNext());
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
  }

  /** Up and down, or to and fro, over the unit square. */
  static String zigzag(int points, boolean upAndDown) {
    return IntStream.range(0, points)
        .mapToObj(i -> new double[] {(double) i / points, i % 2})
        .map(c -> upAndDown ? c[0] + " " + c[1] : c[1] + " " + c[0])
        .collect(Collectors.joining(",", "LINESTRING(", ")"));
  }

  private static String wkt(String text) {
    return '"' + text + "\"^^geo:wktLiteral";
  }

  private static double distance(String one, String other) {
    return Double.parseDouble(
        value("geof:distance(%s, %s, uom:metre)".formatted(wkt(one), wkt(other))).orElseThrow());
  }

  /** What an expression gives; empty if it is an error. */
  private static Optional<String> value(String expression) {
    try (QueryExec exec =
        QueryExec.dataset(DATASET)
            .query(PREFIXES + "SELECT (" + expression + " AS ?value) {}")
            .build()) {
      return Optional.ofNullable(exec.select().next().get("value"))
          .map(node -> node.getLiteralLexicalForm());
    }
  }
}
