package org.bluethread.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.sse.SSE;
import org.bluethread.support.Client;
import org.bluethread.support.FusekiStore;
import org.bluethread.support.Home;
import org.bluethread.support.Program;
import org.bluethread.support.Program.Run;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code serve --store sparql:URL}, and what other commands do beside it and after it. */
class StoreElsewhereCommandTest {
  private static final Quad NAMED =
      SSE.parseQuad(
          "(<https://w3id.org/bluethread/graph/test> <https://w3id.org/bluethread/id/thing/a>"
              + " <http://www.w3.org/2004/02/skos/core#prefLabel> \"Alpha\"@en)");

  private final FusekiStore store = FusekiStore.empty();
  @TempDir private Path temp;
  private Home home;
  private Path data;
  private Path query;

  @BeforeEach
  void fill() throws IOException {
    home = Home.in(temp.resolve("home"));
    data = temp.resolve("data");
    query = Files.writeString(temp.resolve("names.rq"), "SELECT ?n { ?s ?p ?n }");
    store.add(NAMED);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Program serve() {
    Program server = home.call().serve(data, "--store", "sparql:" + store.address());
    Client client = new Client(server.address());
    server.await(client::isReady);
    return server;
  }

  @Test
  void commandsReadTheStoreAndWriteNothingIntoIt() throws IOException {
    Path file =
        Files.writeString(
            temp.resolve("a.ttl"), "<https://example.org/a> <https://example.org/p> 1 .");
    try (Program server = serve()) {
      Run found = home.call().run("query", query, "--data", data);
      assertThat(found.out()).contains("Alpha");
      Run refused = home.call().run("load", file, "--data", data);
      assertThat(refused.exit()).isNotZero();
      assertThat(refused.err()).contains("store that others hold", "POST /admin/refresh");
      assertThat(new Client(server.address()).count()).isEqualTo(1);
    }
  }

  @Test
  void withoutAServerNoCommandTakesTheDirectorysOwnStoreForIt() {
    try (Program server = serve()) {
      assertThat(server.stop().exit()).isIn(0, 143);
    }
    Run run = home.call().run("query", query, "--data", data);
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("in a store elsewhere", "serve --store sparql:URL");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sparql:ftp://user:secret@example.org/ | | begins with http or https",
        "sparql:not an address                 | | is not one",
        "sparql:                               | | begins with http or https",
        "elsewhere                             | | tdb2, memory, or sparql:",
        "tdb2                                  | --refresh=5 | goes with --store sparql:URL",
        "sparql:http://example.org/            | --refresh=0 | minutes from 1",
        "sparql:http://example.org/            | --default-graph=separate | does not go with",
      })
  void whatCannotBeServedIsSaid(String choice, String option, String said) {
    Run run =
        option == null
            ? home.call().run("serve", "--port", 0, "--data", data, "--store", choice)
            : home.call().run("serve", "--port", 0, "--data", data, "--store", choice, option);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains(said).doesNotContain("secret");
    assertThat(data).doesNotExist();
  }
}
