package org.bluethread.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a backup in the place of the whole graph, through the gate and in one commit. */
@Command(
    name = "restore",
    description = "Put a backup in the place of the whole graph, in one commit.")
public final class Restore implements Callable<Integer> {
  private static final int REFUSED = 422;
  private static final int UNREADABLE = 400;

  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Parameters(paramLabel = "FILE", description = "A file that backup wrote.")
  private Path file;

  @Override
  public Integer call() throws IOException {
    Path quads = unpack();
    try (Session session = Session.open(data.path())) {
      HttpRequest request =
          session
              .request("admin/restore")
              .header("Content-Type", "application/n-quads")
              .header("Accept", "text/plain")
              .POST(HttpRequest.BodyPublishers.ofFile(quads))
              .build();
      HttpResponse<InputStream> response = Progress.show("Restoring", () -> session.send(request));
      return tell(response);
    } finally {
      Files.deleteIfExists(quads);
    }
  }

  private Path unpack() throws IOException {
    Path quads = Files.createTempFile("bluethread", ".nq");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
        OutputStream out = Files.newOutputStream(quads)) {
      in.transferTo(out);
      return quads;
    } catch (IOException e) {
      Files.deleteIfExists(quads);
      throw new CommandException(
          ExitCode.FAILED, file + " is not a complete backup: " + e + ". Nothing was changed.");
    }
  }

  private int tell(HttpResponse<InputStream> response) throws IOException {
    try (InputStream body = response.body()) {
      if (response.statusCode() == REFUSED) {
        spec.commandLine().getOut().print(new String(body.readAllBytes(), StandardCharsets.UTF_8));
        spec.commandLine().getErr().println("Refused: nothing was changed.");
        return ExitCode.NO;
      }
      if (response.statusCode() == UNREADABLE) {
        throw new CommandException(
            ExitCode.FAILED, file + " is not a backup: " + Session.problem(response).getMessage());
      }
      if (response.statusCode() / 100 != 2) {
        throw Session.problem(response);
      }
      JsonNode answer = new ObjectMapper().readTree(body);
      spec.commandLine()
          .getOut()
          .println(answer.has("commit") ? "commit " + answer.get("commit") : "Nothing changed.");
      return ExitCode.DONE;
    }
  }
}
