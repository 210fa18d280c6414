package org.bluethread.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.bluethread.vocabulary.Addresses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** States that a crash leaves in store and log, built from copies of the files. */
class CrashStateTest {
  @TempDir private Path temp;
  private Path data;
  private Path earlier;

  @BeforeEach
  void aStoreOfThreeCommitsAndACopyOfTwo() throws IOException {
    data = temp.resolve("data");
    earlier = temp.resolve("earlier");
    try (KnowledgeGraph graph = open(data)) {
      write(graph, 1);
      write(graph, 2);
    }
    copy(data, earlier);
    try (KnowledgeGraph graph = open(data)) {
      write(graph, 3);
    }
  }

  @Test
  void betweenPreparingAndTheStoresCommitNothingHappened() throws IOException {
    Files.copy(entry(data, 3), prepared(earlier, 3));

    try (KnowledgeGraph graph = open(earlier)) {
      assertThat(CommitReplay.check(graph, earlier.resolve("log"))).hasSize(2);
      write(graph, 4);
      assertThat(CommitReplay.check(graph, earlier.resolve("log"))).hasSize(3);
    }
  }

  @Test
  void anEntryCutWhileItWasPreparedIsNoHindrance() throws IOException {
    Files.writeString(prepared(earlier, 3), "H id <urn:blue");

    try (KnowledgeGraph graph = open(earlier)) {
      assertThat(CommitReplay.check(graph, earlier.resolve("log"))).hasSize(2);
    }
  }

  @Test
  void betweenTheStoresCommitAndConfirmingItHappened() throws IOException {
    Files.move(entry(data, 3), prepared(data, 3));

    try (KnowledgeGraph graph = open(data)) {
      assertThat(CommitReplay.check(graph, data.resolve("log"))).hasSize(3);
    }
  }

  @Test
  void aLogWithoutItsLastEntryOrWithOneTooManyIsRefused() throws IOException {
    Files.copy(entry(data, 3), entry(earlier, 3));
    Files.delete(entry(data, 3));

    assertThatThrownBy(() -> open(data))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("does not end at commit 3")
        .hasMessageContaining("Bring back the log and the store from the same copy");
    assertThatThrownBy(() -> open(earlier))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("does not end at commit 2");
  }

  @Test
  void theLogOfAnotherStoreIsRefusedAsLongAsItOrAnEmptyStore() throws IOException {
    Path other = temp.resolve("other");
    try (KnowledgeGraph graph = open(other)) {
      for (int i = 1; i <= 3; i++) {
        write(graph, i);
      }
    }
    delete(other.resolve("log"));
    copy(data.resolve("log"), other.resolve("log"));
    assertThatThrownBy(() -> open(other))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("belongs to another store");

    Files.move(entry(other, 3), prepared(other, 3));
    assertThatThrownBy(() -> open(other)).isInstanceOf(StoreException.class);

    delete(data.resolve("store"));
    assertThatThrownBy(() -> open(data))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("does not end at commit 0");
  }

  @Test
  void aRefusedStoreIsFreeAgainAndOpensWhenItsLogIsBroughtBack() throws IOException {
    Path aside = temp.resolve("aside");
    Files.move(entry(data, 3), aside);
    assertThatThrownBy(() -> open(data)).isInstanceOf(StoreException.class);

    Files.move(aside, entry(data, 3));

    try (KnowledgeGraph graph = open(data)) {
      assertThat(CommitReplay.check(graph, data.resolve("log"))).hasSize(3);
    }
  }

  @Test
  void aCommitStandsWhenItsEntryCannotBeConfirmedAtOnce() throws IOException {
    try (KnowledgeGraph graph = open(data)) {
      // A folder in the place of the entry: it cannot be renamed to.
      Path inTheWay = Files.createDirectory(temp.resolve("in-the-way"));
      Files.createDirectory(inTheWay.resolve("full"));
      Outcome outcome =
          graph.write(
              request(
                  4,
                  () -> {
                    try {
                      Files.move(inTheWay, entry(data, 4));
                    } catch (IOException e) {
                      throw new AssertionError(e);
                    }
                  }));
      assertThat(outcome.commit().orElseThrow().number()).isEqualTo(4);
      Files.move(entry(data, 4), inTheWay);
      assertThat(graph.history().newest(1)).extracting(Commit::message).containsExactly("write 4");

      write(graph, 5);

      assertThat(CommitReplay.check(graph, data.resolve("log"))).hasSize(5);
    }
  }

  @Test
  void aChangeThatFailsLeavesNoEntryAndTheNextOneGoesOn() throws IOException {
    try (KnowledgeGraph graph = open(data)) {
      assertThatThrownBy(
              () ->
                  graph.write(
                      request(
                          4,
                          () -> {
                            throw new StackOverflowError("as deep nesting gives");
                          })))
          .isInstanceOf(StackOverflowError.class);

      write(graph, 4);

      assertThat(CommitReplay.check(graph, data.resolve("log"))).hasSize(4);
    }
  }

  @Test
  void theHistoryCanBeReadWhileCommitsAreMade() {
    try (KnowledgeGraph graph = open(data)) {
      AtomicBoolean stop = new AtomicBoolean();
      CompletableFuture<Void> reader =
          CompletableFuture.runAsync(
              () -> {
                while (!stop.get()) {
                  assertThat(graph.history().newest(2)).hasSize(2);
                }
              });
      for (int i = 4; i < 40 && !reader.isDone(); i++) {
        write(graph, i);
      }
      stop.set(true);
      reader.join();
    }
  }

  private static KnowledgeGraph open(Path data) {
    return KnowledgeGraph.open(Store.onDisk(data.resolve("store")), data.resolve("log"));
  }

  private static void write(KnowledgeGraph graph, int n) {
    graph.write(request(n, () -> {}));
  }

  private static WriteRequest request(int n, Runnable before) {
    return new WriteRequest(
        Author.RELEASE,
        "test",
        "write " + n,
        "seed",
        target -> {
          target.add(
              Addresses.UNATTRIBUTED_GRAPH,
              NodeFactory.createURI("urn:x:" + n),
              NodeFactory.createURI("urn:x:p"),
              NodeFactory.createLiteralString("a\nb\"\u00e9\ud83c\udf0a"));
          before.run();
        });
  }

  private static Path entry(Path data, int number) {
    return data.resolve("log/000000/%09d.rdfp".formatted(number));
  }

  private static Path prepared(Path data, int number) {
    return data.resolve("log/000000/%09d.rdfp.prepared".formatted(number));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
