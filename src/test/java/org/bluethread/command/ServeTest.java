package org.bluethread.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bluethread.support.Client;
import org.bluethread.support.Home;
import org.bluethread.support.Program;
import org.bluethread.support.Program.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting and stopping the server. */
@Order(1) // It takes longest.
class ServeTest {
  /** What the tiny release holds. */
  private static final int TRIPLES = 12;

  /** What is made in the background, sooner or later. */
  private static final Set<String> MADE_BESIDE = Set.of("dumps", "feed");

  @TempDir private Path temp;
  private Home home;
  private Path data;

  @BeforeEach
  void aTinyRelease() {
    home = Home.in(temp.resolve("home"));
    data = temp.resolve("a folder/data");
  }

  @Test
  void aFirstStartLoadsWhatIsShippedInOneCommitAndASecondDoesNothing() throws IOException {
    String first;
    try (Program server = Program.Call.shipped().serve(data)) {
      Client client = new Client(server.address());
      assertThat(client.count()).isGreaterThan(5_000);
      first = client.history();
      assertThat(first.lines()).hasSize(1);
      assertThat(first).startsWith("1 release conforms");
      Run run = server.stop();
      assertThat(run.exit()).isIn(0, 143);
      assertThat(run.out()).matches("ready http://127\\.0\\.0\\.1:[0-9]+/\n");
    }
    try (Program server = Program.Call.shipped().serve(data)) {
      assertThat(new Client(server.address()).history()).isEqualTo(first);
    }
  }

  @Test
  void serverJsonTellsWhereItIsAndGoesWithIt() throws IOException {
    try (Program server = home.call().serve(data)) {
      JsonNode file = new ObjectMapper().readTree(data.resolve("server.json").toFile());
      assertThat(file.get("address").asText()).isEqualTo(server.address().toString());
      assertThat(file.get("process").asLong()).isEqualTo(server.pid());
      assertThat(file.get("store").asText())
          .isEqualTo(new Client(server.address()).health().get("store").asText());

      assertThat(server.stop().exit()).isIn(0, 143);
    }
    assertThat(data.resolve("server.json")).doesNotExist();
    try (Stream<Path> files = Files.list(data)) {
      assertThat(
              files
                  .map(Path::getFileName)
                  .map(Path::toString)
                  .filter(name -> !MADE_BESIDE.contains(name)))
          .containsExactlyInAnyOrder("lock", "log", "lookup", "store", "token", "tokens.json");
    }
  }

  @Test
  void aSecondServerOnTheSameDataEndsWith3AndNamesTheFirst() {
    try (Program server = home.call().serve(data)) {
      Run second = home.call().run("serve", "--port", 0, "--data", data);

      assertThat(second.exit()).isEqualTo(3);
      assertThat(second.out()).isEmpty();
      assertThat(second.err()).contains("in use by process " + server.pid() + ".");
      assertThat(new Client(server.address()).count()).isEqualTo(TRIPLES);
    }
  }

  @Test
  void aPortInUseEndsWith3() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      int port = taken.getLocalPort();
      Run run = home.call().run("serve", "--port", port, "--data", data);

