package org.bluethread.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.bluethread.support.Client;
import org.bluethread.support.Home;
import org.bluethread.support.Program;
import org.bluethread.support.Program.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The room that many small commits take, and how it is given back. */
class CompactTest {
  private static final int COMMITS = 200;
  private static final int MORE_COMMITS = 10;

  @TempDir private Path temp;

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void theStoreShrinksWhileReadersGoOnWithAServerAndWithout() throws Exception {
    Home home = Home.in(temp.resolve("home"));
    Path data = temp.resolve("data");
    try (Program server = home.call().serve(data)) {
      Client client = new Client(server.address());
      commit(client, Client.token(data), 0, COMMITS);
      long before = blocks(data);
      AtomicBoolean stop = new AtomicBoolean();
      AtomicInteger reads = new AtomicInteger();
      CompletableFuture<Void> reader =
          CompletableFuture.runAsync(
              () -> {
                while (!stop.get()) {
                  assertThat(client.count()).isEqualTo(12 + COMMITS);
                  assertThat(client.history().lines()).hasSize(1 + COMMITS);
                  reads.incrementAndGet();
                }
              });
      server.await(() -> reads.get() > 1 || reader.isDone());

      Run run = home.call().run("compact", "--data", data);

      int then = reads.get();
      server.await(() -> reads.get() > then + 1 || reader.isDone());
      stop.set(true);
      reader.get();
      assertThat(run.exit()).as(run.err()).isZero();
      assertThat(blocks(data)).isLessThan(before / 2);
      commit(client, Client.token(data), COMMITS, MORE_COMMITS);
      server.stop();
    }
    long before = blocks(data);

    assertThat(home.call().run("compact", "--data", data).exit()).isZero();

    assertThat(blocks(data)).isLessThan(before);
    Run after = home.call().run("history", "--data", data, "--most", 1000);
    assertThat(after.out().lines()).hasSize(1 + COMMITS + MORE_COMMITS);
  }

  private static void commit(Client client, String token, int first, int count) {
    for (int i = first; i < first + count; i++) {
      String update = "INSERT DATA { <urn:x:%d> <urn:x:p> %d }".formatted(i, i);
      assertThat(client.update(token, update)).isEqualTo(200);
    }
  }

  /** What the store takes on disk; the files of a TDB2 database have holes. */
  private static long blocks(Path data) throws IOException {
    Process du = new ProcessBuilder("du", "-sk", data.resolve("store").toString()).start();
    try (var reader = du.inputReader()) {
      return Long.parseLong(reader.readLine().replaceFirst("\\D.*", ""));
    }
  }
}
