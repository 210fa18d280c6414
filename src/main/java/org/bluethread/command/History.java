package org.bluethread.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.http.HttpResponse;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the commits, newest first, one a line. */
@Command(name = "history", description = "List the commits, newest first.")
public final class History implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Option(
      names = "--most",
      defaultValue = "100",
      description = "How many at the most. Default: ${DEFAULT-VALUE}.")
  private int most;

  @Override
  public Integer call() throws IOException {
    try (Session session = Session.open(data.path())) {
      HttpResponse<InputStream> response =
          session.sendSuccessfully(session.request("changes?most=" + most).GET().build());
      PrintWriter out = spec.commandLine().getOut();
      try (InputStream body = response.body()) {
        for (JsonNode commit : new ObjectMapper().readTree(body)) {
          out.println(
              String.join(
                  "\t",
                  commit.path("number").asText(),
                  commit.path("time").asText(),
                  commit.path("author").asText(),
                  commit.path("door").asText(),
                  "+" + commit.path("added").asText() + " -" + commit.path("removed").asText(),
                  commit.path("verdict").asText(),
                  commit.path("message").asText().replaceAll("\\s", " ")));
        }
      }
      return ExitCode.DONE;
    }
  }
}
