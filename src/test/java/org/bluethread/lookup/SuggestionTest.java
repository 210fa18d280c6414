package org.bluethread.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluethread.lookup.Things.found;
import static org.bluethread.lookup.Things.indexOf;
import static org.bluethread.lookup.Things.preferred;
import static org.bluethread.lookup.Things.thing;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuggestionTest {

  private final ThingIndex index =
      indexOf(
          thing(
              "topic/protected",
              preferred("en", "Marine protected areas"),
              preferred("zh", "海洋保护区"),
              preferred("fr", "Aires marines protégées de l’Atlantique"),
              preferred("ru", "Морские охраняемые районы"),
              preferred("ar", "المناطق البحرية المحمية")),
          thing("topic/mars", preferred("en", "Mars")));

  @AfterEach
  void close() {
    index.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mari",
        "marine p",
        "marine protecte",
        "marine protected ar",
        "areas mar",
        "aires prot",
        "aires PROTÉG",
        "aires proteg",
        "l’atl",
        "морс",
        "охраняемые р",
        "المناطق البحر",
        "海洋保",
        "保"
      })
  void the_last_word_may_be_unfinished(String text) {
    assertThat(found(index, text)).contains("topic/protected");
  }

  @Test
  void the_whole_word_comes_before_its_continuations() {
    assertThat(found(index, "mar")).containsExactly("topic/mars", "topic/protected");
    assertThat(found(index, "mars")).containsExactly("topic/mars");
  }

  @Test
  void words_before_the_last_are_whole() {
    assertThat(found(index, "mari prote")).containsExactly("topic/protected"); // half of two
    assertThat(found(index, "mari antarctic")).isEmpty();
  }

  @Test
  void the_middle_of_a_word_suggests_nothing() {
    assertThat(found(index, "arine")).isEmpty();
  }
}
