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
import java.util.function.UnaryOperator;
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
      description =
          "Turtle, TriG, N-Triples, N-Quads, JSON-LD or RDF/XML; or one table (.csv, .tsv).")
  private List<Path> files;

  @Option(
      names = "--class",
      paramLabel = "NAME",
      description = "What the rows of a table describe. Default: the name of the file.")
  private Optional<String> className;

  @Option(
      names = "--lang",
      defaultValue = "en",
      description = "The language of the report. Default: ${DEFAULT-VALUE}.")
  private String language;

  @Override
  public Integer call() throws IOException {
    Optional<TableFile> table = TableFile.in(files, className);
    if (table.isPresent()) {
      return validate(
          "validate?" + table.get().parameter(),
          table.get().mediaType(),
          table.get().file(),
          UnaryOperator.identity());
    }
    Path quads = Statements.read(files, Optional.empty());
    try {
      return validate(
          "validate", "application/n-quads", quads, report -> Statements.inFiles(report, files));
    } finally {
      Files.deleteIfExists(quads);
    }
  }

  private int validate(String address, String type, Path content, UnaryOperator<String> placed)
      throws IOException {
    try (Session session = Session.open(data.path())) {
      HttpRequest request =
          session
              .request(address)
              .header("Content-Type", type)
              .header("Accept", "text/plain")
              .header("Accept-Language", language)
              .POST(HttpRequest.BodyPublishers.ofFile(content))
              .build();
      HttpResponse<InputStream> response =
          Progress.show("Validating", () -> session.sendSuccessfully(request));
      try (InputStream body = response.body()) {
        return tell(
            placed.apply(new String(body.readAllBytes(), StandardCharsets.UTF_8)),
            response.headers().firstValue("BlueThread-Verdict").orElse(""));
      }
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
