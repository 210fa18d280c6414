package org.bluethread.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.junit.jupiter.api.Test;

/** The order of rows: it has to be one, or rows would be lost between two parts. */
final class RowOrderTest {
  /** Terms of all kinds that ORDER BY may meet, also side by side. */
  private static final List<Node> TERMS =
      List.of(
              "<https://example.org/a>",
              "<https://example.org/b>",
              "\"\"",
              "\"a\"",
              "\"B\"",
              "\"b\"",
              "\"a\"@en",
              "\"a\"@EN",
              "\"a\"@zh",
              "\"海\"@zh",
              "1",
              "01",
              "1.0",
              "1e0",
              "2",
              "-1",
              "\"NaN\"^^xsd:double",
              "\"INF\"^^xsd:double",
              "\"NaN\"^^xsd:float",
              "\"x\"^^xsd:integer",
              "true",
              "false",
              "\"1\"^^xsd:boolean",
              "\"2021\"^^xsd:gYear",
              "\"2021Z\"^^xsd:gYear",
              "\"2021-01-01\"^^xsd:date",
              "\"2021-01-01Z\"^^xsd:date",
              "\"2021-01-01+14:00\"^^xsd:date",
              "\"2021-01-02\"^^xsd:date",
              "\"2020-01-01T12:00:00\"^^xsd:dateTime",
              "\"2020-01-01T11:00:00Z\"^^xsd:dateTime",
              "\"2020-01-02T00:00:00+14:00\"^^xsd:dateTime",
              "\"2020-01-01T12:00:00Z\"^^xsd:dateTime",
              "\"P1D\"^^xsd:duration",
              "\"PT24H\"^^xsd:dayTimeDuration",
              "\"P1M\"^^xsd:duration",
              "\"P30D\"^^xsd:duration",
              "\"x\"^^<https://example.org/t>",
              "\"y\"^^<https://example.org/t>")
          .stream()
          .map(NodeFactoryExtra::parseNode)
          .toList();

  private static RowOrder order() {
    Query query = QueryFactory.create("SELECT ?a ?b { ?a ?p ?b } ORDER BY ?a");
    return new RowOrder(query);
  }

  private static PlacedRow row(RowOrder order, Node cell) {
    return order.place(BindingFactory.binding(Var.alloc("a"), cell, Var.alloc(".key0"), cell));
  }

  @Test
  void threeRowsNeverGoRoundInACircle() {
    RowOrder order = order();
    List<PlacedRow> rows = TERMS.stream().map(term -> row(order, term)).toList();
    for (PlacedRow one : rows) {
      for (PlacedRow two : rows) {
        assertThat(Integer.signum(order.compare(one, two)))
            .as(one + " " + two)
            .isEqualTo(-Integer.signum(order.compare(two, one)));
        for (PlacedRow three : rows) {
          if (order.compare(one, two) <= 0 && order.compare(two, three) <= 0) {
            assertThat(order.compare(one, three)).as(one + " " + two + " " + three).isNotPositive();
          }
        }
      }
    }
  }

  @Test
  void timesAndDurationsAreComparedAsSuch() {
    RowOrder order = order();
    List<String> pairs =
        List.of(
            "\"P9D\"^^xsd:dayTimeDuration \"P10D\"^^xsd:dayTimeDuration",
            "\"2021-01-01T09:00:00\"^^xsd:dateTime \"2021-01-01T00:00:00-10:00\"^^xsd:dateTime",
            "\"2021-01-01\"^^xsd:date \"2021-01-02Z\"^^xsd:date");
    for (String pair : pairs) {
      String[] terms = pair.split(" ", -1);
      PlacedRow earlier = row(order, NodeFactoryExtra.parseNode(terms[0]));
      PlacedRow later = row(order, NodeFactoryExtra.parseNode(terms[1]));
      assertThat(order.compare(earlier, later)).as(pair).isNegative();
    }
  }

  @Test
  void onlyTheSameRowsAreEqual() {
    RowOrder order = order();
    List<PlacedRow> rows = TERMS.stream().map(term -> row(order, term)).toList();
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < rows.size(); j++) {
        assertThat(order.compare(rows.get(i), rows.get(j)) == 0)
            .as(rows.get(i) + " " + rows.get(j))
            .isEqualTo(TERMS.get(i).equals(TERMS.get(j)));
      }
    }
  }

  @Test
  void aPlaceSurvivesBeingWritten() {
    RowOrder order = order();
    for (Node term : TERMS) {
      PlacedRow row = row(order, term);
      Place place = order.behind(row, 3);
      Optional<Place> read = Place.parse(place.toString());

      assertThat(read.map(Place::toString)).as(term.toString()).contains(place.toString());
      assertThat(order.compare(row, read.orElseThrow())).as(place.toString()).isZero();
    }
  }

  @Test
  void aBlankNodeKeepsItsLabelInAPlace() {
    RowOrder order = order();
    PlacedRow row = row(order, NodeFactory.createBlankNode("7f:x-1"));

    assertThat(order.compare(row, Place.parse(order.behind(row, 1).toString()).orElseThrow()))
        .isZero();
  }

  @Test
  void aPlaceHasRoomInAnAddress() {
    RowOrder order = order();
    PlacedRow row = row(order, NodeFactory.createLiteralLang("海\uD83D\uDC1F".repeat(50_000), "zh"));

    assertThat(order.behind(row, 1).toString().codePoints()).hasSizeLessThan(600);
  }

  @Test
  void theEngineDoesNotSortWhatIsSortedHere() {
    assertThat(Algebra.compile(order().query()).toString()).doesNotContain("(order");
    Query limited = QueryFactory.create("SELECT ?a { ?a ?p ?b } ORDER BY ?b LIMIT 3");
    assertThat(Algebra.compile(new RowOrder(limited).query()).toString()).contains("(order");
  }

  @Test
  void aQueryWithDistinctCannotBeOrderedByWhatItHides() {
    assertThatExceptionOfType(ShelfException.class)
        .isThrownBy(() -> TinyGraph.query("", "SELECT DISTINCT ?a WHERE { ?a ?p ?b } ORDER BY ?b"))
        .withMessageContaining("DISTINCT");
    assertThat(TinyGraph.query("", "SELECT DISTINCT ?a WHERE { ?a ?p ?b } ORDER BY STR(?a)"))
        .isNotNull();
  }
}
