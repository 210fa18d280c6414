package org.bluethread.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluethread.lookup.Things.STORE;
import static org.bluethread.lookup.Things.coded;
import static org.bluethread.lookup.Things.other;
import static org.bluethread.lookup.Things.preferred;
import static org.bluethread.lookup.Things.query;
import static org.bluethread.lookup.Things.thing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** An index brought up to a commit by changes answers as one rebuilt at it, to the last score. */
class SameCommitSameAnswerTest {

  private static final List<String> WORDS =
      List.of("deep", "sea", "mining", "areas", "海洋", "保护", "X/29", "biodiversité");

  record Change(String thing, Optional<Entry> now) {}

  @Property(tries = 60)
  void changes_lead_to_the_same_answers_as_a_rebuild(
      @ForAll("commits") List<List<Change>> commits, @ForAll("texts") Set<String> texts) {
    Map<String, Entry> now = new TreeMap<>();
    try (ThingIndex changed = ThingIndex.inMemory();
        ThingIndex rebuilt = ThingIndex.inMemory()) {
      changed.rebuild(STORE, 0, Stream.of());
      long commit = 0;
      for (List<Change> changes : commits) {
        commit++;
        Map<String, Change> last = new TreeMap<>();
        changes.forEach(change -> last.put(change.thing(), change));
        last.forEach(
            (iri, change) -> {
              now.remove(iri);
              change.now().ifPresent(entry -> now.put(iri, entry));
            });
        changed.apply(
            STORE,
            commit,
            last.values().stream().flatMap(change -> change.now().stream()),
            last.values().stream().filter(change -> change.now().isEmpty()).map(Change::thing));
      }
      rebuilt.rebuild(STORE, commit, now.values().stream());
      for (String text : texts) {
        assertThat(changed.search(query(text))).isEqualTo(rebuilt.search(query(text)));
        assertThat(changed.resolve(text, Set.of())).isEqualTo(rebuilt.resolve(text, Set.of()));
      }
    }
  }

  @Provide
  Arbitrary<List<List<Change>>> commits() {
    Arbitrary<String> paths = Arbitraries.of("topic/a", "topic/b", "target/x/29", "area/sea");
    Arbitrary<Change> changes =
        Combinators.combine(paths, text(), text(), Arbitraries.integers().between(0, 3))
            .as(
                (path, name, otherName, kind) -> {
                  Entry entry = thing(path, preferred("en", name), other("zh", otherName));
                  return new Change(
                      entry.iri(),
                      switch (kind) {
                        case 0 -> Optional.empty();
                        case 1 -> Optional.of(coded(entry, "X/29"));
                        default -> Optional.of(entry);
                      });
                });
    return changes.list().ofMaxSize(4).list().ofMaxSize(6);
  }

  @Provide
  Arbitrary<Set<String>> texts() {
    return text().set().ofMinSize(1).ofMaxSize(5);
  }

  private static Arbitrary<String> text() {
    return Arbitraries.of(WORDS)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(words -> String.join(" ", words));
  }
}
