package org.bluethread.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bluethread.support.Home;
import org.bluethread.support.Program;
import org.bluethread.support.Program.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program says about itself, and to those who call it wrongly. */
class UsageTest {
  @TempDir private Path temp;

  @Test
  void helpIsGivenEverywhereOnStandardOutput() {
    List<String> commands =
        List.of(
            "serve", "load", "validate", "export", "backup", "restore", "history", "compact", "");

    List<Run> runs =
        all(commands.stream().map(command -> (command + " --help").strip().split(" ")));

    for (int i = 0; i < commands.size(); i++) {
      Run run = runs.get(i);
      assertThat(run.exit()).as(commands.get(i)).isZero();
      assertThat(run.out()).startsWith(("Usage: bluethread " + commands.get(i)).strip());
      assertThat(run.err()).isEmpty();
    }
  }

  @Test
  void theVersionStandsOnStandardOutput() {
    Run run = Program.Call.shipped().run("--version");

    assertThat(run).isEqualTo(new Run(0, "BlueThread development\n", ""));
  }

  @Test
  void whatIsNoCommandOrOptionEndsWith2AndTheUsageOrWhatMayHaveBeenMeant() {
    for (Run run :
        all(
            Stream.of(
                new String[] {},
                new String[] {"sreve"},
                new String[] {"serve", "--prot", "3030"},
                new String[] {"serve", "--port"},
                new String[] {"serve", "--port", "http"},
                new String[] {"load"},
                new String[] {"backup"},
                new String[] {"export", "--format", "ttl"}))) {
      assertThat(run.exit()).as(run.err()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .containsAnyOf("Usage: bluethread", "Did you mean")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void whatCannotBeMeantEndsWith2AndASentence() {
    Home home = Home.in(temp.resolve("home"));
    String data = temp.resolve("data").toString();
    Path file = home.write("a.ttl", "ex:c a ex:Thing ; ex:name \"c\" .");
    Path odd = home.write("a.txt", "");
    List<Run> runs =
        all(
            Stream.of(
                new String[] {"serve", "--data", data, "--port", "-1"},
                new String[] {"serve", "--data", data, "--port", "65536"},
                new String[] {"load", "--data", data, "--graph", "not/absolute", file.toString()},
                new String[] {"load", "--data", data, "--graph", "http://a b/", file.toString()},
                new String[] {"load", "--data", data, odd.toString()},
                new String[] {"load", "--data", data, file + ".gz"},
                new String[] {"serve", "--data", data, "--store", "paper"}));

    assertThat(runs)
        .allSatisfy(
            run -> {
              assertThat(run.exit()).as(run.err()).isEqualTo(2);
              assertThat(run.out()).isEmpty();
              assertThat(run.err()).doesNotContain("\tat ");
            });
    assertThat(runs.get(1).err()).contains("--port takes a number from 0 to 65535");
    assertThat(runs.get(2).err()).contains("--graph").contains("not/absolute");
    assertThat(runs.get(3).err()).contains("--graph").contains("http://a b/");
    assertThat(runs.get(4).err()).contains("a.txt").contains(".ttl, .trig, .nt");
    assertThat(runs.get(5).err()).contains("a.ttl.gz").contains(".ttl, .trig, .nt");
    assertThat(runs.get(6).err()).contains("--store takes tdb2, memory, or sparql:");
    assertThat(temp.resolve("data")).as("no command has touched the data").doesNotExist();
  }

  /** At once, as each takes a JVM's start. */
  private static List<Run> all(Stream<String[]> calls) {
    return calls
        .map(arguments -> Program.Call.shipped().start((Object[]) arguments))
        .toList()
        .stream()
        .map(
            program -> {
              try (program) {
                return program.end();
              }
            })
        .toList();
  }
}
