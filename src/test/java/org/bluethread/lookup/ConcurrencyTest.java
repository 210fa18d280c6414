package org.bluethread.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluethread.lookup.Things.STORE;
import static org.bluethread.lookup.Things.iri;
import static org.bluethread.lookup.Things.preferred;
import static org.bluethread.lookup.Things.query;
import static org.bluethread.lookup.Things.thing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ConcurrencyTest {

  private static final int THINGS = 40;
  private static final int COMMITS = 30;
  private static final int READERS = 4;

  @TempDir private Path directory;

  /** All things of a commit carry its number in their labels. */
  private static Stream<Entry> asOf(long commit) {
    return IntStream.range(0, THINGS)
        .mapToObj(i -> thing("vent/" + i, preferred("en", "Vent of commit " + commit)));
  }

  private static void assertOneCommit(Hits hits) {
    long commit = hits.standing().orElseThrow().commit();
    assertThat(hits.total()).isEqualTo(THINGS);
    assertThat(hits.hits())
        .hasSize(THINGS)
        .allSatisfy(hit -> assertThat(hit.label()).isEqualTo("Vent of commit " + commit));
  }

  @Test
  void a_search_sees_one_commit_never_a_mixture() throws Exception {
    try (ThingIndex index = ThingIndex.open(directory);
        ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
      index.rebuild(STORE, 1, asOf(1));
      AtomicBoolean done = new AtomicBoolean();
      CountDownLatch reading = new CountDownLatch(READERS);
      Callable<Long> reader =
          () -> {
            long searches = 0;
            do {
              assertOneCommit(index.search(query("vent")));
              searches++;
              reading.countDown();
            } while (!done.get());
            return searches;
          };
      List<Future<Long>> results = new ArrayList<>();
      for (int i = 0; i < READERS; i++) {
        results.add(readers.submit(reader));
      }
      reading.await();
      for (long commit = 2; commit <= COMMITS; commit++) {
        if (commit % 2 == 0) {
          index.rebuild(STORE, commit, asOf(commit));
        } else {
          index.apply(STORE, commit, asOf(commit), Stream.of(iri("vent/0")));
        }
        assertThat(index.standing()).contains(new Standing(STORE, commit));
      }
      done.set(true);
      for (Future<Long> result : results) {
        assertThat(result.get()).isPositive();
      }
    }
  }

  @Test
  void a_search_does_not_wait_for_a_rebuild() throws Exception {
    try (ThingIndex index = ThingIndex.open(directory);
        ExecutorService writers = Executors.newSingleThreadExecutor()) {
      index.rebuild(STORE, 1, asOf(1));
      CountDownLatch halfway = new CountDownLatch(1);
      CountDownLatch goOn = new CountDownLatch(1);
      Future<?> rebuild =
          writers.submit(
              () -> index.rebuild(STORE, 2, asOf(2).peek(entry -> pause(entry, halfway, goOn))));
      halfway.await();
      assertOneCommit(index.search(query("vent")));
      assertThat(index.standing()).contains(new Standing(STORE, 1));
      goOn.countDown();
      rebuild.get();
      assertOneCommit(index.search(query("vent")));
      assertThat(index.standing()).contains(new Standing(STORE, 2));
    }
  }

  private static void pause(Entry entry, CountDownLatch halfway, CountDownLatch goOn) {
    if (entry.iri().equals(iri("vent/" + THINGS / 2))) {
      halfway.countDown();
      try {
        goOn.await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Test
  void writers_take_turns() throws Exception {
    try (ThingIndex index = ThingIndex.inMemory();
        ExecutorService writers = Executors.newFixedThreadPool(READERS)) {
      List<Future<?>> rebuilds = new ArrayList<>();
      for (long commit = 1; commit <= COMMITS; commit++) {
        long now = commit;
        rebuilds.add(writers.submit(() -> index.rebuild(STORE, now, asOf(now))));
      }
      for (Future<?> rebuild : rebuilds) {
        rebuild.get();
      }
      assertOneCommit(index.search(query("vent")));
    }
  }
}
