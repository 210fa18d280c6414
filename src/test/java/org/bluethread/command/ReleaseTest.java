package org.bluethread.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.update.UpdateAction;
import org.bluethread.graph.Author;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Store;
import org.bluethread.graph.WriteRequest;
import org.bluethread.support.Home;
import org.bluethread.support.Program.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a start does when the files of the release are others than at the last one. */
class ReleaseTest {
  @TempDir private Path temp;
  private Home home;
  private Path data;

  @BeforeEach
  void aReleaseLoadedAndAGraphOfAUser() {
    home = Home.in(temp.resolve("home"));
    data = temp.resolve("data");
    Path mine = home.write("mine.trig", "g:mine { ex:m a ex:Thing ; ex:name \"m\" . }");
    assertThat(home.call().run("load", "--data", data, mine).out()).startsWith("commit 2:");
  }

  @Test
  void aChangedFileReloadsItsGraphsAndARemovedOneGoesAndUsersGraphsStay() {
    home.write("data/one.trig", "g:one { ex:a a ex:Thing ; ex:name \"a\" , \"changed\" . }");
    assertThat(newest()).startsWith("3\t").contains("\trelease\t", "\t+4 -3\t");

    home.delete("data/two.trig");
    assertThat(newest()).startsWith("4\t").contains("\trelease\t", "\t+1 -5\t");

    home.write(
        "shapes/more.ttl",
        "ex:More a sh:NodeShape ; sh:targetClass ex:Thing ; sh:property [\n"
            + "  sh:path ex:name ; sh:minLength 1 ] .");
    assertThat(newest()).startsWith("5\t").contains("\trelease\t");
    assertThat(newest()).as("nothing more to do").startsWith("5\t");

    String export = home.call().run("export", "--data", data).out();
    assertThat(export)
        .contains("\"changed\" <https://w3id.org/bluethread/graph/test/one>")
        .contains("\"m\" <https://w3id.org/bluethread/graph/test/mine>")
        .contains("minLength")
        .doesNotContain("graph/test/two");
  }

  @Test
  void aTableAndItsMappingAreAsGoodAsRdf() {
    home.writePlain("data/tables/things.csv", "code,name\nt1,first\nt2,second\n");
    home.write(
        "data/tables/things.rq",
        "CONSTRUCT { GRAPH g:tables { ?thing a ex:Thing ; ex:name ?name } } FROM <things.csv>\n"
            + "WHERE { BIND(IRI(CONCAT(STR(ex:), ?code)) AS ?thing) }");
    assertThat(newest()).startsWith("3\t").contains("\trelease\t");

    home.writePlain("data/tables/things.csv", "code,name\nt1,first\n");
    assertThat(newest()).as("the table alone changed").startsWith("4\t").contains("\t+3 -5\t");
  }

  @Test
  void aTableThatNobodyReadsOrThatCannotBeReadEndsTheStart() {
    home.writePlain("data/tables/things.csv", "code,name\nt1\n");
    assertThat(serve()).contains("No mapping reads data/tables/things.csv");

    home.write(
        "data/tables/things.rq",
        "CONSTRUCT { GRAPH g:tables { g:x ex:name ?name } } FROM <things.csv> WHERE {}");
    assertThat(serve()).contains("data/tables/things.csv, line 2");

    home.write(
        "data/tables/things.rq", "CONSTRUCT { g:x ex:name ?name } FROM <other.csv> WHERE {}");
    assertThat(serve()).contains("data/tables/things.rq names no table that is there");

    home.write(
        "data/tables/things.rq", "CONSTRUCT { g:x ex:name ?name } FROM <things.csv> WHERE {}");
    home.writePlain("data/tables/things.csv", "code,name\nt1,first\n");
    assertThat(serve()).contains("a statement stands in no graph");
  }

  @Test
  void whatWasEditedHereAndShippedAnewConflictsAndNothingChanges() {
    write(
        "DELETE DATA { GRAPH g:one { ex:a ex:name \"a\" } } ;"
            + " INSERT DATA { GRAPH g:one { ex:a ex:name \"mine\" } }");
    home.write("data/one.trig", "g:one { ex:a a ex:Thing ; ex:name \"theirs\" . }");
    home.write("data/two.trig", "g:two { ex:b a ex:Thing ; ex:name \"also changed\" . }");
    home.write("data/three.trig", "g:mine { ex:c a ex:Thing ; ex:name \"c\" . }");

    Run start = home.call().run("serve", "--port", 0, "--data", data);
    Run command = home.call().run("history", "--data", data);

    for (Run run : new Run[] {start, command}) {
      assertThat(run.exit()).isEqualTo(3);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .contains(
              "<https://w3id.org/bluethread/graph/test/one>: the release ships it in"
                  + " data/one.trig, and it was edited here after the last release.")
          .contains(
              "<https://w3id.org/bluethread/graph/test/mine>: the release ships it in"
                  + " data/three.trig, and a graph of that name was written here before.")
          .contains("Nothing was changed.")
          .doesNotContain("\tat ", "also changed");
    }

    home.write("data/one.trig", "g:one { ex:a a ex:Thing ; ex:name \"a\" . }");
    home.delete("data/three.trig");
    assertThat(newest()).as("mended").startsWith("4\t").contains("\trelease\t");
    assertThat(home.call().run("export", "--data", data).out())
        .contains("\"mine\"", "\"also changed\"");
  }

