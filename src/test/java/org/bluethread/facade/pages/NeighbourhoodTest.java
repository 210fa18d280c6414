package org.bluethread.facade.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bluethread.facade.pages.Neighbourhood.Neighbour;
import org.bluethread.facade.pages.ThingPage.Entry;
import org.bluethread.facade.pages.ThingPage.Group;
import org.bluethread.facade.pages.ThingPage.Kind;
import org.bluethread.facade.pages.ThingPage.Origin;
import org.bluethread.facade.pages.ThingPage.Term;
import org.junit.jupiter.api.Test;

/** Which things stand in the picture around a thing. */
class NeighbourhoodTest {
  @Test
  void eachPropertyHasItsTurnAndSixAreShown() {
    Group many = group("many", IntStream.range(0, 9).mapToObj(i -> entry("m" + i)).toList());
    Group few = group("few", List.of(entry("f0")));
    Neighbourhood around = Neighbourhood.of(List.of(many, few), List.of());
    assertThat(around.before())
        .extracting(one -> one.thing().text())
        .containsExactly("m0", "f0", "m1", "m2", "m3", "m4");
    assertThat(around.after()).isEmpty();
    assertThat(around.lines()).isEqualTo(6);
  }

  @Test
  void textsAreNoThings() {
    Entry text = new Entry(new Term("a text", "en", Optional.empty()), "", List.of());
    assertThat(Neighbourhood.of(List.of(), List.of(group("p", List.of(text)))).isEmpty()).isTrue();
  }

  @Test
  void whatOnlyMappingsSayIsDrawnAsMapped() {
    Neighbourhood around =
        Neighbourhood.of(
            List.of(),
            List.of(
                group(
                    "p",
                    List.of(
                        entry("a", Kind.MAPPING),
                        entry("b", Kind.MAPPING, Kind.EVIDENCE),
                        entry("c")))));
    assertThat(around.after()).extracting(Neighbour::mapped).containsExactly(true, false, false);
  }

  @Test
  void longNamesEndWhereTheRoomEndsChineseOnesEarlier() {
    assertThat(Neighbourhood.cut("a".repeat(36))).isEqualTo("a".repeat(36));
    assertThat(Neighbourhood.cut("a".repeat(37))).isEqualTo("a".repeat(36) + "…");
    assertThat(Neighbourhood.cut("海".repeat(18))).isEqualTo("海".repeat(18));
    assertThat(Neighbourhood.cut("海".repeat(19))).isEqualTo("海".repeat(18) + "…");
    assertThat(Neighbourhood.cut("𠀀".repeat(19))).isEqualTo("𠀀".repeat(18) + "…");
  }

  private static Group group(String property, List<Entry> entries) {
    return new Group(term(property), entries);
  }

  private static Entry entry(String name, Kind... origins) {
    return new Entry(
        term(name),
        "",
        Arrays.stream(origins)
            .map(
                kind ->
                    new Origin(kind, term("place"), Optional.empty(), Optional.empty(), List.of()))
            .toList());
  }

  private static Term term(String name) {
    return new Term(name, "en", Optional.of("http://example.org/" + name));
  }
}
