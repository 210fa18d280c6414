package org.bluethread.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.IsoMatcher;
import org.bluethread.support.Home;
import org.bluethread.support.Program;
import org.bluethread.support.Program.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes out of the graph as a whole and comes back. */
class BackupTest {
  @TempDir private Path temp;
  private Home home;
  private Path data;
  private Path backup;
  private Path more;

  @BeforeEach
  void aTinyReleaseAndMore() {
    home = Home.in(temp.resolve("home"));
    data = temp.resolve("data");
    backup = temp.resolve("graph.nq.gz");
    more = home.write("more.trig", "g:mine { ex:c a ex:Thing ; ex:name \"c\\n名\\u0007\"@zh . }");
    home.write("ontology/list.ttl", "ex:list ex:of ( ex:a [ ex:b 1 ] ) .");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aBackupPutBackIsEqualToWhatItWasTakenFrom(boolean withServer) {
    try (Program server = withServer ? home.call().serve(data) : null) {
      assertThat(Optional.ofNullable(server).isPresent()).isEqualTo(withServer);
      assertThat(home.call().run("load", "--data", data, more).exit()).isZero();
      DatasetGraph before = export(data, "nq");
      assertThat(before.size()).isGreaterThanOrEqualTo(6);
      Run taken = home.call().run("backup", "--data", data, backup);
      assertThat(taken).extracting(Run::exit, Run::out).containsExactly(0, "");
      Path other = home.write("other.ttl", "ex:d a ex:Thing ; ex:name \"d\" .");
      assertThat(home.call().run("load", "--data", data, other).exit()).isZero();

      Run restored = home.call().run("restore", "--data", data, backup);

      assertThat(restored.exit()).as(restored.err()).isZero();
      assertThat(restored.out()).isEqualTo("commit 4\n");
      assertThat(IsoMatcher.isomorphic(before, export(data, "trig"))).isTrue();
    }
  }

  @Test
  void aBackupThatIsCutInvalidOrNoneIsRefusedWithNothingChanged() throws IOException {
    try (Program server = home.call().serve(data)) {
      assertThat(server.address()).isNotNull();
      home.call().run("backup", "--data", data, backup);
      byte[] whole = Files.readAllBytes(backup);
      DatasetGraph before = export(data, "nq");
      Path bad = temp.resolve("bad.nq.gz");

      for (int length : new int[] {0, whole.length - 1}) {
        Files.write(bad, Arrays.copyOf(whole, length));
        Run cut = home.call().run("restore", "--data", data, bad);
        assertThat(cut.exit()).isEqualTo(3);
        assertThat(cut.err())
            .contains("bad.nq.gz is not a complete backup")
            .doesNotContain("\tat ");
      }

      Files.write(bad, packed("<https://example.org/a> <https://example.org/b> \"c .\n"));
      Run unreadable = home.call().run("restore", "--data", data, bad);
      assertThat(unreadable.exit()).isIn(1, 3);
      assertThat(unreadable.err()).contains("bad.nq.gz", "line: 2").doesNotContain("\tat ");

      Files.write(bad, packed(withoutNames(before)));
      Run invalid = home.call().run("restore", "--data", data, bad);
      assertThat(invalid.exit()).isEqualTo(1);
      assertThat(invalid.out()).contains("Give the thing a name.", "请为该事物命名。");
      assertThat(invalid.err()).contains("Refused: nothing was changed.");

      assertThat(IsoMatcher.isomorphic(before, export(data, "nq"))).isTrue();
      assertThat(home.call().run("history", "--data", data).out().lines()).hasSize(1);
    }
  }

  @Test
  void aBackupThatCannotBeWrittenLeavesTheOlderOne() throws IOException {
    Files.writeString(backup, "older");
    Path folder = Files.createDirectory(temp.resolve("folder"));

    Run ontoFolder = home.call().run("backup", "--data", data, folder);
    Run nowhere = home.call().run("backup", "--data", data, temp.resolve("none/graph.nq.gz"));
    Run unwritable = home.call().run("backup", "--data", data, "/proc/graph.nq.gz");

    assertThat(ontoFolder.exit()).isEqualTo(2);
    assertThat(nowhere.exit()).isEqualTo(3);
    assertThat(unwritable.exit()).isEqualTo(3);
    for (Run run : new Run[] {ontoFolder, nowhere, unwritable}) {
      assertThat(run.err()).isNotEmpty().doesNotContain("\tat ");
    }
    assertThat(backup).hasContent("older");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void anExportThatDoesNotFitIsNoSuccess() {
    Program.Call call = home.call().through("sh", "-c", "exec \"$0\" \"$@\" > /dev/full");

    Run run = call.run("export", "--data", data);

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("Standard output could not be written");
  }

  private DatasetGraph export(Path data, String format) {
    Run run = home.call().run("export", "--data", data, "--format", format);
    assertThat(run.exit()).as(run.err()).isZero();
    return RDFParser.fromString(run.out(), format.equals("nq") ? Lang.NQUADS : Lang.TRIG)
        .toDatasetGraph();
  }

  private static String withoutNames(DatasetGraph dataset) {
    StringBuilder text = new StringBuilder();
    dataset
        .find()
        .forEachRemaining(
            quad -> {
              if (!quad.getPredicate().toString().endsWith("/name")) {
                text.append(
                        org.apache.jena.riot.out.NodeFmtLib.strNodesNT(
                            quad.getSubject(),
                            quad.getPredicate(),
                            quad.getObject(),
                            quad.getGraph()))
                    .append(" .\n");
              }
            });
    return text.toString();
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)).transferTo(out);
    }
    return bytes.toByteArray();
  }
}
