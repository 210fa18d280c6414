package org.bluethread.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.bluethread.support.Client;
import org.bluethread.support.Home;
import org.bluethread.support.Program;
import org.bluethread.support.Program.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The questions that are asked before anybody else asks. */
class RehearseTest {
  @TempDir private Path temp;

  @Test
  void eachQuestionIsAnsweredTwiceOnAGraphThatIsMadeForItAndAgainWhenItIsThere() {
    Home home = Home.in(temp.resolve("home"));

    Run run = home.call().run("rehearse", "--data", temp.resolve("data"));
    Run again = home.call().run("rehearse", "--data", temp.resolve("data"));

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(again.exit()).as(again.err()).isZero();
    assertThat(run.out().lines())
        .hasSize(24)
        .allMatch(line -> line.matches(" *\\d+ ms  /\\S*"))
        .filteredOn(line -> line.contains("/sparql?query=SELECT"))
        .hasSize(4);
  }

  @Test
  void aServerThatRunsIsAskedAndLeftAsItIs() throws Exception {
    Home home = Home.in(temp.resolve("home"));
    Path data = temp.resolve("data");
    try (Program server = home.call().serve(data)) {
      Run run = home.call().run("rehearse", "--data", data);

      assertThat(run.exit()).as(run.err()).isZero();
      assertThat(server.err()).contains("GET /openapi.json 200");
      assertThat(new Client(server.address()).history().lines()).hasSize(1);
    }
  }

  @Test
  void aGraphWithoutAnythingInItAnswersToo() {
    Home home = Home.in(temp.resolve("home"));
    Path data = temp.resolve("data");
    try (Program server = home.call().serve(data, "--no-seed")) {
      assertThat(home.call().run("rehearse", "--data", data).exit()).isZero();
      assertThat(server.err()).contains("GET / 200");
    }
  }
}
