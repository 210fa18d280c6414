package org.bluethread.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluethread.lookup.Things.indexOf;
import static org.bluethread.lookup.Things.iri;
import static org.bluethread.lookup.Things.other;
import static org.bluethread.lookup.Things.preferred;
import static org.bluethread.lookup.Things.query;
import static org.bluethread.lookup.Things.thing;
import static org.bluethread.lookup.Things.type;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelChoiceTest {

  @ParameterizedTest
  @CsvSource({
    "zh, 海洋生物多样性信息系统, zh",
    "ZH, 海洋生物多样性信息系统, zh",
    "zh-Hans-CN, 海洋生物多样性信息系统, zh",
    "fr, Système d’information, fr-FR",
    "ru, Ocean Biodiversity Information System, en",
    "'', Ocean Biodiversity Information System, en"
  })
  void the_label_is_in_the_asked_language_else_in_english(
      String asked, String label, String language) {
    try (ThingIndex index =
        indexOf(
            thing(
                "dataset/ioc/x",
                other("zh", "海洋生物地理信息系统"),
                preferred("zh", "海洋生物多样性信息系统"),
                other("en", "Another name"),
                preferred("en", "Ocean Biodiversity Information System"),
                other("fr-FR", "Système d’information"),
                preferred("de", "Informationssystem"),
                other("", "OBIS")))) {
      Hit hit = index.search(query("obis", asked)).hits().getFirst();
      assertThat(hit.label()).isEqualTo(label);
      assertThat(hit.labelLanguage()).isEqualTo(language);
    }
  }

  @Test
  void without_english_any_label_will_do_a_preferred_one_first() {
    try (ThingIndex index =
        indexOf(
            thing("topic/x", other("", "Aaa"), preferred("pt", "Mar"), preferred("de", "Meer")))) {
      assertThat(index.search(query("x", "fr")).hits().getFirst().label()).isEqualTo("Meer");
    }
  }

  @Test
  void without_a_label_the_slug_stands_for_it_and_without_a_slug_the_iri() {
    Entry bare = new Entry(iri("topic/"), Set.of(), List.of(), Set.of("T1"), "");
    try (ThingIndex index = indexOf(thing("topic/vents"), bare)) {
      assertThat(index.search(query("vents")).hits().getFirst().label()).isEqualTo("vents");
      assertThat(index.search(query("t1")).hits().getFirst().label()).isEqualTo(iri("topic/"));
    }
  }

  @Test
  void a_hit_has_the_types_of_the_thing_sorted() {
    Entry entry =
        new Entry(iri("topic/x"), Set.of(type("b/"), type("a/")), List.of(), Set.of(), "x");
    try (ThingIndex index = indexOf(entry)) {
      assertThat(index.search(query("x")).hits().getFirst().types())
          .containsExactly(type("a/"), type("b/"));
    }
  }
}
