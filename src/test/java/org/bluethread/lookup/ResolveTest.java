package org.bluethread.lookup;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bluethread.lookup.Things.coded;
import static org.bluethread.lookup.Things.indexOf;
import static org.bluethread.lookup.Things.iri;
import static org.bluethread.lookup.Things.preferred;
import static org.bluethread.lookup.Things.thing;
import static org.bluethread.lookup.Things.type;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ResolveTest {

  private static final Set<String> ANY = Set.of();

  @Test
  void a_code_is_resolved_to_its_thing_and_words_to_none() {
    try (ThingIndex index =
        indexOf(
            coded(
                thing("target/aichi/6", preferred("en", "Sustainable fishing")), "AICHI-TARGET-06"),
            coded(thing("target/aichi/16"), "AICHI-TARGET-16"))) {
      assertThat(index.resolve("aichi target 6", ANY)).containsExactly(iri("target/aichi/6"));
      assertThat(index.resolve("Sustainable fishing", ANY)).isEmpty();
      assertThat(index.resolve("aichi target 1", ANY)).isEmpty();
      assertThat(index.resolve("", ANY)).isEmpty();
    }
  }

  @Test
  void a_slug_and_an_iri_are_resolved_too() {
    try (ThingIndex index = indexOf(thing("organ/isa/finance-committee"))) {
      String iri = iri("organ/isa/finance-committee");
      assertThat(index.resolve("finance-committee", ANY)).containsExactly(iri);
      assertThat(index.resolve("ISA Finance Committee", ANY)).containsExactly(iri);
      assertThat(index.resolve(iri, ANY)).containsExactly(iri);
      assertThat(index.resolve(iri.replace("https:", "http:"), ANY)).containsExactly(iri);
      assertThat(index.resolve(iri + "/", ANY)).isEmpty();
    }
  }

  @Test
  void only_things_of_the_asked_types_count() {
    try (ThingIndex index =
        indexOf(thing("action/isa/4.3.1"), thing("output/isa/4.3.1"), thing("topic/4.3.1"))) {
      assertThat(index.resolve("4.3.1", ANY)).hasSize(3);
      assertThat(index.resolve("4.3.1", Set.of(type("output/x"))))
          .containsExactly(iri("output/isa/4.3.1"));
      assertThat(index.resolve("4.3.1", Set.of(type("output/x"), type("action/x"))))
          .containsExactly(iri("action/isa/4.3.1"), iri("output/isa/4.3.1"));
      assertThat(index.resolve("4.3.1", Set.of(type("organ/x")))).isEmpty();
    }
  }

  @Test
  void the_kind_said_decides_between_things_of_the_same_code() {
    try (ThingIndex index = indexOf(thing("action/isa/4.3.1"), thing("output/isa/4.3.1"))) {
      assertThat(index.resolve("output 4.3.1", ANY)).containsExactly(iri("output/isa/4.3.1"));
    }
  }

  @Test
  void the_owner_said_decides_between_things_of_the_same_code() {
    try (ThingIndex index = indexOf(thing("action/isa/4.3.1"), thing("action/bbnj/4.3.1"))) {
      assertThat(index.resolve("isa:4.3.1", ANY)).containsExactly(iri("action/isa/4.3.1"));
      assertThat(index.resolve("oecd:4.3.1", ANY)).isEmpty();
    }
  }

  @Test
  void a_code_decides_over_a_slug() {
    try (ThingIndex index =
        indexOf(coded(thing("decision/cbd/first"), "X/29"), thing("topic/x-29"))) {
      assertThat(index.resolve("X/29", ANY)).containsExactly(iri("decision/cbd/first"));
    }
  }

  @Test
  void a_name_of_very_many_things_gives_a_bounded_sorted_answer() {
    Entry[] paragraphs =
        IntStream.range(0, 150)
            .mapToObj(i -> thing("document/d%03d/para/1".formatted(i)))
            .toArray(Entry[]::new);
    try (ThingIndex index = indexOf(paragraphs)) {
      assertThat(index.resolve("1", ANY))
          .hasSize(ThingIndex.MAX_RESOLVED)
          .isSorted()
          .startsWith(iri("document/d000/para/1"));
    }
  }

  @Property(tries = 100)
  void resolving_agrees_with_looking_at_every_code(
      @ForAll("codes") Map<String, Set<String>> codes) {
    Entry[] entries =
        codes.entrySet().stream()
            .map(
                code ->
                    coded(thing("thing/" + code.getKey()), code.getValue().toArray(String[]::new)))
            .toArray(Entry[]::new);
    Map<String, Set<String>> expected = new HashMap<>();
    codes.forEach(
        (thing, all) ->
            all.forEach(
                code ->
                    expected.merge(
                        code.toUpperCase(Locale.ROOT).replaceAll("[-/ ]", ""),
                        Set.of(iri("thing/" + thing)),
                        ResolveTest::union)));
    try (ThingIndex index = indexOf(entries)) {
      expected.forEach(
          (code, iris) ->
              assertThat(index.resolve(code.charAt(0) + "/" + code.substring(1), ANY))
                  .containsExactlyElementsOf(iris.stream().sorted().toList()));
    }
  }

  @Provide
  Arbitrary<Map<String, Set<String>>> codes() {
    Arbitrary<String> things = Arbitraries.strings().withChars("pqr").ofLength(3);
    Arbitrary<String> codes =
        Arbitraries.of(
            Stream.of("a", "B", "c")
                .flatMap(word -> Stream.of(word + "-1", word + "/2", word + " 1", word + "12"))
                .toList());
    return Arbitraries.maps(things, codes.set().ofMinSize(1).ofMaxSize(4)).ofMaxSize(10);
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    return Stream.concat(some.stream(), others.stream()).collect(toUnmodifiableSet());
  }
}
