package org.bluethread.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.bluethread.support.Client;
import org.bluethread.support.Home;
import org.bluethread.support.Program;
import org.bluethread.support.Program.Run;
import org.bluethread.support.SentForm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The token that a server makes, or is given. */
class TokenTest {
  private static final String GIVEN = "a secret from elsewhere";
  private static final String UPDATE =
      Home.PREFIXES + "INSERT DATA { ex:c a ex:Thing ; ex:name \"%s\" }";

  @TempDir private Path temp;
  private Home home;
  private Path data;

  @BeforeEach
  void aTinyRelease() {
    home = Home.in(temp.resolve("home"));
    data = temp.resolve("data");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theFirstTokenIsForItsOwnersEyesAndSurvivesARestart() throws IOException {
    String token;
    try (Program server = home.call().serve(data)) {
      token = Client.token(data);
      assertThat(token).matches("[0-9a-f]{64}");
      for (String file : new String[] {"token", "tokens.json"}) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(file))))
            .as(file)
            .isEqualTo("rw-------");
      }
      assertThat(data.resolve("tokens.json")).content().doesNotContain(token);
      Client client = new Client(server.address());
      assertThat(client.update(token, UPDATE.formatted("one"))).isEqualTo(200);
      assertThat(client.update(token + "x", UPDATE.formatted("two"))).isEqualTo(401);
      assertThat(client.history()).startsWith("2 first ");
      Run run = server.stop();
      assertThat(run.out() + run.err()).contains("POST /update 200").doesNotContain(token);
    }
    Files.delete(data.resolve("token"));

    try (Program server = home.call().serve(data)) {
      assertThat(data.resolve("token")).as("it is written once").doesNotExist();
      assertThat(new Client(server.address()).update(token, UPDATE.formatted("three")))
          .isEqualTo(200);
    }
  }

  @Test
  void aTokenInAFormIsNotInTheLog() throws IOException, InterruptedException {
    try (Program server = home.call().serve(data);
        HttpClient client = HttpClient.newHttpClient()) {
      String token = Client.token(data);
      HttpRequest request =
          new SentForm()
              .with("text", "<https://example.org/a> <https://example.org/p> 1 .")
              .with("token", token)
              .with("do", "send")
              .by(HttpRequest.newBuilder(server.address().resolve("submit")))
              .build();
      assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).body())
          .contains("Commit 2");
      Run run = server.stop();
      assertThat(run.out() + run.err()).contains("POST /submit 200").doesNotContain(token);
    }
  }

  @Test
  void aGivenTokenIsUsedAndWrittenNowhere() throws IOException {
    Program.Call call = home.call().with("BLUETHREAD_TOKEN", GIVEN);
    Path file = home.write("more.ttl", "ex:d a ex:Thing ; ex:name \"d\" .");
    try (Program server = call.serve(data)) {
      assertThat(data.resolve("token")).doesNotExist();
      assertThat(data.resolve("tokens.json")).doesNotExist();
      assertThat(call.run("load", "--data", data, file).exit()).isZero();
      Run without = home.call().run("load", "--data", data, file);
      assertThat(without.exit()).isEqualTo(3);
      assertThat(without.err()).contains("token").doesNotContain("\tat ");
      assertThat(new Client(server.address()).history()).startsWith("2 environment ");
      Run run = server.stop();
      assertThat(run.out() + run.err()).doesNotContain(GIVEN);
    }
  }

  @Test
  void aTokenTooShortToBeASecretEndsTheStart() {
    Run run =
        home.call().with("BLUETHREAD_TOKEN", "short").run("serve", "--port", 0, "--data", data);

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err())
        .contains("BLUETHREAD_TOKEN", "16 characters")
        .doesNotContain("\tat ", "short");
  }
}
