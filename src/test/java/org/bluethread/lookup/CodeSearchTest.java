package org.bluethread.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluethread.lookup.Things.coded;
import static org.bluethread.lookup.Things.found;
import static org.bluethread.lookup.Things.other;
import static org.bluethread.lookup.Things.preferred;
import static org.bluethread.lookup.Things.thing;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeSearchTest {

  private static final Entry SDG_14_5 =
      new Entry(
          "http://metadata.un.org/sdg/14.5",
          Set.of("https://example.org/class/target"),
          List.of(preferred("en", "Conserve coastal and marine areas")),
          Set.of("14.5"),
          "14.5");

  @TempDir private Path directory;
  private ThingIndex index;

  @BeforeEach
  void feed() {
    index = ThingIndex.open(directory);
    index.rebuild(
        Things.STORE,
        1,
        Stream.of(
            coded(
                thing("target/aichi/6", preferred("en", "Sustainable fishing")), "AICHI-TARGET-06"),
            coded(thing("target/aichi/11", preferred("en", "Protected areas")), "AICHI-TARGET-11"),
            coded(thing("decision/cbd/x-29", preferred("en", "Marine biodiversity")), "X/29"),
            coded(
                thing("decision/cbd/xii-2-b", preferred("en", "Information exchange")), "XII/2 B"),
            coded(thing("action/isa/4.3.1", preferred("en", "Share taxonomic data")), "4.3.1"),
            coded(thing("output/isa/4.3.1-2", preferred("en", "A data set shared")), "4.3.1-2"),
            thing("document/isa-2025-msr-action-plan/para/19"),
            thing("topic/notes", other("en", "Notes on AICHI-TARGET-06 and on decision X/29")),
            SDG_14_5));
  }

  @AfterEach
  void close() {
    index.close();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          AICHI-TARGET-06,       target/aichi/6
          aichi target 6,        target/aichi/6
          Aichi 6,               target/aichi/6
          AICHI-TARGET-6,        target/aichi/6
          target aichi 6,        target/aichi/6
          X/29,                  decision/cbd/x-29
          decision x/29,         decision/cbd/x-29
          Decision X / 29,       decision/cbd/x-29
          第X/29号决定,            decision/cbd/x-29
          x-29,                  decision/cbd/x-29
          CBD decision X/29,     decision/cbd/x-29
          xii/2b,                decision/cbd/xii-2-b
          isa:4.3.1,             action/isa/4.3.1
          ISA action 4.3.1,      action/isa/4.3.1
          4.3.1,                 action/isa/4.3.1
          4.3.1-2,               output/isa/4.3.1-2
          SDG 14.5,              http://metadata.un.org/sdg/14.5
          sdg target 14.5,       http://metadata.un.org/sdg/14.5
          14.5,                  http://metadata.un.org/sdg/14.5
          isa-2025-msr-action-plan para 19, document/isa-2025-msr-action-plan/para/19
          """)
  void the_thing_with_the_code_comes_first(String text, String path) {
    assertThat(found(index, text)).first().isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({
    "http://metadata.un.org/sdg/14.5",
    "https://metadata.un.org/sdg/14.5",
    "HTTP://metadata.un.org/sdg/14.5"
  })
  void an_iri_finds_its_thing_with_either_scheme(String text) {
    assertThat(found(index, text)).first().isEqualTo(SDG_14_5.iri());
  }

  @Test
  void a_code_with_more_words_finds_the_thing_with_both() {
    assertThat(found(index, "aichi target 6 fishing")).containsExactly("target/aichi/6");
  }

  @Test
  void the_beginning_of_a_code_suggests_the_codes() {
    assertThat(found(index, "4.3")).containsExactly("action/isa/4.3.1", "output/isa/4.3.1-2");
    assertThat(found(index, "aichi-t")).contains("target/aichi/6", "target/aichi/11");
  }

  @Test
  void a_code_quoted_in_a_label_comes_after_the_thing_itself() {
    assertThat(found(index, "AICHI-TARGET-06")).containsExactly("target/aichi/6", "topic/notes");
  }

  @Test
  void a_hit_shows_the_codes_as_they_are_written() {
    assertThat(index.search(Things.query("aichi 6")).hits().getFirst().codes())
        .containsExactly("AICHI-TARGET-06");
  }
}
