package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Readers get words at the head of columns, in their language; programs get variables. */
final class QueryHeadingsTest {
  private static final String BY_ORGAN = "queries/outputs-by-organ?organ=finance-committee";
  private static final Pattern HEADING =
      Pattern.compile("<th scope=\"col\" title=\"(.*?)\">(.*?)</th>");

  @ParameterizedTest
  @CsvSource({
    "en, Code|Role|Time frame|Name|Page|Stands in",
    "zh, 编码|职责|完成时限|名称|页面|出自",
    "ar, الرمز|الدور|الإطار الزمني|الاسم|الصفحة|يرد في"
  })
  void thePageHasWordsInItsLanguageAndTheVariablesBehindThem(String language, String words) {
    String page = TestServer.shared().get(BY_ORGAN + "&lang=" + language, "text/html").body();
    assertThat(groups(page, 2)).containsExactly(words.split("\\|"));
    assertThat(groups(page, 1))
        .containsExactly("code", "role", "timeFrame", "label", "thing", "unit");
  }

  @Test
  void aChartIsOfTheColumnThatReadersSee() {
    String page =
        TestServer.shared()
            .get("queries/areas-within-a-distance?area=APEI-09&kilometres=300&lang=en", "text/html")
            .body();
    assertThat(page).contains("The bars show the column “Distance (km)” of the table below.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "spreadsheet", "tsv", "json", "xml"})
  void dataHaveTheVariablesInEveryLanguage(String format) {
    String data = TestServer.shared().get(BY_ORGAN + "&lang=zh&format=" + format, "*/*").body();
    assertThat(data).contains("timeFrame").doesNotContain("完成时限");
  }

  @Test
  void aQueryWithoutWordsShowsItsVariables(@TempDir Path shelf) throws IOException {
    Files.writeString(
        shelf.resolve("mine.rq"),
        """
        #+ title: {en: T, zh: T}
        #+ description: {en: D, zh: D}
        #+ keywords: [k]
        SELECT ?myOwn ?unit { VALUES (?myOwn ?unit) { (1 2) } }
        """);
    try (TestServer server = TestServer.asking(shelf)) {
      String page = server.get("queries/mine?lang=en", "text/html").body();
      assertThat(groups(page, 2)).containsExactly("myOwn", "Stands in");
    }
  }

  private static List<String> groups(String page, int group) {
    return HEADING.matcher(page).results().map((MatchResult th) -> th.group(group)).toList();
  }
}
