package org.bluethread.facade.maps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** What a map shows, and where on its paper. */
class MapDrawingTest {
  private static final Pattern RING = Pattern.compile("M[^Mz]+");
  private static final Pattern PAIR = Pattern.compile("(-?[0-9]+) ?(-?[0-9]+)");

  @Test
  void hasWhatItShowsInItsMiddleAndSaysWhereThatIs() {
    MapDrawing map = map("POLYGON((10 -2, 20 -2, 20 2, 10 2, 10 -2))");
    assertThat(spaced(map.where()))
        .isEqualTo("Between 2° S and 2° N, and between 10° E and 20° E.");
    assertThat(middle(map)).isEqualTo(new Coordinate(1000, 500));
    // 30 degrees wide, as high as is usual: ten of them are a third.
    assertThat(corners(map).get(0).x).isEqualTo(1000 - 2000 / 6);
    assertThat(map.locator()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MULTIPOLYGON(((170 0,180 0,180 5,170 5,170 0)),((-180 0,-170 0,-170 5,-180 5,-180 0)))",
        "POLYGON((170 0,-170 0,-170 5,170 5,170 0))"
      })
  void showsWhatCrossesTheAntimeridianInOnePiece(String wkt) {
    MapDrawing map = map(wkt);
    assertThat(spaced(map.where()))
        .isEqualTo("Between 0° and 5° N, and between 170° E and 170° W.");
    assertThat(corners(map)).allMatch(corner -> corner.x > 300 && corner.x < 1700);
    assertThat(map.graticule().meridians())
        .extracting(line -> spaced(line.label()))
        .containsSubsequence("170° E", "180°", "170° W");
    assertThat(map.locator().orElseThrow().windows()).hasSize(2);
  }

  @Test
  void joinsPlacesOnBothSidesOfTheAntimeridian() {
    MapDrawing map = MapDrawing.of(List.of(place("POINT(179 0)"), place("POINT(-179 0)")), "en");
    assertThat(map.marks())
        .flatMap(Mark::spots)
        .extracting(Spot::x)
        .allMatch(x -> x > 40 && x < 60);
  }

  @Test
  void showsTheWholeEarthForWhatGoesAroundIt() {
    MapDrawing map = map("POLYGON((-180 -90,180 -90,180 -60,-180 -60,-180 -90))");
    assertThat(spaced(map.where())).isEqualTo("All around the earth, between 90° S and 60° S.");
    assertThat(map.locator()).isEmpty();
    assertThat(map.marks().get(0).path()).isEqualTo("M0 1000l2000 0 0-167-2000 0 0 167z");
  }

  @ParameterizedTest
  @CsvSource({"0,90", "0,-90", "180,0", "-180,0", "-117.2,12.1"})
  void showsAPointWhereverItIs(double longitude, double latitude) {
    MapDrawing map = map("POINT(" + longitude + " " + latitude + ")");
    Spot spot = map.marks().get(0).spots().get(0);
    assertThat(spot.x()).isEqualTo(50);
    assertThat(spot.y()).isBetween(0.0, 100.0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|At 12.14° N, 117.22° W.",
        "zh|位于北纬12.14°、西经117.22°。",
        "fr|À 12,14° N, 117,22° O.",
        "ru|Координаты: 12,14° с. ш., 117,22° з. д.",
        "es|A 12,14° N, 117,22° O.",
        "ar|عند 12.14° شمالاً، 117.22° غرباً."
      })
  void saysWhereInTheReadersWords(String language, String where) {
    MapDrawing map = MapDrawing.of(List.of(place("POINT(-117.2150615 12.135893)")), language);
    assertThat(spaced(map.where())).isEqualTo(where);
  }

  @ParameterizedTest
  @CsvSource({
    // London, Beijing, the middle of Antarctica, Chukotka on either side of the antimeridian
    "0,51.8,true",
    "116,40,true",
    "90,-85,true",
    "175,67,true",
    "-175,67,true",
    // The middle of the Pacific, the Gulf of Guinea, the Caspian Sea
    "-140,0,false",
    "0,0,false",
    "51,40,false"
  })
  void hasLandWhereThereIsLand(double longitude, double latitude, boolean land)
      throws ParseException {
    Frame frame = new Frame(longitude - 30, latitude + 10, 60, 20);
    Geometry drawn = polygons(Coastline.in(frame, 1));
    Geometry point =
        new WKTReader().read("POINT(" + frame.x(longitude) + " " + frame.y(latitude) + ")");
    assertThat(drawn.contains(point)).isEqualTo(land);
  }

