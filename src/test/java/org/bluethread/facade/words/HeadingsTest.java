package org.bluethread.facade.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.bluethread.query.NamedQuery;
import org.bluethread.query.Parameter;
import org.bluethread.query.Shelf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each column of each shipped query has a heading in six languages, and no heading is for none. */
final class HeadingsTest {
  private static final List<String> LANGUAGES = List.of("en", "zh", "fr", "es", "ru", "ar");
  private static final String COLUMN = "column.";
  private static final String PARAMETER = "parameter.";
  private static final Set<String> KEYS = keys(COLUMN);
  private static final Shelf SHELF = Shelf.load(Path.of("queries"));

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh", "fr", "es", "ru", "ar"})
  void noColumnLacksWords(String language) {
    Words words = new Words(language);
    assertThat(SHELF.queries())
        .allSatisfy(
            query ->
                assertThat(variables(query))
                    .as("%s: each needs %sVARIABLE in words_%s", query.name(), COLUMN, language)
                    .allMatch(variable -> words.optional(key(query, variable)).isPresent()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh", "fr", "es", "ru", "ar"})
  void noTwoColumnsOfAQueryAreHeadedAlike(String language) {
    assertThat(SHELF.queries())
        .allSatisfy(
            query ->
                assertThat(variables(query).stream().map(new Headings(query.name(), language)::of))
                    .as(query.name())
                    .doesNotHaveDuplicates());
  }

  @Test
  void noWordsAreForNoColumn() {
    assertThat(KEYS)
        .containsExactlyInAnyOrderElementsOf(
            SHELF.queries().stream()
                .flatMap(query -> variables(query).stream().map(variable -> key(query, variable)))
                .collect(Collectors.toSet()));
  }

  @Test
  void whatAVariableMeansInOneQueryIsNotWhatItMeansInAll() {
    for (NamedQuery query : SHELF.queries()) {
      for (String variable : variables(query)) {
        if (!key(query, variable).equals(COLUMN + variable)) {
          assertThat(LANGUAGES)
              .as(key(query, variable))
              .anyMatch(language -> !isHeadedAsInAll(query, variable, language));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh", "fr", "es", "ru", "ar"})
  void eachParameterHasALabelUnlikeTheOthersOfItsForm(String language) {
    assertThat(SHELF.queries())
        .allSatisfy(
            query -> {
              List<String> names = parameters(query);
              assertThat(names)
                  .allMatch(name -> new Words(language).optional(PARAMETER + name).isPresent());
              assertThat(names.stream().map(new Headings(query.name(), language)::ofParameter))
                  .as(query.name())
                  .doesNotHaveDuplicates();
            });
  }

  @Test
  void noLabelIsForNoParameter() {
    assertThat(SHELF.queries().stream().flatMap(query -> parameters(query).stream()).distinct())
        .map(name -> PARAMETER + name)
        .containsExactlyInAnyOrderElementsOf(keys(PARAMETER));
  }

  @Test
  void aParameterWithoutWordsIsLabelledLikeAColumn() {
    Headings headings = new Headings("mine", "zh");
    assertThat(headings.ofParameter("mapping")).isEqualTo(headings.of("mapping"));
    assertThat(headings.ofParameter("nobodyKnows")).isEqualTo("nobodyKnows");
  }

  @Test
  void wordsForOneQueryGoBeforeThoseForAll() {
    assertThat(new Headings("outputs-by-organ", "en").of("unit")).isEqualTo("Stands in");
    assertThat(new Headings("statistics-of-country", "en").of("unit")).isEqualTo("Unit of measure");
  }

  @Test
  void aVariableWithoutWordsIsItsOwnHeading() {
    assertThat(new Headings("outputs-by-organ", "zh").of("nobodyKnows")).isEqualTo("nobodyKnows");
  }

  private static boolean isHeadedAsInAll(NamedQuery query, String variable, String language) {
    Words words = new Words(language);
    return words.optional(COLUMN + variable).equals(words.optional(key(query, variable)));
  }

  private static List<String> variables(NamedQuery query) {
    return query.query().getResultVars();
  }

  /** The key of a column's words: its own, if the query has any. */
  private static String key(NamedQuery query, String variable) {
    return Optional.of(COLUMN + query.name() + "." + variable)
        .filter(KEYS::contains)
        .orElse(COLUMN + variable);
  }

  private static List<String> parameters(NamedQuery query) {
    return query.parameters().stream()
        .map(Parameter::name)
        .filter(name -> !name.equals(Parameter.LANG.name()))
        .toList();
  }

  private static Set<String> keys(String prefix) {
    String bundle = Headings.class.getPackageName() + ".words";
    return ResourceBundle.getBundle(bundle, Locale.ENGLISH).keySet().stream()
        .filter(key -> key.startsWith(prefix))
        .collect(Collectors.toUnmodifiableSet());
  }
}