      assertThat(run.exit()).isEqualTo(3);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains("Port " + port + " of 127.0.0.1 is taken");
    }
    assertThat(data.resolve("server.json")).doesNotExist();
  }

  @Test
  void aHostThatIsNotHereEndsWith3AndASentence() {
    Run run = home.call().run("serve", "--host", "192.0.2.1", "--data", data);

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("192.0.2.1", "--host").doesNotContain("\tat ");
  }

  @Test
  void dataThatIsNoDirectoryOrCannotBeWrittenEndsWith3() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "");
    for (Path bad : new Path[] {file, file.resolve("under"), Path.of("/proc/bluethread")}) {
      Run run = home.call().run("serve", "--port", 0, "--data", bad);

      assertThat(run.exit()).isEqualTo(3);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains(bad.toString()).contains("--data").doesNotContain("\tat ");
    }
  }

  @Test
  void aHomeWithoutAReleaseEndsWith3() {
    Run run = Program.Call.in(temp).run("serve", "--port", 0, "--data", data);

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("no folder ontology");
  }

  @Test
  void withNoSeedTheGraphIsEmptyWithoutShapesAndStaysSo() {
    try (Program server = home.call().serve(data, "--no-seed")) {
      Client client = new Client(server.address());
      assertThat(client.count()).isZero();
      assertThat(client.history()).isEmpty();
      assertThat(
              client.update(
                  Client.token(data), Home.PREFIXES + "INSERT DATA { ex:nameless a ex:Thing }"))
          .as("there are no shapes to refuse it")
          .isEqualTo(200);
      server.stop();
    }
    assertThat(home.call().run("export", "--data", data).out().lines()).hasSize(1);
    try (Program server = home.call().serve(data)) {
      assertThat(new Client(server.address()).count()).isEqualTo(1);
    }
  }

  @Test
  void noSeedOnDataThatHasTheReleaseLeavesItAsItIs() {
    home.call().serve(data).close();
    home.write("data/three.trig", "g:three { ex:c a ex:Thing ; ex:name \"c\" . }");

    try (Program server = home.call().serve(data, "--no-seed")) {
      assertThat(new Client(server.address()).history().lines()).hasSize(1);
    }
    try (Program server = home.call().serve(data)) {
      assertThat(new Client(server.address()).history().lines()).hasSize(2);
    }
  }

  @Test
  void aStoreInMemoryIsGoneWithTheProcessAndLeavesNothingBehind() throws IOException {
    Path scratch = Files.createDirectories(temp.resolve("scratch"));
    Program.Call call = home.call().with("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + scratch);
    try (Program server = call.serve(data, "--store", "memory", "--no-seed")) {
      Client client = new Client(server.address());
      String insert = Home.PREFIXES + "INSERT DATA { ex:c ex:name \"c\" }";
      assertThat(client.update(Client.token(data), insert)).isEqualTo(200);
      assertThat(client.history().lines()).hasSize(1);
      Run sent = home.call().run("history", "--data", data);
      assertThat(sent.out().lines()).as("commands find the server").hasSize(1);
      server.stop();
    }
    assertThat(scratch).isEmptyDirectory();
    assertThat(data.resolve("store")).doesNotExist();

    try (Program server = call.serve(data, "--store", "memory")) {
      assertThat(new Client(server.address()).count()).as("the release alone").isEqualTo(TRIPLES);
    }
  }

  @Test
  void aStoreKeepsTheDefaultGraphItWasMadeWith() throws IOException {
    String insert = "INSERT DATA { _:a <urn:p> 1 GRAPH <urn:g> { _:a <urn:p> 2 } }";
    try (Program server = home.call().serve(data, "--no-seed", "--default-graph", "separate")) {
      assertThat(new Client(server.address()).update(Client.token(data), insert)).isEqualTo(200);
    }
    Run other = home.call().run("serve", "--data", data, "--default-graph", "union");
    assertThat(other.exit()).isEqualTo(3);
    assertThat(other.err())
        .contains("was made with the default graph separate")
        .contains("new data directory");
    Run wrong = home.call().run("serve", "--data", data, "--default-graph", "none");
    assertThat(wrong.exit()).isEqualTo(2);

    Path query = temp.resolve("query.rq");
    Files.writeString(query, "SELECT ?o (isBlank(?s) AS ?b) { ?s ?p ?o }");
    for (int time = 0; time < 2; time++) {
      Run run = home.call().run("query", query, "--data", data, "--format", "csv");
      assertThat(run.out().lines()).as(run.err()).containsExactly("o,b", "1,true");
      try (Program server = home.call().serve(data)) {
        assertThat(new Client(server.address()).history().lines()).hasSize(1);
      }
    }
  }

  @Test
  void aStoreInMemoryMayHaveADefaultGraphOfItsOwn() throws IOException {
    try (Program server =
        home.call().serve(data, "--store", "memory", "--default-graph", "separate")) {
      Client client = new Client(server.address());
      assertThat(client.count()).as("the release").isEqualTo(TRIPLES);
      String query = "sparql?query=ASK%20%7B%20?s%20?p%20?o%20%7D";
      assertThat(client.get(query).body()).contains("false");
    }
  }

  @Test
  void anotherAddressOfThisMachineIsListenedAtAndNamed() {
    try (Program server = home.call().serve(data, "--host", "::1")) {
      URI address = server.address();
      assertThat(address.toString()).matches(Pattern.compile("http://\\[::1]:[0-9]+/"));
      Run run = home.call().run("export", "--data", data);
      assertThat(run.err()).isEmpty();
      assertThat(run.out().lines()).hasSizeGreaterThan(8);
    }
  }
}
