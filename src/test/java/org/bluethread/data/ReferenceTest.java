package org.bluethread.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What tables were made from, held against the graph: nothing of the statistics and of the zones of
 * the sea was lost or changed. It needs the reference data and runs with {@code -Dreference=FOLDER}
 * only.
 */
@Tag("reference")
final class ReferenceTest {
  private static final Set<String> NO_NUMBER = Set.of("N", "NV");

  @Test
  void everyFigureOfGoal14IsHereAndNoOther() throws IOException {
    List<String> expected = new ArrayList<>();
    try (Stream<Path> files = Files.list(reference("sdg/observations-sdg14"))) {
      for (Path file : files.filter(one -> name(one).startsWith("ddf--datapoints")).toList()) {
        String series = name(file).split("--", -1)[2];
        for (Map<String, String> row : rows(file)) {
          if (!NO_NUMBER.contains(row.get(series))) {
            expected.add(
                String.join(
                    " ",
                    series.toUpperCase(Locale.ROOT),
                    row.get("geo_area"),
                    row.getOrDefault("sampling_stations", "").replace('_', '-'),
                    row.get("year"),
                    row.get("nature"),
                    plain(row.get(series))));
          }
        }
      }
    }

    List<String> found =
        RealData.select(
                """
                PREFIX qb: <http://purl.org/linked-data/cube#>
                PREFIX sdmx-dimension: <http://purl.org/linked-data/sdmx/2009/dimension#>
                PREFIX sdmx-measure: <http://purl.org/linked-data/sdmx/2009/measure#>
                SELECT ?code ?m49 ?areaCode ?station ?year ?nature ?value
                WHERE {
                  ?figure qb:dataSet ?series ; sdmx-dimension:refArea ?area ;
                    sdmx-dimension:refPeriod ?year ; sdmx-measure:obsValue ?value .
                  ?series skos:notation ?code .
                  OPTIONAL { ?area bt:m49Code ?m49 }
                  OPTIONAL { ?area skos:notation ?areaCode }
                  OPTIONAL { ?figure bt:samplingStation/skos:notation ?station }
                  OPTIONAL { ?figure bt:dataNature ?own }
                  OPTIONAL { ?series bt:dataNature ?ofAll }
                  BIND(COALESCE(?own, ?ofAll) AS ?natureThing)
                  ?natureThing skos:notation ?nature .
                }
                """)
            .stream()
            .map(
                row ->
                    String.join(
                        " ",
                        row.get(0),
                        String.valueOf(
                            Integer.parseInt(row.get(1).isEmpty() ? row.get(2) : row.get(1))),
                        row.get(3).toLowerCase(Locale.ROOT),
                        row.get(4),
                        row.get(5).toLowerCase(Locale.ROOT),
                        plain(row.get(6))))
            .toList();

    assertThat(expected).hasSize(8872);
    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void everyZoneOfTheSeaIsHereWithItsNameAndSize() throws IOException {
    List<List<String>> expected =
        rows(reference("marine-regions/eez-v12.csv")).stream()
            .map(
                row ->
                    List.of(
                        "http://marineregions.org/mrgid/" + row.get("mrgid"),
                        row.get("geoname"),
                        row.get("area_km2")))
            .toList();

    assertThat(
            RealData.select(
                """
                SELECT ?zone ?name ?size
                WHERE {
                  ?zone a bt:MaritimeZone ; skos:prefLabel ?name ; bt:areaKm2 ?size .
                  FILTER(LANG(?name) = "en")
                }
                """))
        .hasSize(285)
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static String plain(String number) {
    return new BigDecimal(number).stripTrailingZeros().toPlainString();
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static Path reference(String path) {
    String folder = System.getProperty("reference");
    assumeThat(folder).as("-Dreference").isNotNull();
    return Path.of(folder).resolve(path);
  }

  private static List<Map<String, String>> rows(Path file) throws IOException {
    CSVFormat firstLineNames =
        CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, firstLineNames)) {
      return parser.stream().map(CSVRecord::toMap).toList();
    }
  }
}
