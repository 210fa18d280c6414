package org.bluethread.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.sparql.exec.QueryExec;
import org.bluethread.support.TestGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class CompactionTest {
  private static final String INSERT =
      "INSERT DATA { GRAPH <http://example.org/g> { <http://example.org/s> <http://example.org/p>"
          + " %d } }";

  @TempDir private Path directory;

  @Test
  void aReaderThatWasThereBeforeReadsOnAndIsWaitedFor() throws Exception {
    try (TestGraph graph = TestGraph.onDisk(directory)) {
      graph.update(INSERT.formatted(1));
      CompletableFuture<Boolean> compacted = new CompletableFuture<>();
      graph
          .graph()
          .read(
              snapshot -> {
                Thread compacting =
                    Thread.ofPlatform().start(() -> compacted.complete(graph.graph().compact()));
                await(compacting);
                assertThat(count(snapshot)).isEqualTo(1);
                assertThat(compacted).isNotDone();
                return snapshot.commit();
              });
      assertThat(compacted.get(30, TimeUnit.SECONDS)).isTrue();
      assertThat(graph.graph().<Long>read(CompactionTest::count)).isEqualTo(1);
    }
  }

  @Test
  void readersAndWritersGoOnThroughManyCompactions() throws Exception {
    try (TestGraph graph = TestGraph.onDisk(directory)) {
      graph.update(INSERT.formatted(0));
      AtomicBoolean stop = new AtomicBoolean();
      CompletableFuture<Void> reader =
          CompletableFuture.runAsync(
              () -> {
                while (!stop.get()) {
                  assertThat(graph.graph().<Long>read(CompactionTest::count)).isPositive();
                }
              });
      for (int i = 1; i <= 10; i++) {
        graph.update(INSERT.formatted(i));
        graph.graph().compact();
      }
      stop.set(true);
      reader.get(30, TimeUnit.SECONDS);
      assertThat(graph.graph().<Long>read(CompactionTest::count)).isEqualTo(11);
      assertThat(graph.commit()).isEqualTo(11);
    }
  }

  private static long count(Snapshot snapshot) {
    return Long.parseLong(
        QueryExec.dataset(snapshot.dataset())
            .query("SELECT (COUNT(*) AS ?n) { ?s <http://example.org/p> ?o }")
            .select()
            .next()
            .get("n")
            .getLiteralLexicalForm());
  }

  /** Waits until a thread waits for something, or is through. */
  private static void await(Thread thread) {
    while (thread.getState() != Thread.State.WAITING && thread.isAlive()) {
      Thread.onSpinWait();
    }
  }
}
