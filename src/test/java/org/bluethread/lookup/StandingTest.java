package org.bluethread.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bluethread.lookup.Things.STORE;
import static org.bluethread.lookup.Things.found;
import static org.bluethread.lookup.Things.iri;
import static org.bluethread.lookup.Things.preferred;
import static org.bluethread.lookup.Things.query;
import static org.bluethread.lookup.Things.thing;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandingTest {

  @TempDir private Path directory;

  private static Entry vent(String path) {
    return thing(path, preferred("en", "Vent"));
  }

  private static Stream<Entry> failingAfter(Entry... entries) {
    return Stream.concat(
        Stream.of(entries),
        Stream.generate(
            () -> {
              throw new ReadFailed();
            }));
  }

  private static final class ReadFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void an_index_never_fed_stands_nowhere_and_finds_nothing() {
    try (ThingIndex index = ThingIndex.open(directory)) {
      assertThat(index.standing()).isEmpty();
      assertThat(index.search(query("vent"))).isEqualTo(new Hits(0, List.of(), index.standing()));
    }
  }

  @Test
  void things_and_standing_survive_reopening() {
    try (ThingIndex index = ThingIndex.open(directory)) {
      index.rebuild(STORE, 7, Stream.of(vent("topic/a"), vent("topic/b")));
      index.apply(STORE, 9, Stream.of(vent("topic/c")), Stream.of(iri("topic/a")));
    }
    try (ThingIndex index = ThingIndex.open(directory)) {
      assertThat(index.standing()).contains(new Standing(STORE, 9));
      assertThat(found(index, "vent")).containsExactly("topic/b", "topic/c");
      index.apply(STORE, 10, Stream.of(), Stream.of(iri("topic/b")));
      assertThat(found(index, "vent")).containsExactly("topic/c");
    }
  }

  @Test
  void a_commit_that_changes_no_thing_moves_the_standing() {
    try (ThingIndex index = ThingIndex.open(directory)) {
      index.rebuild(STORE, 1, Stream.of(vent("topic/a")));
      index.apply(STORE, 2, Stream.of(), Stream.of());
      assertThat(index.standing()).contains(new Standing(STORE, 2));
      assertThat(index.search(query("vent")).standing()).contains(new Standing(STORE, 2));
    }
    try (ThingIndex index = ThingIndex.open(directory)) {
      assertThat(index.standing()).contains(new Standing(STORE, 2));
    }
  }

  @Test
  void a_rebuild_replaces_everything_even_by_nothing() {
    try (ThingIndex index = ThingIndex.inMemory()) {
      index.rebuild(STORE, 5, Stream.of(vent("topic/a")));
      index.rebuild("store-2", 0, Stream.of(vent("topic/b")));
      assertThat(index.standing()).contains(new Standing("store-2", 0));
      assertThat(found(index, "vent")).containsExactly("topic/b");
      index.rebuild("store-2", 0, Stream.of());
      assertThat(found(index, "vent")).isEmpty();
    }
  }

  @Test
  void a_thing_fed_twice_is_there_once_as_it_was_last() {
    try (ThingIndex index = ThingIndex.inMemory()) {
      index.rebuild(
          STORE, 1, Stream.of(vent("topic/a"), thing("topic/a", preferred("en", "Seep"))));
      assertThat(found(index, "vent")).isEmpty();
      assertThat(found(index, "seep")).containsExactly("topic/a");
      index.apply(STORE, 2, Stream.of(vent("topic/a")), Stream.of());
      assertThat(found(index, "vent")).containsExactly("topic/a");
      assertThat(found(index, "seep")).isEmpty();
    }
  }

  @Test
  void a_thing_both_changed_and_removed_stays() {
    try (ThingIndex index = ThingIndex.inMemory()) {
      index.rebuild(STORE, 1, Stream.of(vent("topic/a")));
      index.apply(STORE, 2, Stream.of(vent("topic/a")), Stream.of(iri("topic/a")));
      assertThat(found(index, "vent")).containsExactly("topic/a");
    }
  }

  @Test
  void a_failing_feed_changes_neither_things_nor_standing() {
    try (ThingIndex index = ThingIndex.open(directory)) {
      index.rebuild(STORE, 1, Stream.of(vent("topic/a")));
      assertThatThrownBy(
              () -> index.apply(STORE, 2, failingAfter(vent("topic/b")), Stream.of(iri("topic/a"))))
          .isInstanceOf(ReadFailed.class);
      assertThatThrownBy(() -> index.rebuild("store-2", 3, failingAfter(vent("topic/b"))))
          .isInstanceOf(ReadFailed.class);
      assertThat(index.standing()).contains(new Standing(STORE, 1));
      assertThat(found(index, "vent")).containsExactly("topic/a");

      index.apply(STORE, 2, Stream.of(vent("topic/c")), Stream.of());
      assertThat(found(index, "vent")).containsExactly("topic/a", "topic/c");
    }
    try (ThingIndex index = ThingIndex.open(directory)) {
      assertThat(index.standing()).contains(new Standing(STORE, 2));
      assertThat(found(index, "vent")).containsExactly("topic/a", "topic/c");
    }
  }

  @Test
  void while_a_rebuild_reads_its_entries_searches_see_the_old_things() {
    List<Hits> seen = new ArrayList<>();
    try (ThingIndex index = ThingIndex.open(directory)) {
      index.rebuild(STORE, 1, Stream.of(vent("topic/old")));
      index.rebuild(
          STORE,
          2,
          IntStream.range(0, 100)
              .mapToObj(i -> vent("topic/new" + i))
              .peek(entry -> seen.add(index.search(query("vent")))));
      assertThat(seen)
          .hasSize(100)
          .allSatisfy(
              hits -> {
                assertThat(Things.paths(hits)).containsExactly("topic/old");
                assertThat(hits.standing()).contains(new Standing(STORE, 1));
              });
      assertThat(index.search(query("vent")).total()).isEqualTo(100);
    }
  }

  @Test
  void changes_that_would_not_make_it_complete_are_refused() {
    try (ThingIndex index = ThingIndex.inMemory()) {
      assertThatIllegalStateException()
          .isThrownBy(() -> index.apply(STORE, 1, Stream.of(vent("topic/a")), Stream.of()))
          .withMessageContaining("rebuild");
      index.rebuild(STORE, 5, Stream.of(vent("topic/a")));
      for (Standing wrong :
          List.of(new Standing(STORE, 5), new Standing(STORE, 4), new Standing("store-2", 6))) {
        assertThatIllegalStateException()
            .isThrownBy(
                () ->
                    index.apply(
                        wrong.storeId(), wrong.commit(), Stream.of(vent("topic/b")), Stream.of()));
      }
      assertThat(index.standing()).contains(new Standing(STORE, 5));
      assertThat(found(index, "vent")).containsExactly("topic/a");
    }
  }

  @Test
  void streams_are_closed_whether_it_works_or_not() {
    List<String> closed = new ArrayList<>();
    try (ThingIndex index = ThingIndex.inMemory()) {
      index.rebuild(STORE, 1, Stream.of(vent("topic/a")).onClose(() -> closed.add("rebuild")));
      index.apply(
          STORE,
          2,
          Stream.<Entry>of().onClose(() -> closed.add("changed")),
          Stream.<String>of().onClose(() -> closed.add("removed")));
      assertThatIllegalStateException()
          .isThrownBy(
              () ->
                  index.apply(
                      STORE,
                      2,
                      Stream.<Entry>of().onClose(() -> closed.add("refused")),
                      Stream.of()));
    }
    assertThat(closed).containsExactly("rebuild", "changed", "removed", "refused");
  }

  @Test
  void a_second_program_cannot_open_it_and_does_no_harm() {
    try (ThingIndex index = ThingIndex.open(directory)) {
      index.rebuild(STORE, 1, Stream.of(vent("topic/a")));
      assertThatThrownBy(() -> ThingIndex.open(directory))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining(directory.toString());
      index.apply(STORE, 2, Stream.of(vent("topic/b")), Stream.of());
      assertThat(found(index, "vent")).containsExactly("topic/a", "topic/b");
    }
  }

  @Test
  void a_closed_index_says_so_and_can_be_closed_again() {
    ThingIndex index = ThingIndex.open(directory);
    index.rebuild(STORE, 1, Stream.of(vent("topic/a")));
    index.close();
    index.close();
    assertThatIllegalStateException().isThrownBy(() -> index.search(query("vent")));
    assertThatIllegalStateException().isThrownBy(() -> index.resolve("vent", Set.of()));
    assertThatIllegalStateException().isThrownBy(index::standing);
    assertThatIllegalStateException()
        .isThrownBy(() -> index.rebuild(STORE, 2, Stream.of(vent("topic/b"))));
    try (ThingIndex reopened = ThingIndex.open(directory)) {
      assertThat(reopened.standing()).contains(new Standing(STORE, 1));
    }
  }
}
