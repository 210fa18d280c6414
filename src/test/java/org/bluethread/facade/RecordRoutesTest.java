package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.document.JsonDocument;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bluethread.support.Reference;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /api/records} over what the project ships. */
final class RecordRoutesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ID = "https://w3id.org/bluethread/id/";
  private static final TestServer SERVER = TestServer.shared();

  @ParameterizedTest
  @CsvSource({
    "AICHI-TARGET-11, target, https://w3id.org/bluethread/id/target/aichi/11",
    "GBF-TARGET-03, target, https://w3id.org/bluethread/id/target/gbf/3",
    "AICHI-GOAL-A, goal, https://w3id.org/bluethread/id/goal/aichi/a",
    "SUSTAINABLE-DEVELOPMENT-GOAL-14, goal, http://metadata.un.org/sdg/14",
    "SUSTAINABLE-DEVELOPMENT-GOAL-06, goal, http://metadata.un.org/sdg/6",
    "CBD-SUBJECT-MAR, subject,"
        + " https://w3id.org/bluethread/id/topic/marine-and-coastal-biodiversity",
    "X/29, decision, https://w3id.org/bluethread/id/decision/cbd/x-29",
    "XII/2%20B, decision, https://w3id.org/bluethread/id/decision/cbd/xii-2-b",
    "fr, country, http://publications.europa.eu/resource/authority/country/FRA"
  })
  void aRecordIsFoundByTheIdentifierThatClearingHousesShare(
      String identifier, String schema, String iri) throws IOException {
    JsonNode record = get("api/records/" + identifier);
    assertThat(record.get("@id").textValue()).isEqualTo(iri);
    assertThat(record.get("identifier").textValue()).isEqualTo(identifier.replace("%20", " "));
    assertThat(record.get("schema").textValue()).isEqualTo(schema);
    assertThat(record.at("/header/identifier")).isEqualTo(record.get("identifier"));
    assertThat(record.at("/header/schema")).isEqualTo(record.get("schema"));
    assertThat(record.at("/header/languages")).hasSameSizeAs(record.get("title"));
    assertThat(record.at("/title/en").textValue()).isNotBlank();
    assertThat(record.at("/title/zh").textValue()).containsPattern("\\p{IsHan}");
  }

  @ParameterizedTest
  @CsvSource({
    "AICHI-TARGET-6, AICHI-TARGET-06",
    "aichi-target-11, AICHI-TARGET-11",
    "SDG-14, SUSTAINABLE-DEVELOPMENT-GOAL-14",
    "FR, fr",
    "FRA, fr",
    "xii-2-b, XII/2%20B"
  })
  void anotherSpellingLeadsToTheRightOne(String sloppy, String right) {
    HttpResponse<String> answer = SERVER.get("api/records/" + sloppy, "application/json");
    assertThat(answer.statusCode()).isEqualTo(301);
    assertThat(answer.headers().firstValue("Location")).contains("/api/records/" + right);
  }

  @Test
  void aRecordNamesTheDocumentsThatSpeakOfItWithTheirParagraphs() throws IOException {
    JsonNode documents = get("api/records/AICHI-TARGET-11").get("documents");
    assertThat(documents).isNotEmpty();
    for (JsonNode document : documents) {
      String iri = document.get("@id").textValue();
      assertThat(iri).startsWith(ID + "document/");
      assertThat(document.get("units"))
          .isNotEmpty()
          .allSatisfy(unit -> assertThat(unit.textValue()).startsWith(iri + "/"));
    }
  }

  @Test
  @Tag("reference")
  void theRelationsOfTheSecretariatAreThereUnderItsIdentifiersAndSayThatTheyAreMappings()
      throws IOException {
    JsonNode relations = JSON.readTree(Reference.file("cbd/gbf-relations.json").toFile());
    for (int target = 1; target <= 23; target++) {
      String identifier = "GBF-TARGET-%02d".formatted(target);
      Map<String, JsonNode> mapped = new TreeMap<>();
      for (JsonNode one : get("api/records/" + identifier).get("related")) {
        if (one.has("mapping")) {
          mapped.put(one.get("identifier").textValue(), one);
        }
      }
      for (JsonNode related : relations.get(identifier)) {
        if (!related.textValue().matches("[0-9A-F]{8}-.*")) {
          assertThat(mapped).as(identifier).containsKey(related.textValue());
        }
      }
    }
  }

  @Test
  void theRecordsOfASchemaComeInPartsThatAreLinked() throws IOException {
    List<String> found = new ArrayList<>();
    String address = "api/records?schema=target&limit=20";
    while (!address.isEmpty()) {
      HttpResponse<String> answer = SERVER.get(address, "application/json");
      JsonNode part = JSON.readTree(answer.body());
      part.get("records").forEach(one -> found.add(one.get("identifier").textValue()));
      assertThat(part.get("total").intValue()).isGreaterThan(40);
      address =
          answer
              .headers()
              .firstValue("Link")
              .map(link -> link.replaceFirst("^</", "").replaceFirst(">.*", ""))
              .orElse("");
    }
    assertThat(found)
        .isSorted()
        .doesNotHaveDuplicates()
        .contains("AICHI-TARGET-01", "GBF-TARGET-23", "SDG-14.5")
        .hasSize(get("api/records").at("/schemas/target").intValue());
  }

  @Test
  void aSchemaThatThereIsNotIs400WithThoseThereAre() {
    HttpResponse<String> answer = SERVER.get("api/records?schema=treaty", "application/json");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("target, goal, subject, decision, document, country");
  }

  @Test
  void anIdentifierThatNothingHasIs404() {
    assertThat(SERVER.get("api/records/AICHI-TARGET-99", "application/json").statusCode())
        .isEqualTo(404);
  }

  @Test
  void aRecordIsJsonLdThatNeedsNothingElse() throws Exception {
    HttpResponse<String> answer = SERVER.get("api/records/AICHI-TARGET-11", "application/ld+json");
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/ld+json");
    String expanded =
        JsonLd.expand(JsonDocument.of(new StringReader(answer.body()))).get().toString();
    assertThat(JSON.readTree(expanded).get(0).get("http://purl.org/dc/terms/title"))
        .hasSizeGreaterThanOrEqualTo(2);
    assertThat(expanded).contains("\"@id\":\"" + ID + "target/aichi/11\"");
  }

  private static JsonNode get(String path) throws IOException {
    HttpResponse<String> answer = SERVER.get(path, "application/json");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("ETag")).isPresent();
    return JSON.readTree(answer.body());
  }
}
