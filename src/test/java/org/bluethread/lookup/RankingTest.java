package org.bluethread.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluethread.lookup.Things.coded;
import static org.bluethread.lookup.Things.found;
import static org.bluethread.lookup.Things.indexOf;
import static org.bluethread.lookup.Things.other;
import static org.bluethread.lookup.Things.preferred;
import static org.bluethread.lookup.Things.query;
import static org.bluethread.lookup.Things.thing;

import java.util.Comparator;
import org.junit.jupiter.api.Test;

class RankingTest {

  private static final String LONG =
      " of a very long name that goes on and on about areas, regions, places, sites and zones";

  @Test
  void code_then_slug_then_whole_label_then_words() {
    try (ThingIndex index =
        indexOf(
            thing("topic/a", other("en", "OBIS" + LONG)),
            thing("topic/b", preferred("en", "OBIS" + LONG)),
            thing("topic/c", other("fr", "Obis")),
            thing("topic/d", preferred("es", "obis")),
            thing("topic/obis"),
            thing("node/obis/x"),
            coded(thing("topic/f"), "Obis"))) {
      assertThat(found(index, "OBIS"))
          .containsExactly("topic/f", "topic/obis", "topic/d", "topic/c", "topic/b", "topic/a");
    }
  }

  @Test
  void a_preferred_label_beats_another_one_however_long() {
    try (ThingIndex index =
        indexOf(
            thing("topic/a", other("en", "deep sea mining")),
            thing("topic/b", preferred("en", "Mining in the deep sea" + LONG)))) {
      assertThat(found(index, "mining deep sea")).containsExactly("topic/b", "topic/a");
    }
  }

  @Test
  void a_whole_label_beats_a_part_of_a_label() {
    try (ThingIndex index =
        indexOf(
            thing("topic/a", preferred("en", "Seabed mining code")),
            thing("topic/b", preferred("en", "Some name"), other("en", "seabed, mining")))) {
      assertThat(found(index, "Seabed mining")).containsExactly("topic/b", "topic/a");
    }
  }

  @Test
  void a_shorter_label_beats_a_longer_one() {
    try (ThingIndex index =
        indexOf(
            thing("topic/a", preferred("en", "Seabed minerals and other resources of the Area")),
            thing("topic/b", preferred("en", "Seabed minerals database")))) {
      assertThat(found(index, "seabed minerals")).containsExactly("topic/b", "topic/a");
    }
  }

  @Test
  void the_asked_language_beats_another() {
    try (ThingIndex index =
        indexOf(
            thing("topic/a", preferred("fr", "Ocean commission centre")),
            thing("topic/b", preferred("en", "Ocean commission report")))) {
      assertThat(found(index, "ocean commission", "fr")).containsExactly("topic/a", "topic/b");
      assertThat(found(index, "ocean commission", "en")).containsExactly("topic/b", "topic/a");
    }
  }

  @Test
  void all_words_are_wanted_before_half_of_them_are_enough() {
    try (ThingIndex index =
        indexOf(
            thing("topic/a", preferred("en", "Deep sea mining")),
            thing("topic/b", preferred("en", "Deep sea cables and pipelines")),
            thing("topic/c", preferred("en", "Cables")))) {
      assertThat(found(index, "deep sea mining")).containsExactly("topic/a");
      assertThat(found(index, "deep sea tourism")).containsExactly("topic/a", "topic/b");
      assertThat(found(index, "deep space tourism cables")).containsExactly("topic/b");
      assertThat(found(index, "space tourism cables")).isEmpty();
    }
  }

  @Test
  void stop_words_of_other_languages_are_wanted_only_as_long_as_they_are_found() {
    try (ThingIndex index =
        indexOf(
            thing("topic/a", preferred("en", "Red Sea")),
            thing("topic/b", preferred("en", "Red list")),
            thing("topic/c", preferred("fr", "Commission des finances")),
            thing("topic/d", preferred("fr", "Commission des pêches")))) {
      assertThat(found(index, "red sea", "zh")).containsExactly("topic/a");
      assertThat(found(index, "la commission de finances", "zh")).containsExactly("topic/c");
    }
  }

  @Test
  void a_stop_word_need_not_be_found_but_one_alone_is_looked_for() {
    try (ThingIndex index =
        indexOf(
            thing("topic/a", preferred("en", "Regime of islands")),
            thing("topic/b", preferred("en", "The Area")))) {
      assertThat(found(index, "the regime for an island")).containsExactly("topic/a");
      assertThat(found(index, "the")).containsExactly("topic/b");
    }
  }

  @Test
  void equals_come_in_the_order_of_their_iris() {
    try (ThingIndex index =
        indexOf(
            thing("topic/c", preferred("en", "Vent")),
            thing("topic/a", preferred("en", "Vent")),
            thing("topic/b", preferred("en", "Vent")))) {
      assertThat(found(index, "vent")).containsExactly("topic/a", "topic/b", "topic/c");
      assertThat(index.search(query("vent")).hits())
          .isSortedAccordingTo(
              Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::iri));
    }
  }
}
