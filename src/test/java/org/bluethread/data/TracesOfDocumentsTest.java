package org.bluethread.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bluethread.support.TestServer;
import org.bluethread.vocabulary.Addresses;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The best path between two things, and the units it stands in, are those that were worked out from
 * the documents by hand.
 */
final class TracesOfDocumentsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path EXPECTED = Path.of("src/test/golden/traces/expected.tsv");

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.shared();
  }

  static Stream<Map<String, String>> expected() {
    return TsvTable.rows(EXPECTED).stream();
  }

  @ParameterizedTest
  @MethodSource("expected")
  void theBestPathIsTheOneExpected(Map<String, String> row) throws Exception {
    JsonNode trace = trace(row.get("from"), row.get("to"));
    if (row.get("path").equals("none")) {
      assertThat(trace.at("/paths")).as(row.get("id")).isEmpty();
      return;
    }
    List<String> path = new ArrayList<>(List.of(shortened(trace.at("/from/iri").asText())));
    List<Set<String>> units = new ArrayList<>();
    for (JsonNode step : trace.at("/paths/0/steps")) {
      path.add(shortened(step.at("/to/iri").asText()));
      units.add(units(step));
    }
    assertThat(String.join(" > ", path)).as(row.get("id")).isEqualTo(row.get("path"));
    String[] wanted = row.get("paragraphs").split(" \\| ", -1);
    assertThat(units).as(row.get("id")).hasSameSizeAs(wanted);
    for (int i = 0; i < wanted.length; i++) {
      assertThat(units.get(i)).as(row.get("id") + ", step " + (i + 1)).contains(wanted[i].strip());
    }
  }

  @Test
  void atLeastThirtyAreThoseWorkedOut() {
    assertThat(expected().filter(row -> row.get("basis").equals("worked-out")).count())
        .isGreaterThanOrEqualTo(30);
  }

  /** The units that a step names; "mapping" and "register" where no document says it. */
  private static Set<String> units(JsonNode step) {
    Set<String> units = new TreeSet<>();
    for (JsonNode statement : step.at("/statements")) {
      for (JsonNode source : statement.at("/sources")) {
        if (source.at("/kind").asText().equals("REGISTER")) {
          units.add("register");
        }
        for (JsonNode unit : source.at("/units")) {
          units.add(unit.at("/iri").asText().substring((Addresses.THINGS + "document/").length()));
        }
      }
    }
    if (!step.at("/mappings").isEmpty()) {
      units.add("mapping");
    }
    assertThat(units).as("no step without a place").isNotEmpty();
    return units;
  }

  private static String shortened(String iri) {
    return iri.startsWith(Addresses.THINGS) ? iri.substring(Addresses.THINGS.length()) : iri;
  }

  private static JsonNode trace(String from, String to) throws Exception {
    HttpResponse<String> answer =
        server.get("trace?from=" + encode(from) + "&to=" + encode(to), "application/json");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
