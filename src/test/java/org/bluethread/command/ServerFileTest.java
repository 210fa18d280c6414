package org.bluethread.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bluethread.support.Client;
import org.bluethread.support.Home;
import org.bluethread.support.Program;
import org.bluethread.support.Program.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How commands find the server of a data directory, or find that there is none. */
class ServerFileTest {
  private static final String TEXT = "{\"address\": \"%s\", \"process\": %d, \"store\": \"%s\"}";

  @TempDir private Path temp;
  private Home home;
  private Path data;

  @BeforeEach
  void aTinyRelease() throws IOException {
    home = Home.in(temp.resolve("home"));
    data = Files.createDirectory(temp.resolve("data"));
  }

  @Test
  void whatAKilledServerLeftBehindIsPassedOver() throws IOException {
    try (Program server = home.call().serve(data)) {
      server.kill();
    }
    Files.writeString(data.resolve("server.json123.draft"), "{");
    assertThat(data.resolve("server.json")).exists();

    assertThat(home.call().run("history", "--data", data).out().lines()).hasSize(1);
    try (Program server = home.call().serve(data)) {
      assertThat(new Client(server.address()).history().lines()).hasSize(1);
      assertThat(data.resolve("server.json123.draft")).doesNotExist();
    }
  }

  @Test
  void aFileThatNamesALiveProcessOrAnotherServerOrNothingIsPassedOver() throws IOException {
    long alive = ProcessHandle.current().pid();
    Path elsewhere = temp.resolve("elsewhere");
    try (Program other = home.call().serve(elsewhere, "--no-seed")) {
      for (String text :
          new String[] {
            TEXT.formatted("http://127.0.0.1:9/", alive, "some-store"),
            TEXT.formatted(other.address(), other.pid(), "some-store"),
            "{\"process\": " + alive + "}",
            "null"
          }) {
        Files.writeString(data.resolve("server.json"), text);

        Run run = home.call().run("history", "--data", data);

        assertThat(run.exit()).as(text + run.err()).isZero();
        assertThat(run.out().lines()).as(text).hasSize(1);
      }
      assertThat(new Client(other.address()).history()).isEmpty();
    }
  }

  @Test
  void whileOneProcessHasTheDataAnotherCommandIsToldWhich() throws IOException {
    try (Program server = home.call().serve(data)) {
      Files.delete(data.resolve("server.json")); // As in the moments before it is ready.

      Run run = home.call().run("history", "--data", data);

      assertThat(run.exit()).isEqualTo(3);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .contains("in use by process " + server.pid() + ".")
          .doesNotContain("\tat ");
    }
  }
}