  @Test
  void aShapeThatUsersDataDoNotMeetTakesEffectAndTheFindingIsTold() {
    home.write(
        "shapes/code.ttl",
        "ex:Coded a sh:NodeShape ; sh:targetNode ex:m ; sh:property ex:Coded-code .\n"
            + "ex:Coded-code sh:path ex:code ; sh:minCount 1 ; sh:message \"Give a code.\"@en .");

    Run run = home.call().run("history", "--data", data);

    assertThat(run.out()).startsWith("3\t").contains("\trelease\t");
    assertThat(run.err()).contains("<https://example.org/m>, stored before: Give a code.");
    Run again = home.call().run("history", "--data", data);
    assertThat(again.err()).doesNotContain("Give a code.");
  }

  @Test
  void aReleaseThatBreaksUsersDataConflictsNamingBothSides() {
    home.write(
        "shapes/code.ttl",
        "ex:Coded a sh:NodeShape ; sh:targetNode ex:m ; sh:property ex:Coded-code .\n"
            + "ex:Coded-code sh:path ex:name ; sh:maxCount 1 ;"
            + " sh:message \"One name only.\"@en .");
    home.write("data/four.trig", "g:four { ex:m ex:name \"another\" . }");

    Run run = home.call().run("serve", "--port", 0, "--data", data);

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err())
        .contains("<https://example.org/m>: One name only.")
        .contains("by the shape <https://example.org/Coded-code>")
        .contains("speaks of it in <https://w3id.org/bluethread/graph/test/four>")
        .contains("the store, before it, in <https://w3id.org/bluethread/graph/test/mine>")
        .doesNotContain("\tat ");
    home.delete("data/four.trig");
    assertThat(newest()).as("mended").startsWith("3\t");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFileThatCannotBeReadIsNamedWithLineAndColumnAndOnceMendedTheStartIsClean()
      throws IOException {
    home.write("data/two.trig", "g:two { ex:b a ex:Thing ;\n  ex:name b\" . }");
    Run syntax = home.call().run("serve", "--port", 0, "--data", data);
    assertThat(syntax.exit()).isEqualTo(3);
    assertThat(syntax.err())
        .contains("The file data/two.trig cannot be read: [line: 6, col: ")
        .doesNotContain("\tat ");

    home.write("data/two.trig", "ex:b a ex:Thing ; ex:name \"b\" .");
    Run nowhere = home.call().run("serve", "--port", 0, "--data", data);
    assertThat(nowhere.exit()).isEqualTo(3);
    assertThat(nowhere.err()).contains("data/two.trig", "no graph").doesNotContain("\tat ");

    home.delete("data/two.trig");
    Path link = home.path().resolve("data/two.trig");
    Files.createSymbolicLink(link, temp.resolve("not-there"));
    Run unreadable = home.call().run("serve", "--port", 0, "--data", data);
    assertThat(unreadable.exit()).isEqualTo(3);
    assertThat(unreadable.err()).contains("data/two.trig").doesNotContain("\tat ");
    Files.delete(link);

    home.write("shapes/broken.ttl", "ex:Broken a sh:NodeShape ; sh:property [ sh:path () ] .");
    Run shapes = home.call().run("serve", "--port", 0, "--data", data);
    assertThat(shapes.exit()).isEqualTo(3);
    assertThat(shapes.err()).contains("cannot be read as SHACL").doesNotContain("\tat ");
    home.delete("shapes/broken.ttl");

    home.write("data/two.trig", "g:two { ex:b a ex:Thing ; ex:name \"b\" . }");
    assertThat(newest()).startsWith("2\t");
  }

  /** What a start that fails says. */
  private String serve() {
    Run run = home.call().run("serve", "--port", 0, "--data", data);
    assertThat(run.exit()).isEqualTo(3);
    return run.err();
  }

  private String newest() {
    Run run = home.call().run("history", "--data", data, "--most", 1);
    assertThat(run.exit()).as(run.err()).isZero();
    return run.out();
  }

  /** As somebody with the right to releases does. */
  private void write(String update) {
    try (KnowledgeGraph graph =
        KnowledgeGraph.open(Store.onDisk(data.resolve("store")), data.resolve("log"))) {
      graph.write(
          new WriteRequest(
              new Author("somebody", true),
              "test",
              "",
              "seed",
              target -> UpdateAction.parseExecute(Home.PREFIXES + update, target)));
    }
  }
}
