package org.bluethread.facade.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /reconcile} over what the project ships, as clients of versions 0.1 and 0.2 ask it. */
final class ReconcileRoutesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ID = "https://w3id.org/bluethread/id/";
  private static final String BT = "https://w3id.org/bluethread/ontology#";
  private static final String LABEL = "http://www.w3.org/2004/02/skos/core#prefLabel";
  private static final String AICHI_11 = ID + "target/aichi/11";
  private static final TestServer SERVER = TestServer.shared();

  @Test
  void theManifestSaysWhatTheServiceCanDoAndWhereInBothVersions() {
    JsonNode manifest = get("reconcile");
    ProtocolRules.holdForManifest(manifest);
    assertThat(manifest.get("versions").toString()).isEqualTo("[\"0.1\",\"0.2\"]");
    assertThat(manifest.at("/suggest/entity/service_url").textValue() + "/")
        .isEqualTo(SERVER.address("").toString());
    assertThat(manifest.get("defaultTypes")).isNotEmpty();
  }

  @Test
  void everythingTheManifestNamesAnswers() {
    JsonNode manifest = get("reconcile");
    for (String place : List.of("/suggest/entity", "/suggest/type", "/suggest/property")) {
      String path = manifest.at(place + "/service_path").textValue().substring(1);
      ProtocolRules.holdForSuggestions(get(path + "?prefix=t"));
    }
    String properties = manifest.at("/extend/propose_properties/service_path").textValue();
    ProtocolRules.holdForProposal(
        get(properties.substring(1) + "?limit=3&type=" + encode(BT + "Target")), BT + "Target");
    String preview = manifest.at("/preview/url").textValue().replace("{{id}}", encode(AICHI_11));
    HttpResponse<String> page =
        SERVER.send(SERVER.request(preview.substring(SERVER.address("").toString().length())));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
  }

  @ParameterizedTest
  @CsvSource({
    "AICHI-TARGET-11, target/aichi/11",
    "aichi target 11, target/aichi/11",
    "GBF-TARGET-3, target/gbf/3",
    "isa:4.3.1, action/isa/4.3.1",
    "Finance Committee, organ/isa/finance-committee",
    "财务委员会, organ/isa/finance-committee",
    "لجنة المالية, organ/isa/finance-committee",
    "https://w3id.org/bluethread/id/target/aichi/11, target/aichi/11"
  })
  void aCodeANameAsAWholeOrAnIdentifierIsAMatch(String text, String thing) {
    JsonNode answer = post(queries(text, ""));
    ProtocolRules.holdForResults(answer, "q0");
    JsonNode first = answer.at("/q0/result/0");
    assertThat(first.get("id").textValue()).isEqualTo(ID + thing);
    assertThat(first.get("match").booleanValue()).isTrue();
    assertThat(first.get("score").doubleValue()).isGreaterThanOrEqualTo(95);
  }

  @Test
  void wordsOfANameAreACandidateAndNoMatch() {
    JsonNode answer = post(queries("finance committee of the authority", ""));
    ProtocolRules.holdForResults(answer, "q0");
    assertThat(ProtocolRules.texts(answer.at("/q0/result"), "id"))
        .contains(ID + "organ/isa/finance-committee");
    assertThat(answer.findValues("match")).allMatch(match -> !match.booleanValue());
    assertThat(answer.at("/q0/result/0/score").doubleValue()).isBetween(1.0, 90.0);
  }

  @Test
  void typesRestrictWhateverWayTheyAreWritten() {
    for (String type : List.of("Organ", "bt:Organ", BT + "Organ")) {
      JsonNode answer = post(queries("committee", ",\"type\":\"" + type + "\",\"limit\":3"));
      ProtocolRules.holdForResults(answer, "q0");
      assertThat(answer.at("/q0/result")).hasSizeBetween(1, 3);
      assertThat(answer.at("/q0/result"))
          .allSatisfy(
              one -> assertThat(ProtocolRules.texts(one.get("type"), "id")).contains(BT + "Organ"));
    }
    assertThat(post(queries("AICHI-TARGET-11", ",\"type\":[\"Organ\"]")).at("/q0/result"))
        .isEmpty();
    assertThat(
            post(queries(
                    "AICHI-TARGET-11", ",\"type\":[\"Organ\",\"Target\"],\"type_strict\":\"all\""))
                .at("/q0/result"))
        .isEmpty();
    assertThat(
            post(queries(
                    "AICHI-TARGET-11", ",\"type\":[\"Organ\",\"Target\"],\"type_strict\":\"any\""))
                .at("/q0/result"))
        .hasSize(1);
  }

  @Test
  void aQueryByAddressAnswersAsThatByFormAndCanBeKept() {
    String address = "reconcile?queries=" + encode(batch("Aichi 11", ""));
    HttpResponse<String> answer = SERVER.get(address, "*/*");
    assertThat(read(answer)).isEqualTo(post(queries("Aichi 11", "")));
    String tag = answer.headers().firstValue("ETag").orElseThrow();
    assertThat(SERVER.send(SERVER.request(address).header("If-None-Match", tag)).statusCode())
        .isEqualTo(304);
  }

  @Test
  void anEmptyCellIsNoErrorAmongOthers() {
    JsonNode answer =
        post("queries=" + encode("{\"a\":{\"query\":\"\"},\"b\":{\"query\":\"OBIS\"}}"));
    ProtocolRules.holdForResults(answer, "a", "b");
    assertThat(answer.at("/a/result")).isEmpty();
    assertThat(answer.at("/b/result")).isNotEmpty();
  }

  @Test
  void namesComeInTheLanguageAskedFor() {
    HttpResponse<String> answer =
        SERVER.send(form("reconcile?lang=zh", queries("AICHI-TARGET-11", "")));
    assertThat(read(answer).at("/q0/result/0/name").textValue()).containsPattern("\\p{IsHan}");
    assertThat(read(answer).at("/q0/result/0/type/0/name").textValue())
        .containsPattern("\\p{IsHan}");
  }

  @Test
  void columnsOfThingsCanBeFetched() {
    String unknown = ID + "target/aichi/99";
    String asked =
        "{\"ids\":[\"%s\",\"%s\"],\"properties\":[{\"id\":\"%s\"},{\"id\":\"skos:notation\"}]}"
            .formatted(AICHI_11, unknown, LABEL);
    JsonNode answer = post("extend=" + encode(asked));
    ProtocolRules.holdForColumns(
        answer, List.of(AICHI_11, unknown), List.of(LABEL, "skos:notation"));
    JsonNode row = answer.get("rows").get(AICHI_11);
    assertThat(row.get(LABEL)).hasSize(1);
    assertThat(row.get("skos:notation").toString()).isEqualTo("[{\"str\":\"AICHI-TARGET-11\"}]");
    assertThat(answer.get("rows").get(unknown).get(LABEL)).isEmpty();
    assertThat(get("reconcile?extend=" + encode(asked))).isEqualTo(answer);
  }

  @Test
  void aColumnOfThingsNamesThemAndMayBeLimited() {
    String framework = ID + "framework/cbd/gbf";
    String asked =
        "{\"ids\":[\"%s\"],\"properties\":[{\"id\":\"hasTarget\",\"settings\":{\"limit\":2}}]}"
            .formatted(framework);
    JsonNode answer = post("extend=" + encode(asked));
    ProtocolRules.holdForColumns(answer, List.of(framework), List.of("hasTarget"));
    assertThat(answer.at("/rows").get(framework).get("hasTarget"))
        .hasSize(2)
        .allSatisfy(target -> assertThat(target.get("id").textValue()).contains("/target/gbf/"));
  }

  @Test
  void whatSomebodyWritesIsCompleted() {
    assertThat(ids(get("reconcile/suggest/entity?prefix=financ")))
        .contains(ID + "organ/isa/finance-committee");
    assertThat(ids(get("reconcile/suggest/entity?prefix=" + encode(AICHI_11))))
        .containsExactly(AICHI_11);
    assertThat(ids(get("reconcile/suggest/type?prefix=targ"))).contains(BT + "Target");
    assertThat(ids(get("reconcile/suggest/type?prefix=" + encode(BT + "Target"))))
        .contains(BT + "Target");
    assertThat(ids(get("reconcile/suggest/property?prefix=notation")))
        .first()
        .isEqualTo("http://www.w3.org/2004/02/skos/core#notation");
    List<String> all = ids(get("reconcile/suggest/property?prefix="));
    assertThat(ids(get("reconcile/suggest/property?prefix=&cursor=1")).subList(0, 19))
        .isEqualTo(all.subList(1, 20));
  }

  @Test
  void theProposedPropertiesAreThoseThatThingsOfTheClassHave() {
    JsonNode answer = get("reconcile/properties?type=Target&limit=100");
    ProtocolRules.holdForProposal(answer, "Target");
    assertThat(ProtocolRules.texts(answer.get("properties"), "id"))
        .contains(LABEL, "http://www.w3.org/2004/02/skos/core#notation")
        .doesNotContain("http://www.opengis.net/ont/geosparql#hasGeometry");
    assertThat(get("reconcile/properties?type=Nothing").get("properties")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh", "fr", "es", "ru", "ar"})
  void thePreviewCanBeFramedAndHasNeitherScriptsNorForms(String language) {
    HttpResponse<String> page =
        SERVER.get("reconcile/preview?lang=" + language + "&id=" + encode(AICHI_11), "text/html");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("frame-ancestors *")
        .contains("default-src 'none'");
    assertThat(page.body())
        .contains("<html lang=\"" + language + "\"")
        .contains("AICHI-TARGET-11")
        .contains("/id/target/aichi/11")
        .doesNotContain("<script")
        .doesNotContain("<form");
  }

  @Test
  void thePreviewOfWhatNobodySpeaksOfIs404() {
    HttpResponse<String> answer =
        SERVER.get("reconcile/preview?id=" + encode(ID + "nothing"), "text/html");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("frame-ancestors 'none'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "queries=",
        "queries={",
        "queries=[]",
        "queries={\"q\":1}",
        "queries={\"q\":{}}",
        "queries={\"q\":{\"query\":1}}",
        "queries={\"q\":{\"query\":\"x\",\"limit\":0}}",
        "queries={\"q\":{\"query\":\"x\",\"limit\":\"many\"}}",
        "queries={\"q\":{\"query\":\"x\",\"type\":{}}}",
        "queries={\"q\":{\"query\":\"x\",\"type_strict\":\"perhaps\"}}",
        "queries={\"q\":{\"query\":\"x\",\"properties\":[{\"v\":1}]}}",
        "queries={\"q\":{\"query\":\"x\",\"properties\":[{\"pid\":\"p\"}]}}",
        "queries={\"q\":{\"properties\":[]}}",
        "queries={} {}",
        "extend={}",
        "extend={\"ids\":[1],\"properties\":[]}",
        "extend={\"ids\":[],\"properties\":[{}]}",
        "extend={\"ids\":[],\"properties\":[{\"id\":\"p\",\"settings\":{\"limit\":-1}}]}",
        "queries={}&extend={\"ids\":[],\"properties\":[]}",
        "other=1"
      })
  void whatIsNoRequestIs400AndSaysWhere(String body) {
    StringBuilder sent = new StringBuilder();
    for (String field : body.split("&", -1)) {
      int equals = field.indexOf('=');
      sent.append(sent.isEmpty() ? "" : "&")
          .append(field, 0, equals + 1)
          .append(encode(field.substring(equals + 1)));
    }
    HttpResponse<String> answer = SERVER.send(form("reconcile", sent.toString()));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(read(answer).get("type").textValue()).endsWith("/bad-parameter");
  }

  @Test
  void moreQueriesThanTheManifestSaysAre413() {
    int most = get("reconcile").get("batchSize").intValue();
    assertThat(SERVER.send(form("reconcile", "queries=" + encode(manyQueries(most)))).statusCode())
        .isEqualTo(200);
    HttpResponse<String> answer =
        SERVER.send(form("reconcile", "queries=" + encode(manyQueries(most + 1))));
    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void jsonAsABodyIs415AsVersionOneOfTheProtocolIsAnotherOne() {
    HttpRequest.Builder request =
        SERVER
            .request("reconcile")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{}"));
    assertThat(SERVER.send(request).statusCode()).isEqualTo(415);
  }

  @Test
  void scriptsOfOtherSitesMayAskEverywhere() {
    for (String path : List.of("reconcile", "reconcile/suggest/type", "reconcile/properties")) {
      assertThat(SERVER.get(path, "*/*").headers().firstValue("Access-Control-Allow-Origin"))
          .contains("*");
    }
    HttpResponse<String> asked =
        SERVER.send(
            SERVER
                .request("reconcile")
                .header("Origin", "https://example.org")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
    assertThat(asked.headers().firstValue("Access-Control-Allow-Methods").orElseThrow())
        .contains("POST");
  }

  private static String manyQueries(int many) {
    return IntStream.range(0, many)
        .mapToObj(i -> "\"q" + i + "\":{\"query\":\"Aichi " + i + "\"}")
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static List<String> ids(JsonNode answer) {
    ProtocolRules.holdForSuggestions(answer);
    return ProtocolRules.texts(answer.get("result"), "id");
  }

  private static String queries(String text, String more) {
    return "queries=" + encode(batch(text, more));
  }

  private static String batch(String text, String more) {
    return "{\"q0\":{\"query\":\"" + text + "\"" + more + "}}";
  }

  private static JsonNode post(String body) {
    HttpResponse<String> answer = SERVER.send(form("reconcile", body));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(answer.headers().firstValue("BlueThread-Commit")).isPresent();
    return read(answer);
  }

  private static HttpRequest.Builder form(String path, String body) {
    return SERVER
        .request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static JsonNode get(String path) {
    HttpResponse<String> answer = SERVER.get(path, "*/*");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return read(answer);
  }

  private static JsonNode read(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError(answer.body(), e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
