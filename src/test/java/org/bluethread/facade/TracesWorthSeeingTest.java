package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bluethread.facade.words.Words;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The traces on the start page: each leads somewhere, and shows what is said of it. */
final class TracesWorthSeeingTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<JsonNode> traces() throws Exception {
    String start = TestServer.shared().get("?lang=en", "application/json").body();
    return StreamSupport.stream(JSON.readTree(start).at("/traces").spliterator(), false);
  }

  @Test
  void thereAreAFew() throws Exception {
    assertThat(traces()).hasSizeBetween(3, 5);
  }

  @ParameterizedTest
  @MethodSource("traces")
  void eachHasAPath(JsonNode trace) throws Exception {
    assertThat(best(trace.at("/name").asText()).size()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh", "fr", "es", "ru", "ar"})
  void eachIsALinkWithASentenceInTheLanguageOfTheReader(String language) throws Exception {
    HttpResponse<String> page = TestServer.shared().get("?lang=" + language, "text/html");
    for (JsonNode trace : traces().toList()) {
      String sentence = new Words(language).text("start.trace." + trace.at("/name").asText());
      assertThat(page.body())
          .contains("<br>" + sentence)
          .contains(
              "href=\"/trace?from="
                  + encode(trace.at("/from/iri").asText())
                  + "&amp;to="
                  + encode(trace.at("/to/iri").asText())
                  + "&amp;lang="
                  + language);
    }
  }

  @Test
  void theDecisionAndTheOutputMeetInADatabase() throws Exception {
    assertThat(types(best("decision"))).contains("InformationSystem").endsWith("Output");
    assertThat(mapped(best("decision"))).containsOnly(false);
  }

  @Test
  void onlyTheFirstStepFromTheTargetIsMapped() throws Exception {
    assertThat(mapped(best("target"))).startsWith(true).contains(false);
    assertThat(mapped(best("target")).stream().filter(step -> step)).hasSize(1);
  }

  @Test
  void theTargetForScienceLeadsOverItsIndicatorAndWhoAnswersForIt() throws Exception {
    assertThat(types(best("goal"))).containsExactly("Indicator", "Organ", "Output");
    assertThat(mapped(best("goal"))).containsOnly(false);
  }

  @Test
  void theNameLeadsOverItsRecordTheDatasetAndTheContractToTheDecision() throws Exception {
    assertThat(types(best("name")))
        .startsWith("Occurrence", "OccurrenceDataset", "ExplorationContract")
        .endsWith("Decision");
  }

  @Test
  void aGraphWithoutTheirEndsHasNone() throws Exception {
    try (TestServer empty = TestServer.start()) {
      assertThat(JSON.readTree(empty.get("", "application/json").body()).at("/traces")).isEmpty();
      assertThat(empty.get("", "text/html").body()).doesNotContain("/trace?from=");
    }
  }

  /** The steps of the best path. */
  private static JsonNode best(String name) throws Exception {
    JsonNode trace =
        traces().filter(one -> one.at("/name").asText().equals(name)).findFirst().orElseThrow();
    String address =
        "trace?from="
            + encode(trace.at("/from/iri").asText())
            + "&to="
            + encode(trace.at("/to/iri").asText());
    return JSON.readTree(TestServer.shared().get(address, "application/json").body())
        .at("/paths/0/steps");
  }

  private static List<String> types(JsonNode steps) {
    return StreamSupport.stream(steps.spliterator(), false)
        .map(step -> step.at("/to/type").asText().replaceFirst(".*#", ""))
        .toList();
  }

  private static List<Boolean> mapped(JsonNode steps) {
    return StreamSupport.stream(steps.spliterator(), false)
        .map(step -> step.at("/statements").isEmpty())
        .toList();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
