package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tables of things of a class, sent by people who have spreadsheets. */
final class TablesTest {
  private static final String GRAPH = "data?graph=https://example.org/mine";
  private static final String TOPIC = GRAPH + "&class=Topic";
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.shipped();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theTableOfAClassIsFilledInAndTaken() {
    HttpResponse<String> empty = server.get("classes/Topic.csv", "text/csv");
    assertThat(empty.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
    assertThat(empty.body()).startsWith("id,").contains("prefLabel_en").endsWith("\r\n");

    HttpResponse<String> taken =
        server.post(
            TOPIC,
            "text/csv",
            """
            id,prefLabel_en,prefLabel_zh,altLabel_en,ownLabelIn
            topic/noise,Noise under water,水下噪声,sound | din,en|zh
            """);

    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
    assertThat(server.get(GRAPH, "application/n-triples").body())
        .contains(
            "<https://w3id.org/bluethread/id/topic/noise>"
                + " <http://www.w3.org/2004/02/skos/core#altLabel> \"din\"@en",
            "<https://w3id.org/bluethread/ontology#ownLabelIn> \"zh\"",
            "<http://www.w3.org/2004/02/skos/core#prefLabel> \"水下噪声\"@zh",
            "<https://w3id.org/bluethread/ontology#Topic>");
    assertThat(
            server
                .send(
                    server
                        .request(GRAPH)
                        .header("Authorization", "Bearer " + TestServer.TOKEN)
                        .DELETE())
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void aRefusalNamesLineAndColumnInEnglishAndChinese() {
    String table =
        """
        id,prefLabel_en,prefLabel_zh,ownLabelIn
        topic/noise,Noise under water,水下噪声,en|zh
        topic/light,Light under water,,en
        topic/heat,Heat,热,German
        """;

    HttpResponse<String> refused = server.post(TOPIC, "text/csv", table);
    HttpResponse<String> text =
        server.send(
            server
                .request("validate?class=Topic")
                .header("Content-Type", "text/csv")
                .header("Accept", "text/plain")
                .header("Accept-Language", "zh")
                .POST(BodyPublishers.ofString(table)));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("Line 3, column prefLabel_en, prefLabel_zh: ", "Line 4, column ownLabelIn: ");
    assertThat(text.body()).contains("第 3 行，prefLabel_en, prefLabel_zh 列：", "第 4 行，ownLabelIn 列：");
    assertThat(server.get(GRAPH, "text/turtle").statusCode())
        .as("nothing was taken")
        .isEqualTo(404);
  }

  @Test
  void aThingWithAWrongIdentifierIsFoundByItsColumn() {
    assertThat(
            server
                .post(TOPIC, "text/csv", "id,prefLabel_en,prefLabel_zh\nplace/Noise,Noise,噪声\n")
                .body())
        .contains("Line 2, column id: ");
  }

  @Test
  void aTableThatCannotBeReadIsNamedByItsFault() {
    assertThat(problem(GRAPH, "id\n")).contains("which class", "class=Meeting");
    assertThat(problem(GRAPH + "&class=Nothing", "id\n")).contains("no class Nothing");
    assertThat(problem(TOPIC, "id,name\ntopic/noise,Noise\n"))
        .contains("Not among them: name.", "Missing here: prefLabel_en, prefLabel_zh.");
    assertThat(problem(TOPIC, "id,prefLabel_en,prefLabel_zh\ntopic/noise,Noise\n"))
        .contains("line 2", "number of cells 2");
    assertThat(problem(TOPIC, "")).contains("table.csv, line 1: the table is empty");
  }

  @Test
  void tabsServeAsWellAsCommas() {
    assertThat(
            server
                .post(
                    "validate?class=Topic",
                    "text/tab-separated-values",
                    "id\tprefLabel_en\tprefLabel_zh\ntopic/noise\tNoise, loud\t噪声\n")
                .headers()
                .firstValue("BlueThread-Verdict"))
        .hasValue("passes");
  }

  private static String problem(String path, String table) {
    HttpResponse<String> response = server.post(path, "text/csv", table);
    assertThat(response.statusCode()).isEqualTo(400);
    return response.body();
  }
}
