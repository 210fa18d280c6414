package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of things that are somewhere show where, whatever a store says about that. */
class ThingMapTest {
  private static final String MAP = "<figure class=\"map\">";
  private static final int MOST_CHARACTERS = 400_000;

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    server.write(
        """
        @base <https://w3id.org/bluethread/> .
        @prefix bt: <https://w3id.org/bluethread/ontology#> .
        @prefix geo: <http://www.opengis.net/ont/geosparql#> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        GRAPH <graph/places> {
          <id/place/x/box> skos:prefLabel "Box <script>alert(1)</script>%s"@en ;
            geo:hasGeometry <id/place/x/box#geometry> .
          <id/place/x/box#geometry> bt:qualifier bt:approximately ;
            geo:asWKT "POLYGON((10 10,20 10,20 20,10 20,10 10))"^^geo:wktLiteral .
          <id/place/x/point> geo:hasGeometry [ geo:asWKT "POINT(30 40)"^^geo:wktLiteral ] .
          <id/project/x/one> bt:inPlace <id/place/x/box> , <id/place/x/point> .
          <id/project/x/two> bt:about <id/project/x/one> .
          <id/geometry/x/own> geo:asWKT "POINT(3 4)"^^geo:wktLiteral .
          <id/place/x/wrong> geo:hasGeometry [ geo:asWKT "POLYGON((10 10,20"^^geo:wktLiteral ] ,
            [ geo:asWKT "POINT(400 10)"^^geo:wktLiteral ] , [ geo:asWKT "POINT(1 1)" ] ,
            [ geo:asWKT <id/place/x/box> ] , [ geo:asWKT "POINT EMPTY"^^geo:wktLiteral ] ,
            "here" .
          <id/place/x/half> geo:hasGeometry [ geo:asWKT "nothing"^^geo:wktLiteral ] ,
            [ geo:asWKT "POINT(1 1)"^^geo:wktLiteral ] .
          <id/place/x/long> geo:hasGeometry [ geo:asWKT "%s"^^geo:wktLiteral ] ,
            [ geo:asWKT "POINT(1 1)"^^geo:wktLiteral ] .
          <id/place/x/many> geo:hasGeometry %s .
          %s
        }
        """
            .formatted(
                "b".repeat(10_000),
                line(120_000),
                IntStream.range(0, 300)
                    .mapToObj(i -> "[ geo:asWKT \"" + line(100) + "\"^^geo:wktLiteral ]")
                    .collect(Collectors.joining(",")),
                IntStream.range(0, 3_000)
                    .mapToObj(
                        i ->
                            "<id/group/x/all> bt:hasMember <id/place/x/m%1$d> . <id/place/x/m%1$d>"
                                    .formatted(i)
                                + " geo:hasGeometry [ geo:asWKT \"POINT(%d %d)\"^^geo:wktLiteral ] ."
                                    .formatted(i % 180, i % 90))
                    .collect(Collectors.joining("\n"))));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String line(int points) {
    return IntStream.range(0, points)
        .mapToObj(i -> (i * 37 % 3600) / 20.0 + " " + (i * 53 % 1800) / 20.0)
        .collect(Collectors.joining(",", "LINESTRING(", ")"));
  }

  @Test
  void aThingWithAGeometryIsShownOnAMapThatSaysWhereItIs() {
    String page = page("id/place/x/box");
    assertThat(page)
        .contains(MAP, "role=\"img\"")
        .contains("aria-label=\"Map. Between 10° N and 20° N, and between 10° E and 20° E.\"")
        .contains("class=\"area approximate\"")
        .contains("boxes drawn around areas")
        .contains("Natural Earth");
    assertThat(page("id/place/x/box", "zh")).contains("位于北纬10°至北纬20°、东经10°至东经20°之间。");
  }

  @Test
  void aThingWithoutAGeometryShowsThoseOfItsNeighboursAndSaysThatTheyAreNotItsOwn() {
    String page = page("id/project/x/one");
    assertThat(page)
        .contains(MAP, "role=\"group\"")
        .contains("does not say where it is itself", "connected with: 2.")
        .contains("<circle class=\"spot\"", "class=\"area approximate\"")
        .contains("href=\"/id/place/x/box?lang=en\"");
  }

  @Test
  void whoseNeighboursAreNowhereHasNoMap() {
    assertThat(page("id/project/x/two")).doesNotContain(MAP);
  }

  @Test
  void aGeometryThatHasAnAddressOfItsOwnIsShown() {
    assertThat(page("id/geometry/x/own")).contains("At 4° N, 3° E.");
  }

  @Test
  void namesAreTextsWhateverIsInThemAndAsLongAsThereIsRoom() {
    String page = page("id/project/x/one");
    assertThat(page).doesNotContain("<script>alert").contains("&lt;script&gt;alert(1)");
    assertThat(page.split("b{10000}", -1)).hasSizeLessThan(8);
  }

  @Test
  void whatCannotBeReadBreaksNoPageAndIsCounted() {
    assertThat(page("id/place/x/wrong"))
        .contains("cannot be read, and which are not shown: 5.")
        .doesNotContain("class=\"sheet\"");
    assertThat(page("id/place/x/half"))
        .contains("At 1° N, 1° E.", "cannot be read, and which are not shown: 1.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id/place/x/long", "id/place/x/many", "id/group/x/all"})
  void whatIsTooMuchForAMapIsLeftOutAndThePageSaysSo(String path) {
    String page = page(path);
    assertThat(page.indexOf("class=\"locator\"") + page.indexOf(MAP)).isPositive();
    String figure = page.substring(page.indexOf(MAP), page.indexOf("</figure>"));
    assertThat(figure).contains("There are more places than are shown");
    assertThat(figure.length()).isLessThan(MOST_CHARACTERS / 2);
  }

  @Test
  void theSameGeometryIsThereForPrograms() {
    assertThat(server.get("id/place/x/box.ttl", "text/turtle").body())
        .contains("POLYGON((10 10,20 10,20 20,10 20,10 10))");
  }

  @Test
  void aStoreWithoutGeometriesHasPagesWithoutMaps() {
    try (TestServer empty = TestServer.start()) {
      empty.write("<http://e.org/a> <http://e.org/b> <https://w3id.org/bluethread/id/x/y> .");
      assertThat(empty.get("id/x/y.html", "text/html").body()).doesNotContain(MAP);
    }
  }

  private static String page(String path) {
    return page(path, "en");
  }

  private static String page(String path, String language) {
    HttpResponse<String> answer = server.get(path + ".html?lang=" + language, "text/html");
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body().replace('\u00a0', ' ');
  }
}
