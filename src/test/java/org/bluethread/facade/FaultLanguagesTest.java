package org.bluethread.facade;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bluethread.endpoint.RemoteAccessException;
import org.bluethread.endpoint.UnusableRequestException;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.words.Words;
import org.bluethread.federation.FederatedQueryException;
import org.bluethread.federation.ForbiddenAddressException;
import org.bluethread.gate.BrokenShapesException;
import org.bluethread.graph.NotRefreshedException;
import org.bluethread.graph.ReadOnlyException;
import org.bluethread.graph.ReleaseGraphException;
import org.bluethread.graph.TooLargeException;
import org.bluethread.support.SentForm;
import org.bluethread.support.TestServer;
import org.bluethread.table.TableException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What this program itself finds wrong with a request, it tells in six languages. */
final class FaultLanguagesTest {
  private static final List<String> LANGUAGES = List.of("en", "zh", "fr", "es", "ru", "ar");

  static final List<Arguments> FAULTS =
      List.of(
          arguments("table.bad", TableException.Fault.values()),
          arguments("remote", RemoteAccessException.Fault.values()),
          arguments("request.unusable", UnusableRequestException.Fault.values()),
          arguments("federated.unusable", FederatedQueryException.Fault.values()),
          arguments("member.undeclared", ForbiddenAddressException.Fault.values()));

  static final List<RuntimeException> OWN =
      List.of(
          new ReleaseGraphException("http://example.org/g"),
          new TooLargeException(17),
          new BrokenShapesException(new IllegalArgumentException("no shape")),
          new ReadOnlyException(),
          new NotRefreshedException());

  @ParameterizedTest
  @FieldSource("FAULTS")
  void eachFaultHasItsWordsAndNoWordsAreForNone(String key, Enum<?>[] faults) {
    String prefix = "problem." + key + ".";

    assertThat(
            keys()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length())))
        .filteredOn(name -> !name.equals("remedy"))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(faults)
                .map(fault -> fault.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(toSet()));
  }

  @ParameterizedTest
  @CsvSource({
    "id, table.columns.missing, Topic",
    "'id,prefLabel_en,prefLabel_zh,name', table.columns.unknown, Topic",
    "'id,name', table.columns.both, Topic",
    "'', table.bad.empty, table.csv",
    "'id,id', table.bad.column-twice, table.csv",
    "'id,the name', table.bad.column-name, table.csv",
    "'id,\"name', table.bad.quotation-mark, table.csv"
  })
  void aTableThatCannotBeReadIsToldInEachLanguage(String header, String key, String named)
      throws JsonProcessingException {
    assertToldInEachLanguage(
        "problem." + key,
        named,
        () ->
            TestServer.shared()
                .request("validate?class=Topic")
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(header)));
  }

  @ParameterizedTest
  @CsvSource({
    "SELECT * FROM <http://example.org/none> {}, remote.graph",
    "SELECT * { SERVICE <http://example.org/none> {} }, remote.service-without-members"
  })
  void whatIsNotFetchedIsToldInEachLanguage(String query, String key)
      throws JsonProcessingException {
    assertToldInEachLanguage(
        "problem." + key,
        "http://example.org/none",
        () ->
            TestServer.shared()
                .request("sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh", "fr", "es", "ru", "ar"})
  void theLineOfATableThatCannotBeReadStandsBesideTheFault(String language) {
    SentForm form =
        new SentForm()
            .with("class", "Topic")
            .with("graph", "https://example.org/graph")
            .with("do", "check")
            .withFile(
                "t.csv",
                "text/csv",
                "id,prefLabel_en,prefLabel_zh\ntopic/noise,Noise\n"
                    .getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> page =
        TestServer.shared().send(form.by(TestServer.shared().request("submit?lang=" + language)));

    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body())
        .containsPattern("<li id=\"L2\" class=\"fault\">.*topic/noise")
        .doesNotContain("lang=\"en\" dir=\"auto\"")
        .containsPattern(like(new Words(language), "problem.table.bad.cells"));
  }

  @ParameterizedTest
  @FieldSource("OWN")
  void whatIsWrongWithAChangeIsToldInEachLanguage(RuntimeException wrong) {
    Problem problem =
        SentProblems.of(wrong)
            .orElseGet(() -> AnswerProblems.KINDS.get(wrong.getClass()).apply(wrong));

    assertThat(LANGUAGES.stream().map(problem.detail()::in).distinct()).hasSameSizeAs(LANGUAGES);
    assertThat(LANGUAGES)
        .allMatch(language -> problem.detail().languageFor(language).equals(language));
  }

  private static void assertToldInEachLanguage(
      String key, String named, Supplier<HttpRequest.Builder> request)
      throws JsonProcessingException {
    for (String language : LANGUAGES) {
      String body =
          TestServer.shared().send(request.get().header("Accept-Language", language)).body();
      assertThat(new ObjectMapper().readTree(body).path("detail").asText())
          .contains(named)
          .matches(like(new Words(language), key));
    }
  }

  /** A pattern for a phrase, whatever is put into it. */
  private static String like(Words words, String key) {
    String mark = "@";
    return "(?s).*"
        + Stream.of(words.text(key, mark, mark, mark, mark).split(mark))
            .map(Pattern::quote)
            .reduce((before, after) -> before + ".+?" + after)
            .orElseThrow()
        + ".*";
  }

  private static Stream<String> keys() {
    return ResourceBundle.getBundle(Words.class.getPackageName() + ".words", Locale.ENGLISH)
        .keySet()
        .stream();
  }
}