  @Test
  void hasTheSameLandInAWorldWithAnotherMiddle() {
    double land = polygons(Coastline.in(new Frame(-180, 90, 360, 180), 1)).getArea();
    assertThat(land).isBetween(0.28 * 2_000_000, 0.42 * 2_000_000);
    assertThat(polygons(Coastline.in(new Frame(-40, 90, 360, 180), 1)).getArea())
        .isCloseTo(land, Percentage.withPercentage(4));
  }

  @Test
  void drawsNoMorePointsThanAPageCanCarryAndSaysSo() {
    StringJoiner ring = new StringJoiner(",", "POLYGON((", "))");
    for (int i = 0; i <= 40_000; i++) {
      double turn = 2 * Math.PI * (i % 40_000) / 40_000;
      double radius = 10 + i % 2;
      ring.add(radius * Math.cos(turn) + " " + radius * Math.sin(turn));
    }
    MapDrawing map = map(ring.toString());
    assertThat(map.coarse()).isTrue();
    assertThat(map.marks().get(0).path().length()).isLessThan(60_000);
    assertThat(middle(map).distance(new Coordinate(1000, 500))).isLessThan(40);
  }

  @Test
  void drawsManyPointsAtOnePlaceOnceAndManyPlacesTogether() {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      places.add(place("POINT(" + i % 7 + " 3)"));
    }
    MapDrawing map = MapDrawing.of(places, "en");
    assertThat(map.marks()).hasSize(1);
    assertThat(map.marks().get(0).iri()).isEmpty();
    assertThat(map.marks().get(0).spots()).hasSize(7);
    assertThat(map.labels()).isEmpty();
  }

  @Test
  void drawsSmallOverLargeAndTellsBoxesFromOutlines() {
    Place box = new Place("b", "Box", "Box", geometry("POLYGON((0 0,9 0,9 9,0 9,0 0))"), true);
    Place small =
        new Place("s", "Small", "Small", geometry("POLYGON((4 4,5 4,5 5,4 5,4 4))"), false);
    MapDrawing map = MapDrawing.of(List.of(small, box), "en");
    assertThat(map.marks())
        .extracting(Mark::iri)
        .containsExactly(Optional.of("b"), Optional.of("s"));
    assertThat(map.marks()).extracting(Mark::approximate).containsExactly(true, false);
    // Both stand in the middle, and the true outline has its name there.
    assertThat(map.labels()).extracting(Label::text).containsExactly("Small");
  }

  @Test
  void drawsPartsLinesAndHoles() {
    MapDrawing map =
        map(
            "GEOMETRYCOLLECTION(LINESTRING(0 0,5 5), POINT(9 9),"
                + " POLYGON((0 0,8 0,8 8,0 8,0 0),(2 2,3 2,3 3,2 3,2 2)))");
    assertThat(RING.matcher(map.marks().get(0).path()).results()).hasSize(3);
    assertThat(map.marks().get(0).path().chars().filter(one -> one == 'z')).hasSize(2);
    assertThat(map.marks().get(0).spots()).hasSize(1);
  }

  /** No line ends between a number and its direction. */
  private static String spaced(String text) {
    return text.replace('\u00a0', ' ');
  }

  private static MapDrawing map(String wkt) {
    return MapDrawing.of(List.of(place(wkt)), "en");
  }

  private static Place place(String wkt) {
    return new Place("http://example.org/x", "Place", "Place", geometry(wkt), false);
  }

  private static Geometry geometry(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The middle of the first mark's box, rounded. */
  private static Coordinate middle(MapDrawing map) {
    Coordinate middle = polygons(map.marks().get(0).path()).getEnvelopeInternal().centre();
    return new Coordinate(Math.rint(middle.x / 2) * 2, Math.rint(middle.y / 2) * 2);
  }

  private static List<Coordinate> corners(MapDrawing map) {
    return List.of(polygons(map.marks().get(0).path()).getCoordinates());
  }

  /** Reads path data back: rings by the rule even-odd. */
  private static Geometry polygons(String path) {
    Geometry all = geometry("POLYGON EMPTY");
    for (MatchResult ring : RING.matcher(path).results().toList()) {
      List<Coordinate> corners = new ArrayList<>();
      Coordinate last = new Coordinate(0, 0);
      for (MatchResult pair : PAIR.matcher(ring.group()).results().toList()) {
        double x = last.x + Integer.parseInt(pair.group(1));
        last = new Coordinate(x, last.y + Integer.parseInt(pair.group(2)));
        corners.add(last);
      }
      if (corners.size() > 2) {
        corners.add(corners.get(0));
        Coordinate[] closed = corners.toArray(Coordinate[]::new);
        all = all.symDifference(all.getFactory().createPolygon(closed).buffer(0));
      }
    }
    return all;
  }
}
