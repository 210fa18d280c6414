package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SearchRoutesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String THINGS = "https://w3id.org/bluethread/id/";

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.shipped();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "finance committee, organ/isa/finance-committee",
    "财务委员会, organ/isa/finance-committee",
    "财务, organ/isa/finance-committee",
    "Commission des finances, organ/isa/finance-committee",
    "Comité de Finanzas, organ/isa/finance-committee",
    "Финансовый комитет, organ/isa/finance-committee",
    "لجنة المالية, organ/isa/finance-committee",
    "AICHI-TARGET-11, target/aichi/11",
    "Aichi 11, target/aichi/11",
    "aichi target 6, target/aichi/6",
    "isa:4.3.1, action/isa/4.3.1",
    "4.3.1, action/isa/4.3.1"
  })
  void aWordOrCodeInAnyUsualSpellingFindsItsThing(String text, String thing) throws IOException {
    assertThat(iris(search("search?q=" + encode(text)))).first().isEqualTo(THINGS + thing);
  }

  @Test
  void theHitIsNamedInTheAskedLanguage() throws IOException {
    JsonNode hit = search("search?q=AICHI-TARGET-11&lang=ru").get("hits").get(0);
    assertThat(hit.get("language").asText()).isEqualTo("ru");
    assertThat(hit.get("label").asText()).containsPattern("\\p{IsCyrillic}");
  }

  @Test
  void aClassMayBeAskedFor() throws IOException {
    JsonNode organs = search("search?q=committee&type=Organ");
    assertThat(organs.get("total").asLong()).isPositive();
    organs
        .get("hits")
        .forEach(
            hit ->
                assertThat(hit.get("types").toString())
                    .contains("https://w3id.org/bluethread/ontology#Organ"));
  }

  @Test
  void whatACommitBringsIsFoundAtOnceAndWhatItTakesIsGone() throws IOException {
    String statement =
        "<http://example.org/nautilus> <http://www.w3.org/2004/02/skos/core#prefLabel>"
            + " \"Nautilus the submarine\"@en";
    server.post("update", "application/sparql-update", "INSERT DATA { " + statement + " }");
    JsonNode found = search("search?q=nautilus");
    assertThat(iris(found)).containsExactly("http://example.org/nautilus");
    assertThat(found.get("commit").asLong())
        .isEqualTo(server.graph().history().newest(1).get(0).number());
    server.post("update", "application/sparql-update", "DELETE DATA { " + statement + " }");
    assertThat(iris(search("search?q=nautilus"))).isEmpty();
  }

  @Test
  void aRefusedWriteIsNeverFound() throws IOException {
    HttpResponse<String> refused =
        server.post(
            "update",
            "application/sparql-update",
            """
            PREFIX bt: <https://w3id.org/bluethread/ontology#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            INSERT DATA { <http://example.org/x> a bt:Output ; skos:prefLabel "Zanzibar"@en }
            """);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(iris(search("search?q=zanzibar"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"search", "search?q=", "search?q=%20%20", "search?q=zzzzzzzzzz"})
  void nothingFoundIsAnAnswer(String path) throws IOException {
    assertThat(search(path).get("total").asLong()).isZero();
  }

  @Test
  void moreHitsAreLinked() {
    HttpResponse<String> page = server.get("search?q=report&limit=5", "application/json");
    assertThat(page.headers().firstValue("Link").orElseThrow())
        .contains("offset=5")
        .endsWith("rel=\"next\"");
  }

  @Test
  void thePageShowsTheSameHits() {
    String page = server.get("search?q=AICHI-TARGET-11&lang=zh", "text/html").body();
    assertThat(page).contains("lang=\"zh").contains("/id/target/aichi/11");
  }

  private static JsonNode search(String path) throws IOException {
    HttpResponse<String> response = server.get(path, "application/json");
    assertThat(response.statusCode()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  private static List<String> iris(JsonNode found) {
    return found.get("hits").findValuesAsText("iri");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
