package org.bluethread.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bluethread.support.Client;
import org.bluethread.support.Home;
import org.bluethread.support.Program;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A disk without room: a file system of its own, where this machine lets one be mounted. */
@EnabledOnOs(OS.LINUX)
class FullDiskTest {
  @TempDir private Path temp;
  private Path disk;

  @BeforeEach
  void aSmallDisk() throws IOException, InterruptedException {
    disk = Files.createDirectory(temp.resolve("disk"));
    assumeTrue(
        Files.isExecutable(Path.of("/bin/mount"))
            && run("/bin/mount", "-t", "tmpfs", "-o", "size=1300k", "tmpfs", disk.toString()) == 0,
        "no file system can be mounted here");
  }

  @AfterEach
  void theDiskGoes() throws IOException, InterruptedException {
    run("/bin/umount", disk.toString());
  }

  @Test
  void aWriteWithoutRoomIsRefusedAndWithRoomAgainWritingGoesOn() throws Exception {
    Home home = Home.in(temp.resolve("home"));
    Path data = disk.resolve("data");
    List<Integer> promised = new ArrayList<>();
    try (Program server = home.call().serve(data)) {
      Client client = new Client(server.address());
      String token = Client.token(data);
      int n = 0;
      int refused = 0;
      while (refused < 3) {
        int status = insert(client, token, n);
        if (status == 200) {
          promised.add(n);
        } else {
          assertThat(status).isEqualTo(500);
          refused++;
        }
        assertThat(client.count()).as("readers go on").isEqualTo(12 + promised.size());
        n++;
      }

      assertThat(run("/bin/mount", "-o", "remount,size=20m", disk.toString())).isZero();

      assertThat(insert(client, token, n)).isEqualTo(200);
      promised.add(n);
      server.kill();
    }
    Path log = data.resolve("log");
    try (KnowledgeGraph graph = KnowledgeGraph.open(Store.onDisk(data.resolve("store")), log)) {
      assertThat(CommitReplay.check(graph, log).stream())
          .filteredOn(quad -> quad.getPredicate().getURI().equals("urn:x:p"))
          .extracting(quad -> quad.getObject().getLiteralValue())
          .containsExactlyInAnyOrderElementsOf(promised);
    }
  }

  private static int insert(Client client, String token, int n) {
    return client.update(token, "INSERT DATA { <urn:x:%d> <urn:x:p> %d }".formatted(n, n));
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
