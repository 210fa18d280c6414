package org.bluethread.facade;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bluethread.facade.problem.ProblemKind;
import org.bluethread.facade.words.Words;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong is told in the reader's language, beside the form with what was filled in. */
final class ProblemLanguagesTest {
  private static final String KEYS = "problem.";
  private static final String REMEDY = ".remedy";

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh", "fr", "es", "ru", "ar"})
  void aPageOfNothingSaysSoInItsLanguage(String language) {
    HttpResponse<String> page = page("nowhere?lang=" + language);
    Words words = new Words(language);

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body())
        .contains("<html lang=\"" + language + "\"")
        .contains(words.text("problem.title", "404"))
        .contains(words.text("problem.kind.not-found"))
        .contains(words.text("problem.nothing", "/nowhere"))
        .contains(words.text("problem.nothing.remedy"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh", "fr", "es", "ru", "ar"})
  void programsAreToldInTheLanguageTheyAskFor(String language) throws JsonProcessingException {
    JsonNode problem =
        new ObjectMapper()
            .readTree(
                TestServer.shared()
                    .send(
                        TestServer.shared()
                            .request("trace?from=X&format=gif")
                            .header("Accept-Language", language))
                    .body());
    Words words = new Words(language);

    assertThat(problem.path("type").asText()).endsWith("/unknown-format");
    assertThat(problem.path("title").asText()).isEqualTo(words.text("problem.kind.unknown-format"));
    assertThat(problem.path("detail").asText())
        .isEqualTo(words.text("problem.parameter.choice", "format", "gif", ""));
  }

  @Test
  void programsThatAskForNoLanguageAreToldInEnglish() {
    assertThat(TestServer.shared().get("trace?from=X&format=gif", "*/*").body())
        .contains("\"No such format here\"", "\"The parameter format is “gif”.\"");
  }

  @ParameterizedTest
  @CsvSource({
    "en, Year, 'must be a year of four digits'",
    "zh, 年份, 20x",
    "fr, Année, 20x",
    "es, Año, 20x",
    "ru, Год, 20x",
    "ar, السنة, 20x"
  })
  void aFormIsShownAgainWithWhatWasFilledIn(String language, String label, String detail) {
    HttpResponse<String> page = page("queries/calendar-of-a-year?year=20x&lang=" + language);

    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(page.headers().firstValue("ETag")).isEmpty();
    assertThat(page.body())
        .contains("<label for=\"field-year\">" + label)
        .contains(new Words(language).text("problem.kind.bad-parameter"), detail)
        .contains("id=\"refused\"")
        .containsPattern("<input [^>]*value=\"20x\"[^>]*aria-invalid=\"true\"")
        .containsPattern("<input [^>]*aria-describedby=\"refused hint-year\"")
        .doesNotContain("<table>");
  }

  @Test
  void aFieldThatIsNotAtFaultIsNotMarked() {
    String page =
        page("queries/outputs-by-time-frame-and-organ?organ=nobody-at-all&timeFrame=2019").body();

    assertThat(page).containsPattern("name=\"organ\" value=\"nobody-at-all\"[^>]*aria-invalid");
    assertThat(page).containsPattern("name=\"timeFrame\" value=\"2019\"");
    assertThat(page).doesNotContainPattern("name=\"timeFrame\"[^>]*aria-invalid");
    assertThat(page("queries/outputs-by-year?year=2020").body()).doesNotContain("aria-invalid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hops=99&to=ISBA/24/A/10", "at=999999999", "to=X/29", "paths=0&to=SDG 14"})
  void aTraceIsAskedForAgainOnItsOwnForm(String wrong) {
    HttpResponse<String> page =
        page("trace?from=X/29&lang=ar&" + wrong.replace(" ", "%20").replace("/", "%2F"));

    assertThat(page.statusCode()).isBetween(400, 404);
    assertThat(page.body())
        .contains("id=\"refused\"", "name=\"from\" required value=\"X/29\"")
        .doesNotContain("The parameter", "Both names");
  }

  /** A parser speaks English alone, which a page in another language says. */
  @Test
  void wordsOfAParserAreMarkedAsEnglish() {
    HttpResponse<String> page = page("sparql?query=SELECT&lang=ar");

    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body())
        .contains("<p class=\"detail\" lang=\"en\" dir=\"auto\">")
        .contains(new Words("ar").text("problem.syntax.remedy"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh", "fr", "es", "ru", "ar"})
  void theMeaningOfAKindIsToldInEachLanguage(String language) {
    Words words = new Words(language);
    String rdf = TestServer.shared().get("problem/busy", "text/turtle").body();

    assertThat(page("problem/busy?lang=" + language).body())
        .contains(words.text("problem.kind.busy"), words.text("problem.kind.busy.meaning"));
    assertThat(rdf).contains("\"" + words.text("problem.kind.busy") + "\"@" + language);
  }

  @Test
  void eachKindHasItsWordsAndNoWordsAreForNone() {
    Set<String> wanted =
        Stream.of(ProblemKind.values())
            .flatMap(kind -> Stream.of(kind.shortName(), kind.shortName() + ".meaning"))
            .map(name -> KEYS + "kind." + name)
            .collect(toSet());

    assertThat(keys().stream().filter(key -> key.startsWith(KEYS + "kind.")))
        .containsExactlyInAnyOrderElementsOf(wanted);
  }

  /** All words of problems are used somewhere, so that none is translated in vain. */
  @Test
  void noProblemHasWordsThatNobodyTells() throws IOException {
    Set<String> literals = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java/org/bluethread/facade"))) {
      for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
        Pattern.compile("\"([a-z0-9.-]+)\"")
            .matcher(Files.readString(source))
            .results()
            .map((MatchResult found) -> found.group(1))
            .forEach(literals::add);
      }
    }
    assertThat(keys())
        .filteredOn(key -> key.startsWith(KEYS) && key.endsWith(REMEDY))
        .hasSizeGreaterThan(80)
        .allMatch(
            key ->
                literals.contains(key)
                    || literals.contains(
                        key.substring(KEYS.length(), key.length() - REMEDY.length())));
  }

  private static Set<String> keys() {
    return ResourceBundle.getBundle(Words.class.getPackageName() + ".words", Locale.ENGLISH)
        .keySet();
  }

  private static HttpResponse<String> page(String path) {
    return TestServer.shared().get(path, "text/html");
  }
}
