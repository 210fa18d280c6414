package org.bluethread.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Titles, descriptions and parameters of the shipped queries are there for readers of any page. */
final class ShelfSpeaksSixLanguagesTest {
  private static final List<String> LANGUAGES = List.of("ar", "en", "es", "fr", "ru", "zh");
  private static final Shelf SHELF = Shelf.load(Path.of("queries"));

  @Test
  void noWordingLacksALanguage() {
    assertThat(SHELF.queries())
        .allSatisfy(
            query ->
                assertThat(wordings(query))
                    .as(query.name())
                    .allSatisfy(
                        wording ->
                            assertThat(wording.byLanguage().keySet())
                                .as(wording.in("en"))
                                .containsExactlyInAnyOrderElementsOf(LANGUAGES)));
  }

  @Test
  void noTwoQueriesHaveTheSameTitle() {
    assertThat(LANGUAGES)
        .allSatisfy(
            language ->
                assertThat(SHELF.queries().stream().map(query -> query.title().in(language)))
                    .doesNotHaveDuplicates());
  }

  /** Arabic, Chinese and Russian words are in their own letters, so none was left in English. */
  @Test
  void wordsAreInTheLettersOfTheirLanguage() {
    Map<String, String> scripts = Map.of("ar", "IsArabic", "ru", "IsCyrillic", "zh", "IsHan");
    assertThat(SHELF.queries())
        .flatMap(query -> wordings(query).toList())
        .allSatisfy(
            wording ->
                scripts.forEach(
                    (language, script) ->
                        assertThat(wording.in(language)).containsPattern("\\p{" + script + "}")));
  }

  private static Stream<Wording> wordings(NamedQuery query) {
    return Stream.of(
            Stream.of(query.title(), query.description()),
            query.parameters().stream().map(Parameter::description),
            query.recipe().stream().map(Recipe::title))
        .flatMap(wordings -> wordings);
  }
}
