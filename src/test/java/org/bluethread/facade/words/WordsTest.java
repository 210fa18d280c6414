package org.bluethread.facade.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of the interface: complete in six languages, and none asked for that is not there. */
final class WordsTest {
  private static final Pattern KEY = Pattern.compile("text\\([^)]*?\"([a-z.]+)\"");
  private static final Pattern ARGUMENT = Pattern.compile("\\{[0-9]");

  @ParameterizedTest
  @ValueSource(strings = {"zh", "fr", "es", "ru", "ar"})
  void everyLanguageHasTheKeysOfEnglish(String language) throws IOException {
    assertThat(words(language).keySet()).isEqualTo(words("en").keySet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh", "fr", "es", "ru", "ar"})
  void noWordIsEmptyAndEveryPatternCanBeRead(String language) throws IOException {
    words(language)
        .forEach(
            (key, value) -> {
              assertThat(value).as(key).isNotBlank();
              assertThat(value)
                  .as("%s: a pattern takes ’ for an apostrophe", key)
                  .doesNotContain("'");
              assertThatCode(() -> new MessageFormat(value, Locale.of(language)))
                  .as(key)
                  .doesNotThrowAnyException();
            });
  }

  @Test
  void aCodeKeepsItsDirectionBetweenArabicWords() {
    assertThat(new Words("ar").text("search.title", "X/29, 35"))
        .isEqualTo("البحث: \u2068X/29, 35\u2069");
    assertThat(new Words("ar").text("search.title", "2020")).isEqualTo("البحث: 2020");
    assertThat(new Words("ar").text("search.total", 35)).isEqualTo("عدد النتائج: 35");
    assertThat(new Words("en").text("search.title", "X/29")).doesNotContain("\u2068");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "fr", "es", "ru", "ar"})
  void everyLanguageUsesTheArgumentsOfEnglish(String language) throws IOException {
    Map<String, String> english = words("en");
    words(language)
        .forEach(
            (key, value) ->
                assertThat(arguments(value)).as(key).isEqualTo(arguments(english.get(key))));
  }

  @Test
  void everyKeyATemplateNamesIsThere() throws IOException {
    TreeSet<String> named = new TreeSet<>();
    try (Stream<Path> templates = Files.list(Path.of("src/main/jte"))) {
      for (Path template : templates.filter(file -> file.toString().endsWith(".jte")).toList()) {
        KEY.matcher(Files.readString(template))
            .results()
            .map(found -> found.group(1))
            .forEach(named::add);
      }
    }
    assertThat(named).hasSizeGreaterThan(50);
    assertThat(words("en").keySet()).containsAll(named);
  }

  private static List<String> arguments(String pattern) {
    return ARGUMENT.matcher(pattern).results().map(MatchResult::group).sorted().toList();
  }

  private static Map<String, String> words(String language) throws IOException {
    Properties properties = new Properties();
    try (InputStream in = Words.class.getResourceAsStream("words_" + language + ".properties")) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    Map<String, String> words = new TreeMap<>();
    properties.forEach((key, value) -> words.put((String) key, (String) value));
    return words;
  }
}
