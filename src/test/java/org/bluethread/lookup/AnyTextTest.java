package org.bluethread.lookup;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bluethread.lookup.Things.coded;
import static org.bluethread.lookup.Things.found;
import static org.bluethread.lookup.Things.indexOf;
import static org.bluethread.lookup.Things.other;
import static org.bluethread.lookup.Things.preferred;
import static org.bluethread.lookup.Things.query;
import static org.bluethread.lookup.Things.thing;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnyTextTest {

  private final ThingIndex index =
      indexOf(
          coded(thing("topic/vents", preferred("en", "Hydrothermal vents")), "V/1"),
          thing("topic/not", preferred("en", "Not a vent")),
          thing("topic/sea", preferred("zh", "海"), other("ar", "بحر")));

  @AfterEach
  void close() {
    index.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "\t\n", "*", "?", "*:*", "\"", "-", "()", "–", "。", "’", "\u0000", "\uD83C"
      })
  void a_text_without_a_term_finds_nothing(String text) {
    assertThat(index.search(query(text)).total()).isZero();
    assertThat(index.resolve(text, Set.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"*ents", "v?nts", "hydrothermol~", "iri:topic", "all.words:vents", "/[v]ents/"})
  void query_syntax_means_nothing(String text) {
    assertThat(found(index, text)).doesNotContain("topic/sea", "topic/not");
  }

  @Test
  void operators_are_words() {
    assertThat(found(index, "NOT vent")).first().isEqualTo("topic/not");
    assertThat(found(index, "+vents -hydrothermal")).containsExactly("topic/vents");
  }

  @Test
  void only_the_beginning_of_a_long_text_is_looked_at() {
    String longText = "vents " + "hydrothermal ".repeat(40) + "nowhere ".repeat(1_000);
    assertThat(found(index, longText)).containsExactly("topic/vents");
    assertThat(found(index, "鲸".repeat(100_000))).isEmpty();
    assertThat(found(index, ("vents" + " ".repeat(300) + "nowhere"))).contains("topic/vents");
  }

  @Test
  void a_text_cannot_outgrow_the_clauses_of_a_query() {
    // every character a ligature of two or three letters, which the Chinese analyzer takes apart
    String words =
        IntStream.range(0, Query.MAX_TEXT)
            .mapToObj(i -> i % 10 == 9 ? " " : Character.toString(0xFC00 + i * 11 % 0x110))
            .collect(joining());
    assertThat(index.search(query(words)).total()).isZero();
  }

  @Test
  void very_long_names_are_kept_and_do_not_disturb() {
    String longText = "vent" + "x".repeat(100_000);
    Entry huge =
        new Entry(
            "https://example.org/" + longText,
            Set.of("https://example.org/class/" + longText),
            List.of(preferred("en", "Vent " + longText + " word".repeat(50_000))),
            Set.of("CODE-" + longText),
            longText);
    Entry other = new Entry(huge.iri() + "y", Set.of(), huge.labels(), Set.of(), "");
    try (ThingIndex longNames = indexOf(huge, other)) {
      assertThat(longNames.search(query("vent words")).hits())
          .extracting(Hit::iri)
          .containsExactlyInAnyOrder(huge.iri(), other.iri());
      assertThat(longNames.resolve(huge.iri(), huge.types())).containsExactly(huge.iri());
    }
  }
}
