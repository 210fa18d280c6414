package org.bluethread.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.bluethread.support.Home;
import org.bluethread.support.Program;
import org.bluethread.support.Program.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loading and validating files, with a running server and without one. */
class LoadTest {
  @TempDir private Path temp;
  private Home home;
  private Path data;
  private Path valid;
  private Path nameless;
  private Path name;

  @BeforeEach
  void aTinyReleaseAndFilesToLoad() {
    home = Home.in(temp.resolve("home"));
    data = temp.resolve("data");
    valid = home.write("valid.ttl", "ex:c a ex:Thing ; ex:name \"c 名\" ; ex:part [] .");
    nameless = home.write("nameless.trig", "g:mine { ex:d a ex:Thing ; ex:part [] . }");
    name = home.write("name.nt.ttl", "ex:d ex:name \"d\" .");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void filesAreAcceptedAsOneCommitOrRefusedWithAReport(boolean withServer) {
    try (Program server = withServer ? home.call().serve(data) : null) {
      assertThat(Optional.ofNullable(server).isPresent()).isEqualTo(withServer);

      Run refused = home.call().run("load", "--data", data, valid, nameless);
      assertThat(refused.exit()).isEqualTo(1);
      assertThat(refused.out())
          .contains("Give the thing a name.", "请为该事物命名。", "https://example.org/d");
      assertThat(refused.out())
          .containsPattern("  \\+ .*example.org/d.* \\(.*nameless.trig:\\d+:\\d+\\)\n");
      assertThat(refused.err()).contains("Refused: nothing was stored.");

      Run invalid = home.call().run("validate", "--data", data, valid, nameless);
      assertThat(invalid.exit()).isEqualTo(1);
      assertThat(invalid.out()).contains("Give the thing a name.").endsWith("Invalid.\n");

      Run correct = home.call().run("validate", "--data", data, valid, nameless, name);
      assertThat(correct.exit()).as(correct.err()).isZero();
      assertThat(correct.out()).isEqualTo("Valid.\n");

      Run loaded =
          home.call()
              .run(
                  "load",
                  "--data",
                  data,
                  "--graph",
                  "https://example.org/graph",
                  valid,
                  nameless,
                  name);
      assertThat(loaded.exit()).as(loaded.err()).isZero();
      assertThat(loaded.out()).isEqualTo("commit 2: 6 statements added\n");

      Run history = home.call().run("history", "--data", data);
      assertThat(history.out().lines()).hasSize(2);
      assertThat(history.out().lines().findFirst().orElseThrow().split("\t"))
          .contains("2", "load", "+6 -0", "conforms")
          .contains("Load valid.ttl, nameless.trig, name.nt.ttl");

      String export = home.call().run("export", "--data", data).out();
      assertThat(export)
          .contains(
              "<https://example.org/c> <https://example.org/name> \"c 名\" "
                  + "<https://example.org/graph> .")
          .contains(
              "<https://example.org/d> <https://example.org/name> \"d\" "
                  + "<https://example.org/graph> .")
          .contains("<https://w3id.org/bluethread/graph/test/mine> .");
      assertThat(export.lines().filter(line -> line.contains("example.org/part")))
          .as("blank nodes of two files are two nodes")
          .hasSize(2)
          .doesNotHaveDuplicates()
          .allMatch(line -> line.contains("/.well-known/genid/"));
    }
  }

  @Test
  void aSyntaxErrorNamesFileLineAndColumnAndNothingIsStored() {
    Path broken = home.write("broken.ttl", "ex:e a ex:Thing ;\n  ex:name \"e\" ;; ex: .");

    Run load = home.call().run("load", "--data", data, valid, broken);
    Run validate = home.call().run("validate", "--data", data, valid, broken);

    for (Run run : new Run[] {load, validate}) {
      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .contains(broken.toString(), "line: 6, col: 22", "Nothing was stored.")
          .doesNotContain("\tat ");
    }
    assertThat(data).doesNotExist();
  }

  @Test
  void aFileThatIsNotThereEndsWith3AndNamesIt() {
    Run run = home.call().run("load", "--data", data, valid, temp.resolve("none.ttl"));

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("none.ttl").doesNotContain("\tat ");
    assertThat(data).doesNotExist();
  }

  @Test
  void aTableIsLoadedByTheClassOfItsNameAndARefusalNamesTheLine() {
    home.write(
        "ontology/notes.ttl",
        "<https://w3id.org/bluethread/ontology#Note> a <http://www.w3.org/2002/07/owl#Class> .");
    home.write(
        "shapes/notes.ttl",
        """
        ex:NoteShape a sh:NodeShape ; sh:targetClass <https://w3id.org/bluethread/ontology#Note> ;
          sh:property ex:NoteShape-text .
        ex:NoteShape-text sh:path ex:text ; sh:minCount 1 ; sh:maxCount 1 ; sh:minLength 3 ;
          sh:message "Write at least three letters."@en , "请至少写三个字符。"@zh .
        """);
    Path table = home.writePlain("Note.csv", "id,text\nnote/1,abc\nnote/2,a\n");

    Run refused = home.call().run("load", "--data", data, table);
    assertThat(refused.exit()).as(refused.err()).isEqualTo(1);
    assertThat(refused.out())
        .contains("Line 3, column text: Write at least three letters.")
        .contains("第 3 行，text 列：请至少写三个字符。");

    Path other = home.writePlain("mended.csv", "id,text\nnote/1,abc\nnote/2,abcd\n");
    Run valid = home.call().run("validate", "--data", data, "--class", "Note", other);
    assertThat(valid.out()).as(valid.err()).isEqualTo("Valid.\n");
    Run loaded = home.call().run("load", "--data", data, "--class", "Note", other);
    assertThat(loaded.out()).as(loaded.err()).isEqualTo("commit 2: 4 statements added\n");

    assertThat(home.call().run("load", "--data", data, other, this.valid).exit()).isEqualTo(2);
    assertThat(home.call().run("load", "--data", data, other).err())
        .contains("The ontology has no class mended.");
    assertThat(home.call().run("load", "--data", data, "--class", "Note", this.valid).exit())
        .isEqualTo(2);
  }
}
