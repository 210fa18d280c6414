package org.bluethread.facade.informea;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.olingo.odata2.api.edm.EdmEntitySet;
import org.apache.olingo.odata2.api.ep.EntityProvider;
import org.apache.olingo.odata2.api.ep.EntityProviderReadProperties;
import org.apache.olingo.odata2.api.ep.entry.ODataEntry;
import org.apache.olingo.odata2.api.ep.feed.ODataFeed;
import org.apache.olingo.odata2.api.servicedocument.Collection;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every option of OData 2 that the service has, asked over HTTP. */
class QuestionsTest {
  private static final String XI_2 = "cbd:xi-2";
  private static final String XI_13 = "cbd:xi-13";

  private static TestServer server;
  private static Portal portal;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    server.write(Portal.GRAPH);
    portal = new Portal(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aDecisionSaysAllThatIsRequired() {
    JsonNode decision = portal.d("Decisions('cbd:xi-2')");

    assertThat(decision.get("type").asText()).isEqualTo("decision");
    assertThat(decision.get("status").asText()).isEqualTo("active");
    assertThat(decision.get("number").asText()).isEqualTo("XI/2");
    assertThat(decision.get("treaty").asText()).isEqualTo("cbd");
    assertThat(decision.get("published").asText()).isEqualTo("/Date(1350604800000)/");
    assertThat(decision.get("meetingId").asText()).isEqualTo("cbd:cop-11");
    assertThat(decision.get("meetingTitle").asText()).isEqualTo("Meeting 11");
    assertThat(decision.get("link").asText())
        .isEqualTo(server.address("id/decision/cbd/xi-2").toString());
    assertThat(decision.get("displayOrder").isNull()).isTrue();
    assertThat(decision.at("/title/__deferred/uri").asText())
        .isEqualTo(server.address("informea.svc/Decisions('cbd:xi-2')/title").toString());
  }

  @Test
  void aDecisionCarriesTitlesSummaryKeywordsAndTargets() {
    JsonNode decision = portal.d("Decisions('cbd:xi-2')", "$expand=title,summary,keywords");

    assertThat(texts(decision, "title", "language")).containsExactly("en", "zh");
    assertThat(texts(decision, "summary", "value")).containsExactly("Asks for a review.", "要求审查。");
    assertThat(texts(decision, "keywords", "term"))
        .containsExactly("AICHI-TARGET-01", "AICHI-TARGET-11", "Indicators");
    assertThat(texts(decision, "keywords", "namespace"))
        .containsExactly(
            Portal.BASE + "id/target/aichi/",
            Portal.BASE + "id/target/aichi/",
            Portal.BASE + "id/topic/");
  }

  private static List<String> texts(JsonNode record, String part, String field) {
    return record.get(part).get("results").findValuesAsText(field);
  }

  @Test
  void meetingsDocumentsAndTreatiesHaveRecords() {
    JsonNode meeting = portal.d("Meetings('cbd:cop-11')");
    assertThat(meeting.get("city").asText()).isEqualTo("Hyderabad");
    assertThat(meeting.get("country").asText()).isEqualTo("IN");
    assertThat(meeting.get("start").asText()).isEqualTo("/Date(1349654400000)/");
    assertThat(meeting.get("end").asText()).isEqualTo("/Date(1350604800000)/");

    JsonNode document =
        portal.d("Documents('document:a-1')", "$expand=identifiers,referenceToEntities,treaties");
    assertThat(texts(document, "identifiers", "value")).containsExactly("A/1");
    assertThat(texts(document, "referenceToEntities", "refId")).containsExactly(XI_2);
    assertThat(texts(document, "treaties", "titleEnglish"))
        .containsExactly("Convention on Biological Diversity");

    assertThat(portal.d("Treaties('cbd')/officialNameEnglish").get("officialNameEnglish").asText())
        .isEqualTo("Convention on Biological Diversity");
  }

  @Test
  void setsWithoutSourceAreThereAndEmpty() {
    for (String set : List.of("CountryReports", "NationalPlans", "Contacts", "Sites")) {
      assertThat(portal.ids(set)).as(set).isEmpty();
      assertThat(portal.json(set + "/$count").body()).as(set).isEqualTo("0");
    }
  }

  static Stream<Arguments> filters() {
    return Stream.of(
        Arguments.of("number eq 'XI/2'", List.of(XI_2)),
        Arguments.of("number ne 'XI/2'", List.of(XI_13)),
        Arguments.of("startswith(number,'XI/1')", List.of(XI_13)),
        Arguments.of("endswith(number,'/2') or id eq 'none'", List.of(XI_2)),
        Arguments.of("substringof('/1', number)", List.of(XI_13)),
        Arguments.of("not substringof('/1', number)", List.of(XI_2)),
        Arguments.of("published ge datetime'2012-10-19T00:00:00'", List.of(XI_13, XI_2)),
        Arguments.of("published gt datetime'2012-10-19T00:00:00'", List.of()),
        Arguments.of("year(published) eq 2012 and month(published) eq 10", List.of(XI_13, XI_2)),
        Arguments.of("day(published) lt 19 or hour(published) gt 0", List.of()),
        Arguments.of("minute(published) eq 0 and second(published) eq 0", List.of(XI_13, XI_2)),
        Arguments.of("length(number) eq 4", List.of(XI_2)),
        Arguments.of("indexof(number,'1') eq 3", List.of(XI_13)),
        Arguments.of("substring(number,3) eq '13'", List.of(XI_13)),
        Arguments.of("substring(number,3,1) eq '1'", List.of(XI_13)),
        Arguments.of("tolower(number) eq 'xi/2'", List.of(XI_2)),
        Arguments.of("toupper(treaty) eq 'CBD' and trim(' a ') eq 'a'", List.of(XI_13, XI_2)),
        Arguments.of("concat(concat(treaty,':'),tolower(number)) eq 'cbd:xi/2'", List.of(XI_2)),
        Arguments.of("replace(number,'/','-') eq 'XI-2'", List.of(XI_2)),
        Arguments.of("displayOrder eq null", List.of(XI_13, XI_2)),
        Arguments.of("displayOrder gt 0 or displayOrder le 0", List.of()),
        Arguments.of("length(number) add 1 eq 5 and 7 mod 4 eq 3", List.of(XI_2)),
        Arguments.of("length(number) mul 2 gt 9 and 6 div 4 lt 2", List.of(XI_13)),
        Arguments.of("length(number) sub 5 eq -1", List.of(XI_2)),
        Arguments.of(
            "round(2.5d) eq 3 and floor(2.5d) eq 2 and ceiling(2.5d) eq 3", List.of(XI_13, XI_2)),
        Arguments.of("(number eq 'XI/2')", List.of(XI_2)));
  }

  @ParameterizedTest
  @MethodSource("filters")
  void aFilterLetsThroughWhatItSays(String filter, List<String> expected) {
    assertThat(portal.ids("Decisions", "$filter=" + filter, "$orderby=id"))
        .containsExactlyElementsOf(expected);
  }

  @Test
  void anOrderIsTheOneAskedFor() {
    assertThat(portal.ids("Decisions", "$orderby=number")).containsExactly(XI_13, XI_2);
    assertThat(portal.ids("Decisions", "$orderby=number desc")).containsExactly(XI_2, XI_13);
    assertThat(portal.ids("Decisions", "$orderby=treaty,length(number)"))
        .containsExactly(XI_2, XI_13);
  }

  @Test
  void aPartOfTheRecordsIsThePartAskedFor() {
    assertThat(portal.ids("Decisions", "$orderby=id", "$top=1")).containsExactly(XI_13);
    assertThat(portal.ids("Decisions", "$orderby=id", "$skip=1")).containsExactly(XI_2);
    assertThat(portal.ids("Decisions", "$top=0")).isEmpty();
    assertThat(portal.ids("Decisions", "$top=999999999")).hasSize(2);
    assertThat(portal.d("Decisions", "$top=1", "$inlinecount=allpages").get("__count").asText())
        .isEqualTo("2");
    assertThat(portal.d("Decisions", "$inlinecount=none").has("__count")).isFalse();
  }

  @Test
  void countsAreBareNumbers() {
    assertThat(portal.json("Decisions/$count").body()).isEqualTo("2");
    assertThat(portal.json("Decisions/$count", "$filter=number eq 'XI/2'").body()).isEqualTo("1");
    assertThat(portal.json("Decisions('cbd:xi-2')/title/$count").body()).isEqualTo("2");
    assertThat(portal.json("Decisions/$count").headers().firstValue("Content-Type"))
        .hasValue("text/plain;charset=utf-8");
  }

  @Test
  void partsAndFieldsHaveAddressesOfTheirOwn() {
    assertThat(portal.d("Decisions('cbd:xi-2')/title").get("results").findValuesAsText("value"))
        .containsExactly("Review of progress", "进展审查");
    assertThat(portal.d("Decisions('cbd:xi-2')/title('cbd:xi-2:zh')").get("value").asText())
        .isEqualTo("进展审查");
    assertThat(portal.d("DecisionTitle('cbd:xi-2:zh')").get("value").asText()).isEqualTo("进展审查");
    assertThat(portal.json("Decisions('cbd:xi-2')/number/$value").body()).isEqualTo("XI/2");
    assertThat(portal.json("Decisions('cbd:xi-2')/published/$value").body())
        .isEqualTo("2012-10-19T00:00:00");
    assertThat(portal.d("Documents('document:a-1')/$links/treaties").get("results").toString())
        .isEqualTo("[{\"uri\":\"" + server.address("informea.svc/Treaties('cbd')") + "\"}]");
    assertThat(portal.json("Decisions(%27cbd%3Axi-2%27)").statusCode()).isEqualTo(200);
  }

  @Test
  void onlyWhatIsSelectedIsGiven() {
    JsonNode decision = portal.d("Decisions", "$select=number,title", "$expand=title", "$top=1");

    assertThat(decision.at("/results/0").fieldNames())
        .toIterable()
        .containsExactly("__metadata", "number", "title");
    assertThat(decision.at("/results/0/title/results/0/language").asText()).isEqualTo("en");
  }

  @Test
  void theModelAndTheSetsCanBeReadByPrograms() throws Exception {
    assertThat(portal.model().getEntityType("informea", "Decision").getPropertyNames())
        .contains("id", "number", "treaty", "published", "updated", "meetingId");
    assertThat(portal.model().getEntityType("informea", "Decision").getNavigationPropertyNames())
        .containsExactly("title", "longTitle", "summary", "content", "keywords", "files");

    String sets = server.get("informea.svc/", "application/atomsvc+xml").body();
    assertThat(
            EntityProvider.readServiceDocument(
                    new ByteArrayInputStream(sets.getBytes(StandardCharsets.UTF_8)),
                    "application/atomsvc+xml")
                .getAtomInfo()
                .getWorkspaces()
                .get(0)
                .getCollections())
        .extracting(Collection::getHref)
        .contains("Decisions", "Meetings", "Documents", "CountryReports", "NationalPlans")
        .contains("Sites", "Contacts", "Treaties");
    assertThat(portal.d("").get("EntitySets").toString()).contains("\"Decisions\"");
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aClientOfOdataReadsTheSameInEitherFormat(String format) throws Exception {
    EdmEntitySet set = portal.model().getDefaultEntityContainer().getEntitySet("Decisions");
    String body =
        server
            .get(
                Portal.address(
                    "Decisions", "$expand=title,keywords", "$inlinecount=allpages", "$orderby=id"),
                format)
            .body();

    ODataFeed feed =
        EntityProvider.readFeed(
            format,
            set,
            new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
            EntityProviderReadProperties.init().mergeSemantic(false).build());

    assertThat(feed.getFeedMetadata().getInlineCount()).isEqualTo(2);
    assertThat(feed.getEntries())
        .extracting(entry -> entry.getProperties().get("number"))
        .containsExactly("XI/13", "XI/2");
    ODataFeed titles = (ODataFeed) feed.getEntries().get(0).getProperties().get("title");
    assertThat(titles.getEntries())
        .extracting(ODataEntry::getProperties)
        .extracting(properties -> properties.get("value"))
        .containsExactly("Ways to \"support\" <science> & more");
  }

  static List<String> formats() {
    return List.of("application/atom+xml", "application/json");
  }

  @Test
  void theFormatIsChosenByOptionOrHeader() {
    assertThat(type(server.get("informea.svc/Decisions?$format=json", "application/atom+xml")))
        .isEqualTo("application/json;charset=utf-8");
    assertThat(type(server.get("informea.svc/Decisions?$format=atom", "application/json")))
        .isEqualTo("application/atom+xml;type=feed;charset=utf-8");
    assertThat(type(server.get("informea.svc/Decisions", "*/*")))
        .isEqualTo("application/atom+xml;type=feed;charset=utf-8");
    assertThat(type(server.get("informea.svc/Decisions('cbd:xi-2')", "application/atom+xml")))
        .isEqualTo("application/atom+xml;type=entry;charset=utf-8");
    assertThat(
            server.get("informea.svc/Decisions", "*/*").headers().firstValue("DataServiceVersion"))
        .hasValue("2.0");
  }

  private static String type(HttpResponse<String> response) {
    return response.headers().firstValue("Content-Type").orElseThrow();
  }

  @Test
  void whoHasTheAnswerIsToldSo() {
    HttpResponse<String> first = portal.atom("Decisions");
    String tag = first.headers().firstValue("ETag").orElseThrow();

    assertThat(portal.atom("Decisions").body()).isEqualTo(first.body());
    assertThat(
            server
                .send(
                    server
                        .request("informea.svc/Decisions")
                        .header("Accept", "application/atom+xml")
                        .header("If-None-Match", tag))
                .statusCode())
        .isEqualTo(304);
    assertThat(first.headers().firstValue("BlueThread-Commit")).hasValue("1");
  }

  @Test
  void charactersThatXmlCannotCarryAreLeftOut() {
    try (TestServer other = TestServer.start()) {
      other.write(Portal.GRAPH.replace("Review of progress", "Review\\u0001 of\\u000B progress"));
      String atom =
          other.get("informea.svc/Decisions('cbd:xi-2')/title", "application/atom+xml").body();

      assertThat(atom).contains("Review of progress");
      assertThat(
              Portal.data(other.get("informea.svc/Decisions('cbd:xi-2')/title", "application/json"))
                  .at("/results/0/value")
                  .asText())
          .isEqualTo("Review of progress");
    }
  }
}
