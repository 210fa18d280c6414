package org.bluethread.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.sparql.sse.SSE;
import org.bluethread.support.FusekiStore;
import org.bluethread.support.Home;
import org.bluethread.support.Program;
import org.bluethread.support.Program.Run;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code federation.yaml} of a data directory, and {@code query --federated} over its members. */
class FederationCommandTest {
  /** A label there of a thing that only the endpoint next door calls one. */
  private static final String QUERY =
      "SELECT ?there ?kind { ?there <https://example.org/kind> ?kind ."
          + " ?here <https://example.org/name> \"a\" } ORDER BY ?there";

  private final FusekiStore nextDoor = FusekiStore.empty();
  @TempDir private Path temp;
  private Home home;
  private Path data;
  private Path query;

  @BeforeEach
  void fill() throws IOException {
    home = Home.in(temp.resolve("home"));
    data = Files.createDirectories(temp.resolve("data"));
    query = Files.writeString(temp.resolve("squid.rq"), QUERY);
    nextDoor.add(
        SSE.parseQuad("(_ <https://example.org/squid> <https://example.org/kind> \"mollusc\")"));
  }

  @AfterEach
  void close() {
    nextDoor.close();
  }

  private void declare(String members) throws IOException {
    Files.writeString(data.resolve("federation.yaml"), members);
  }

  private Run federated() {
    return home.call().run("query", "--federated", query, "--format", "csv", "--data", data);
  }

  @Test
  void theCommandAsksTheMembersTogetherAndNamesTheOneThatFails() throws IOException {
    declare(
        """
        members:
          - name: bluethread
            graph: here
          - name: next-door
            endpoint: %s
            addresses: [loopback]
        """
            .formatted(nextDoor.address()));
    try (Program server = home.call().serve(data)) {
      Run alone = home.call().run("query", query, "--format", "csv", "--data", data);
      assertThat(alone.out().lines()).hasSize(1);

      Run together = federated();
      assertThat(together.exit()).as(together.err()).isZero();
      assertThat(together.out().lines())
          .containsExactly("there,kind", "https://example.org/squid,mollusc");

      nextDoor.close();
      Run failed = federated();
      assertThat(failed.exit()).isNotZero();
      assertThat(failed.out()).isEmpty();
      assertThat(failed.err()).contains("next-door");
      assertThat(server.stop().exit()).isIn(0, 143);
    }
  }

  @Test
  void aFileThatCannotBeUsedEndsTheStartWithThePlace() throws IOException {
    declare(
        """
        members:
          - name: bluethread
            graph: here
          - name: next-door
            endpoint: %s
            adresses: [loopback]
        """
            .formatted(nextDoor.address()));
    Run run = home.call().run("serve", "--port", 0, "--data", data);
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("federation.yaml", "adresses", "docs/operating.md");
  }
}
