package org.bluethread.facade.informea;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.Test;

/** The records of what the project ships, held against the same asked in SPARQL. */
class ShippedRecordsTest {
  private final TestServer server = TestServer.shared();
  private final Portal portal = new Portal(server);

  /** The values of the variable {@code v}, in their order. */
  private List<String> select(String pattern) {
    String query =
        """
        PREFIX bt: <https://w3id.org/bluethread/ontology#>
        PREFIX dcterms: <http://purl.org/dc/terms/>
        PREFIX schema: <https://schema.org/>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        SELECT DISTINCT ?v { %s } ORDER BY ?v
        """
            .formatted(pattern);
    String body =
        server
            .get(
                "sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8),
                "application/sparql-results+json")
            .body();
    List<String> values = new ArrayList<>();
    Portal.tree(body)
        .at("/results/bindings")
        .forEach(row -> values.add(row.at("/v/value").asText()));
    return values;
  }

  private List<String> shown(String set, String field) {
    List<String> values = new ArrayList<>();
    portal
        .d(set, "$orderby=" + field)
        .get("results")
        .forEach(row -> values.add(row.get(field).asText()));
    return values;
  }

  @Test
  void decisionsAreThoseWhoseAdoptionIsDated() {
    assertThat(shown("Decisions", "number"))
        .containsExactlyElementsOf(
            select(
                """
                ?d a bt:Decision ; bt:decisionType ?type ; skos:notation ?code .
                ?meeting a bt:Meeting ; bt:adopted ?d ; schema:endDate ?day .
                ?organ bt:holdsMeeting ?meeting ; bt:treatyCode ?treaty .
                FILTER(DATATYPE(?day) = xsd:date) BIND(STR(?code) AS ?v)
                """))
        .contains("XI/2");
  }

  @Test
  void meetingsAreThoseInAPlaceOfATreaty() {
    assertThat(shown("Meetings", "url"))
        .extracting(url -> url.replace(server.address("").toString(), Portal.BASE))
        .containsExactlyElementsOf(
            select(
                """
                ?v a bt:Meeting ; bt:inPlace ?place .
                ?place a bt:Place ; skos:prefLabel ?city . FILTER(LANG(?city) = "en")
                { ?v bt:inPlace/bt:alpha2Code ?country }
                UNION { ?v bt:inPlace/dcterms:isPartOf/bt:alpha2Code ?country }
                { ?holder bt:holdsMeeting ?v }
                UNION { ?v bt:organizedBy ?holder
                  FILTER NOT EXISTS { ?other bt:holdsMeeting ?v } }
                ?holder bt:treatyCode ?treaty
                """))
        .hasSizeGreaterThan(10);
  }

  @Test
  void nothingIsLeftOutWithoutBeingCounted() {
    JsonNode sets =
        Portal.tree(server.get("informea.svc/withheld", "application/json").body()).get("sets");

    assertThat(all(sets, "Decisions")).isEqualTo(select("?v a bt:Decision").size());
    assertThat(all(sets, "Meetings")).isEqualTo(select("?v a bt:Meeting").size());
    assertThat(all(sets, "Documents"))
        .isEqualTo(select("{ ?v a bt:Document } UNION { ?v a bt:Publication }").size());
    assertThat(all(sets, "Treaties"))
        .isEqualTo(select("?v a bt:Instrument ; bt:treatyCode ?code").size());
    assertThat(all(sets, "Sites")).isEqualTo(select("?v a bt:EnvironmentalInterestArea").size());
  }

  private static int all(JsonNode sets, String set) {
    return sets.at("/" + set + "/given").asInt() + sets.at("/" + set + "/withheld").asInt();
  }

  @Test
  void everyDecisionGivenHasATitleInEnglishAndAKeyword() {
    portal
        .d("Decisions", "$expand=title,keywords")
        .get("results")
        .forEach(
            decision ->
                assertThat(decision.at("/title/results").findValuesAsText("language"))
                    .contains("en"));
    assertThat(portal.d("Decisions('cbd:xi-2')/keywords").get("results").findValuesAsText("term"))
        .isNotEmpty();
  }
}
