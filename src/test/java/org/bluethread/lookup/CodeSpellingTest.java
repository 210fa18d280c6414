package org.bluethread.lookup;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeSpellingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      textBlock =
          """
          AICHI-TARGET-06  = AICHI-TARGET-6
          AICHI-TARGET-06  = aichi target 6
          AICHI-TARGET-06  = Aichi 6
          AICHI-TARGET-06  = aichi_target_006
          AICHI-TARGET-06  = Target Aichi 6
          AICHI-TARGET-06  = AICHI–TARGET–06
          AICHI-TARGET-06  = Aichi Target No. 6
          AICHI-TARGET-06  = Aichi objectif 6
          AICHI-TARGET-06  = ａｉｃｈｉ　ｔａｒｇｅｔ　６
          AICHI-TARGET-06  = aichi target ٦
          GBF-TARGET-03    = gbf3
          X/29             = x/29
          X/29             = decision x/29
          X/29             = Decision X / 29
          X/29             = Décision X/29
          X/29             = Решение X/29
          X/29             = المقرر X/29
          X/29             = 第X/29号决定
          X/29             = X ∕ 29
          X/29             = Ⅹ／29
          XII/2 B          = xii/2b
          XII/2 B          = xii-2-b
          4.3.1            = 4. 3 .1
          4.3.1            = 04.03.01
          4.3.1            = Action 4.3.1
          4.3.1-2          = 4.3.1 2
          SDG 14.5         = SDG14.5
          SDG 14.5         = sdg:14.5
          SDG 14.5         = SDG target 14.5
          UNEP/CBD/COP/11/INF/41 = unep-cbd-cop-11-inf-41
          """)
  void a_code_is_found_by_its_usual_spellings(String code, String spelling) {
    assertThat(finds(spelling, code)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      textBlock =
          """
          AICHI-TARGET-06  = aichi target 16
          AICHI-TARGET-06  = aichi target 60
          AICHI-TARGET-06  = aichi goal 6
          AICHI-TARGET-06  = gbf target 6
          AICHI-TARGET-06  = target 6
          X/29             = XX/29
          X/29             = X/2/9
          14.5             = 14/5
          14.5             = 14.50
          14.5             = 1.45
          4.3.1-2          = 4.3.1.2
          """)
  void another_code_is_not_the_same(String code, String spelling) {
    assertThat(finds(spelling, code)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "/", "–", "。", "\u0301", "🌊"})
  void a_text_without_letter_or_digit_is_no_code(String text) {
    assertThat(CodeSpelling.of(text)).isEmpty();
  }

  @Test
  void a_kind_word_alone_is_a_code_of_its_own() {
    assertThat(CodeSpelling.of("Target").map(CodeSpelling::key)).contains("TARGET");
    assertThat(finds("no", "NO")).isTrue();
  }

  @Test
  void the_owner_is_not_said_twice() {
    CodeSpelling owner = CodeSpelling.of("aichi").orElseThrow();
    assertThat(CodeSpelling.of("AICHI-6").orElseThrow().ownedBy(owner).key()).isEqualTo("AICHI-6");
    assertThat(CodeSpelling.of("6").orElseThrow().ownedBy(owner).key()).isEqualTo("AICHI-6");
    assertThat(CodeSpelling.of("aichis 6").orElseThrow().ownedBy(owner).key())
        .isEqualTo("AICHI-AICHIS-6");
  }

  @Property
  void any_spelling_of_the_same_parts_is_the_same_code(
      @ForAll("parts") List<String> parts, @ForAll Random random) {
    assertThat(finds(spelled(parts, random), spelled(parts, random))).isTrue();
  }

  @Property
  void spellings_of_different_parts_are_different_codes(
      @ForAll("parts") List<String> some, @ForAll("parts") List<String> others) {
    assertThat(finds(String.join("-", some), String.join("/", others)))
        .isEqualTo(some.equals(others));
  }

  @Property
  void every_text_that_is_a_code_finds_itself(@ForAll String text) {
    assertThat(finds(text, text)).isEqualTo(CodeSpelling.of(text).isPresent());
  }

  @Provide
  Arbitrary<List<String>> parts() {
    Arbitrary<String> words = Arbitraries.of("Isa", "cbd", "X", "XII", "b", "bis", "深海", "Лес");
    Arbitrary<String> numbers = Arbitraries.of("0", "1", "7", "10", "2.1", "14.5", "4.3.1");
    return words
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .flatMap(
            some ->
                numbers
                    .list()
                    .ofSize(some.size())
                    .map(
                        others ->
                            Stream.iterate(0, i -> i < some.size(), i -> i + 1)
                                .flatMap(i -> Stream.of(some.get(i), others.get(i)))
                                .toList()));
  }

  private static String spelled(List<String> parts, Random random) {
    List<String> joints = List.of("-", "/", " ", " / ", ":", "_", " – ", "");
    return parts.stream()
        .map(part -> cased(zeroed(part, random), random))
        .map(part -> part + joints.get(random.nextInt(joints.size())))
        .collect(joining());
  }

  private static String zeroed(String part, Random random) {
    return Character.isDigit(part.charAt(0))
        ? String.join("", Collections.nCopies(random.nextInt(3), "0")) + part
        : part;
  }

  private static String cased(String part, Random random) {
    return random.nextBoolean() ? part.toUpperCase(Locale.ROOT) : part.toLowerCase(Locale.ROOT);
  }

  private static boolean finds(String sought, String held) {
    Optional<CodeSpelling> kept = CodeSpelling.of(held);
    return CodeSpelling.of(sought).stream()
        .flatMap(spelling -> spelling.sought().stream())
        .anyMatch(term -> kept.isPresent() && kept.get().held().contains(term));
  }
}
