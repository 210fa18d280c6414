package org.bluethread.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The statistics are a well-formed RDF Data Cube, and their indicators lead to them. The numbers
 * are counted in the source files.
 */
final class StatisticsTest {
  private static final String PREFIXES =
      """
      PREFIX qb: <http://purl.org/linked-data/cube#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX sdmx-dimension: <http://purl.org/linked-data/sdmx/2009/dimension#>
      PREFIX sdmx-measure: <http://purl.org/linked-data/sdmx/2009/measure#>
      """;

  @Test
  void noFigureIsLostOnTheWayFromTheTable() {
    assertThat(
            select(
                """
                SELECT (COUNT(?figure) AS ?figures) (COUNT(DISTINCT ?series) AS ?all)
                WHERE { ?figure a qb:Observation ; qb:dataSet ?series }
                """))
        .containsExactly(List.of("8872", "9"));
  }

  /** Who compares countries must not have the sums of countries among them, and the reverse. */
  @Test
  void eachFigureIsOfTheWorldOfACountryOrOfARegionAndOfOneOfThese() {
    assertThat(
            select(
                """
                SELECT ?what (COUNT(DISTINCT ?area) AS ?areas) (COUNT(?figure) AS ?figures)
                WHERE {
                  ?figure a qb:Observation ; sdmx-dimension:refArea ?area .
                  BIND(EXISTS { ?area a bt:Country } AS ?country)
                  BIND(EXISTS { ?area bt:areaKind ?kind } AS ?region)
                  BIND(CONCAT(IF(?country, "country", ""), IF(?region, "region", "")) AS ?what)
                }
                GROUP BY ?what ORDER BY ?what
                """))
        .containsExactly(
            List.of("", "1", "102"),
            List.of("country", "225", "7208"),
            List.of("region", "61", "1562"));
  }

  @Test
  void theRegionsOfTheGoalsAreEight() {
    assertThat(
            select(
                """
                SELECT ?code WHERE { ?region bt:areaKind bt:sdgRegion ; skos:notation ?code }
                ORDER BY ?code
                """))
        .extracting(row -> row.get(0))
        .containsExactly("053", "062", "202", "419", "513", "543", "747", "753");
  }

  /** The cube's constraint IC-11: each dimension of the structure has a value. */
  @Test
  void eachFigureHasTheDimensionsOfItsStructure() {
    assertThat(
            select(
                """
                SELECT ?figure ?dimension
                WHERE {
                  ?figure qb:dataSet/qb:structure/qb:component/qb:dimension ?dimension .
                  FILTER NOT EXISTS { ?figure ?dimension ?value }
                }
                """))
        .isEmpty();
  }

  /** The cube's constraint IC-12: the dimensions tell the figures of a series apart. */
  @Test
  void noTwoFiguresOfASeriesHaveTheSameDimensions() {
    assertThat(
            select(
                """
                SELECT ?series ?area ?year ?station
                WHERE {
                  ?figure qb:dataSet ?series ; sdmx-dimension:refArea ?area ;
                    sdmx-dimension:refPeriod ?year .
                  OPTIONAL { ?figure bt:samplingStation ?station }
                }
                GROUP BY ?series ?area ?year ?station
                HAVING (COUNT(?figure) > 1)
                """))
        .isEmpty();
  }

  @Test
  void aTraceLeadsFromTheGoalToTheSeries() {
    assertThat(
            select(
                """
                SELECT DISTINCT ?series
                WHERE {
                  <http://metadata.un.org/sdg/14> bt:hasTarget ?target .
                  ?target bt:hasIndicator ?indicator .
                  ?indicator ?link ?series .
                  ?link rdfs:subPropertyOf bt:link .
                  ?series a qb:DataSet .
                }
                """))
        .hasSize(9);
  }

  @Test
  void eachCountryIsBridgedToItsAreaOfTheGoals() {
    assertThat(
            select(
                """
                SELECT (COUNT(?country) AS ?countries)
                WHERE {
                  ?country a bt:Country ; bt:m49Code ?m49 ; bt:alpha2Code ?alpha2 ;
                    skos:exactMatch ?area .
                  FILTER(STR(?area) = CONCAT("http://metadata.un.org/sdg/codes/geoArea/", ?m49))
                }
                """))
        .containsExactly(List.of("246"));
  }

  private static List<List<String>> select(String query) {
    return RealData.select(PREFIXES + query);
  }
}
