package org.bluethread.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.bluethread.lookup.Things.coded;
import static org.bluethread.lookup.Things.found;
import static org.bluethread.lookup.Things.indexOf;
import static org.bluethread.lookup.Things.other;
import static org.bluethread.lookup.Things.preferred;
import static org.bluethread.lookup.Things.query;
import static org.bluethread.lookup.Things.thing;

import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

class AnyStringTest {

  private static final ThingIndex INDEX =
      indexOf(
          coded(thing("topic/vents", preferred("en", "Hydrothermal vents")), "V/1"),
          thing("topic/sea", preferred("zh", "海"), other("ar", "بحر")));

  @AfterContainer
  static void close() {
    INDEX.close();
  }

  @Property
  void every_string_is_searched_and_resolved(@ForAll("texts") String text) {
    assertThatCode(
            () -> {
              INDEX.search(query(text));
              INDEX.search(query(text, text));
              INDEX.resolve(text, Set.of(text));
            })
        .doesNotThrowAnyException();
  }

  @Property(tries = 200)
  void every_string_can_be_a_label_and_a_code_and_is_found_by_itself(@ForAll("texts") String text) {
    Entry entry = thing("topic/x", preferred("zh", text), other(text, text));
    try (ThingIndex index = indexOf(coded(entry, text))) {
      boolean hasTerm = text.codePoints().anyMatch(Character::isLetterOrDigit);
      if (hasTerm && text.length() <= Query.MAX_TEXT) {
        assertThat(found(index, text)).containsExactly("topic/x");
      } else {
        assertThat(index.search(query(text)).total()).isLessThanOrEqualTo(1);
      }
    }
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> anything = Arbitraries.strings().ofMaxLength(300);
    Arbitrary<String> syntax =
        Arbitraries.strings()
            .withChars("*?~^\"()[]{}:\\/+-!&|<>= \tAND OR NOT vents 海بح'’")
            .ofMaxLength(250);
    Arbitrary<String> scripts =
        Arbitraries.strings()
            .withCharRange('\u0600', '\u06FF')
            .withCharRange('\u4E00', '\u9FFF')
            .withCharRange('\uD800', '\uDFFF')
            .withChars(" \u0301\uFDFA\u200D.")
            .ofMaxLength(250);
    return Arbitraries.oneOf(anything, syntax, scripts);
  }
}
