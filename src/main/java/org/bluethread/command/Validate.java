package org.bluethread.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what the gate would say to files; nothing is stored. */
@Command(
    name = "validate",
    description = "Say what the gate would say to these files; nothing is stored.")
public final class Validate implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Turtle, TriG, N-Triples, N-Quads, JSON-LD or RDF/XML.")
  private List<Path> files;

  @Option(
      names = "--lang",
      defaultValue = "en",
      description = "The language of the report. Default: ${DEFAULT-VALUE}.")
  private String language;

  @Override
  public Integer call() throws IOException {
    Path quads = Statements.read(files, Optional.empty());
    try (Session session = Session.open(data.path())) {
      HttpRequest request =
          session
              .request("validate")
              .header("Content-Type", "application/n-quads")
              .header("Accept", "text/plain")
              .header("Accept-Language", language)
              .POST(HttpRequest.BodyPublishers.ofFile(quads))
              .build();
      HttpResponse<InputStream> response =
          Progress.show("Validating", () -> session.sendSuccessfully(request));
      try (InputStream body = response.body()) {
        return tell(
            new String(body.readAllBytes(), StandardCharsets.UTF_8),
            response.headers().firstValue("BlueThread-Verdict").orElse(""));
      }
    } finally {
      Files.deleteIfExists(quads);
    }
  }

  private int tell(String report, String verdict) {
    PrintWriter out = spec.commandLine().getOut();
    boolean passes = verdict.equals("passes");
    out.print(report);
    out.println(passes ? "Valid." : "Invalid.");
    return passes ? ExitCode.DONE : ExitCode.NO;
  }
}
