package org.bluethread.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.sparql.core.Quad;
import org.bluethread.support.Client;
import org.bluethread.support.Home;
import org.bluethread.support.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process killed at work: the next start finds everything it had promised, and nothing half. */
class KillTest {
  private static final int TRIPLES_A_BATCH = 20;

  @TempDir private Path temp;

  @Test
  void killedDuringTheFirstLoadTheNextStartIsCleanAndComplete() throws Exception {
    Home release = Home.in(temp.resolve("home"));
    release.write("data/many.trig", many());
    Path home = temp.resolve("home");
    long whole;
    try (KnowledgeGraph graph = KnowledgeGraph.open(Store.inMemory(), temp.resolve("memory"))) {
      whole = new Release(home).load(graph).orElseThrow().added();
    }
    List<String> moments =
        List.of("store", "log/000000/000000001.rdfp.prepared", "log/000000/000000001.rdfp");
    for (int i = 0; i < moments.size(); i++) {
      Path data = temp.resolve("data-" + i);
      Path sign = data.resolve(moments.get(i));
      try (Program server = release.call().start("serve", "--port", 0, "--data", data)) {
        server.await(() -> Files.exists(sign));
        server.kill();
      }
      Path log = data.resolve("log");
      try (KnowledgeGraph graph = KnowledgeGraph.open(Store.onDisk(data.resolve("store")), log)) {
        new Release(home).load(graph);
        assertThat(CommitReplay.check(graph, log)).as(moments.get(i)).hasSize((int) whole);
        assertThat(graph.read(Snapshot::commit)).isEqualTo(1);
      }
    }
  }

  /** Enough for a load of a second or more. */
  private static String many() {
    return IntStream.range(0, 20_000)
        .mapToObj(i -> "ex:n%d a ex:Thing ; ex:name \"%d\" .".formatted(i, i))
        .collect(Collectors.joining("\n", "g:many {\n", "\n}\n"));
  }

  @Test
  void killedOrStoppedDuringAStreamOfCommitsNoBatchIsHalfAndNoneThatWasPromisedIsMissing() {
    Home home = Home.in(temp.resolve("home"));
    Path data = temp.resolve("data");
    Path log = data.resolve("log");
    Random random = new Random();
    AtomicInteger sent = new AtomicInteger();
    AtomicInteger promised = new AtomicInteger();
    for (int round = 0; round < 3; round++) {
      int enough = promised.get() + 5 + random.nextInt(40);
      try (Program server = home.call().serve(data)) {
        Client client = new Client(server.address());
        String token = Client.token(data);
        CompletableFuture<Void> stream =
            CompletableFuture.runAsync(() -> send(client, token, sent, promised));
        server.await(() -> promised.get() >= enough);
        if (round < 2) {
          server.kill();
        } else {
          assertThat(server.stop().exit()).isIn(0, 143);
        }
        stream.join();
      }
      try (KnowledgeGraph graph = KnowledgeGraph.open(Store.onDisk(data.resolve("store")), log)) {
        Set<Quad> held = CommitReplay.check(graph, log);
        var sizes =
            held.stream()
                .filter(quad -> quad.getSubject().getURI().startsWith("urn:batch:"))
                .collect(
                    Collectors.groupingBy(
                        quad -> Integer.valueOf(quad.getSubject().getURI().substring(10)),
                        Collectors.counting()));
        assertThat(sizes.values()).containsOnly((long) TRIPLES_A_BATCH);
        assertThat(sizes).hasSizeBetween(promised.get(), sent.get());
        assertThat(graph.read(Snapshot::commit)).isEqualTo(1 + sizes.size());
        promised.set(sizes.size()); // What was stored and not answered counts as answered now.
      }
    }
  }

  /** Sends batches until the server takes no more. */
  private static void send(
      Client client, String token, AtomicInteger sent, AtomicInteger promised) {
    while (true) {
      int batch = sent.getAndIncrement();
      String triples =
          IntStream.range(0, TRIPLES_A_BATCH)
              .mapToObj(i -> "<urn:batch:%d> <urn:x:p> %d .".formatted(batch, i))
              .collect(Collectors.joining("\n"));
      try {
        if (client.update(token, "INSERT DATA { " + triples + " }") != 200) {
          return;
        }
        promised.incrementAndGet();
      } catch (UncheckedIOException e) {
        return;
      }
    }
  }
}
