package org.bluethread.facade.informea;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Records without all that InforMEA requires are withheld and counted, and nothing is made up. */
class WithheldTest {
  private static JsonNode withheld(TestServer server) {
    return Portal.tree(server.get("informea.svc/withheld", "application/json").body());
  }

  private static Map<String, List<String>> missing(JsonNode report) {
    Map<String, List<String>> missing = new TreeMap<>();
    report
        .get("withheld")
        .forEach(
            one ->
                missing.put(one.get("id").asText(), one.get("missing").findValuesAsText("field")));
    return missing;
  }

  @Test
  void whatIsWithheldIsCountedWithWhatItLacks() {
    try (TestServer server = TestServer.start()) {
      server.write(Portal.GRAPH);
      JsonNode report = withheld(server);

      assertThat(report.at("/sets/Decisions").toString())
          .isEqualTo("{\"given\":2,\"withheld\":1,\"missing\":{\"published\":1}}");
      assertThat(report.at("/sets/Meetings").toString())
          .isEqualTo("{\"given\":1,\"withheld\":1,\"missing\":{\"city\":1,\"country\":1}}");
      assertThat(missing(report))
          .containsEntry("cbd:xii-2-b", List.of("published"))
          .containsEntry("cbd:cop-12", List.of("city", "country"));
      assertThat(report.at("/withheld/0/thing").asText()).startsWith(Portal.BASE + "id/");
      assertThat(report.at("/withheld/0/missing/0/reason").asText()).endsWith(").");
    }
  }

  static Stream<Arguments> sources() {
    return Stream.of(
        Arguments.of(
            "bt:decisionType \"decision\" ;\n    skos:prefLabel \"Review",
            "skos:prefLabel \"Review",
            "type"),
        Arguments.of("skos:notation \"XI/2\"^^bt:DecisionCode ;", "", "number"),
        Arguments.of("\"Review of progress\"@en , ", "", "title"),
        Arguments.of(
            "schema:endDate \"2012-10-19\"^^xsd:date",
            "schema:endDate \"2012-10\"^^xsd:gYearMonth",
            "published"),
        Arguments.of("bt:adopted <id/decision/cbd/xi-2> , ", "bt:adopted ", "status"),
        Arguments.of(
            "<id/organ/cbd/cop> a bt:Organ ; bt:treatyCode \"cbd\" ;",
            "<id/organ/cbd/cop> a bt:Organ ;",
            "treaty"));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void aDecisionWithoutASourceForAFieldIsWithheldForIt(
      String source, String instead, String field) {
    assertThat(Portal.GRAPH).contains(source);
    try (TestServer server = TestServer.start()) {
      server.write(Portal.GRAPH.replace(source, instead));

      assertThat(missing(withheld(server)).get("cbd:xi-2")).contains(field);
      assertThat(new Portal(server).ids("Decisions")).doesNotContain("cbd:xi-2");
    }
  }

  @Test
  void aMeetingWithoutADayIsGivenAsOneWithoutDate() {
    try (TestServer server = TestServer.start()) {
      server.write(
          Portal.GRAPH.replace(
              "schema:startDate \"2014\"^^xsd:gYear ;",
              "schema:startDate \"2014\"^^xsd:gYear ; bt:inPlace <id/place/ind/hyderabad> ;"));
      JsonNode meeting = new Portal(server).d("Meetings('cbd:cop-12')");

      assertThat(meeting.get("status").asText()).isEqualTo("nodate");
      assertThat(meeting.get("start").isNull()).isTrue();
    }
  }

  @Test
  void aDecisionOfAMeetingWithoutRecordHasItsNameOnly() {
    try (TestServer server = TestServer.start()) {
      server.write(
          Portal.GRAPH.replace(
              "skos:notation \"XII/2 B\"^^bt:DecisionCode .",
              "skos:notation \"XII/2 B\"^^bt:DecisionCode ; dcterms:date"
                  + " \"2014-10-17\"^^xsd:date ."));
      JsonNode decision = new Portal(server).d("Decisions('cbd:xii-2-b')");

      assertThat(decision.get("meetingId").isNull()).isTrue();
      assertThat(decision.get("meetingTitle").asText()).isEqualTo("Meeting 12");
    }
  }
}
