package org.bluethread.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Loads files through the gate: all of them, or nothing and a report. */
@Command(
    name = "load",
    description = "Load RDF files: they are accepted as a whole or refused as a whole.")
public final class Load implements Callable<Integer> {
  private static final int REFUSED = 422;

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
      names = "--graph",
      paramLabel = "IRI",
      description = "The graph for statements that stand in none.")
  private Optional<String> graph;

  @Override
  public Integer call() throws IOException {
    graph.ifPresent(Load::checkIri);
    Optional<TableFile> table = TableFile.in(files, className);
    if (table.isPresent()) {
      String target =
          graph
              .map(iri -> "graph=" + URLEncoder.encode(iri, StandardCharsets.UTF_8))
              .orElse("default");
      return load(
          "data?" + target + "&" + table.get().parameter(),
          table.get().mediaType(),
          table.get().file(),
          UnaryOperator.identity());
    }
    Path quads = Statements.read(files, graph);
    try {
      return load(
          "data?default",
          "application/n-quads",
          quads,
          report -> Statements.inFiles(report, files));
    } finally {
      Files.deleteIfExists(quads);
    }
  }

  private int load(String address, String type, Path body, UnaryOperator<String> placed)
      throws IOException {
    try (Session session = Session.open(data.path())) {
      HttpRequest request =
          session
              .request(address)
              .header("Content-Type", type)
              .header("Accept", "text/plain")
              .header("BlueThread-Door", "load")
              .header("BlueThread-Message", message())
              .POST(HttpRequest.BodyPublishers.ofFile(body))
              .build();
      HttpResponse<InputStream> response = Progress.show("Loading", () -> session.send(request));
      return tell(response, placed);
    }
  }

  private static void checkIri(String iri) {
    try {
      if (IRIx.create(iri).isAbsolute()) {
        return;
      }
    } catch (IRIException e) {
      throw new CommandException(ExitCode.USAGE, "--graph " + iri + ": " + e.getMessage());
    }
    throw new CommandException(ExitCode.USAGE, "--graph takes an absolute IRI, not " + iri + ".");
  }

  private String message() {
    String names =
        files.stream().map(file -> file.getFileName().toString()).collect(Collectors.joining(", "));
    return "Load " + names.replaceAll("[^\\x20-\\x7e]", "?");
  }

  private int tell(HttpResponse<InputStream> response, UnaryOperator<String> placed)
      throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (response.statusCode() == REFUSED) {
      try (InputStream report = response.body()) {
        out.print(placed.apply(new String(report.readAllBytes(), StandardCharsets.UTF_8)));
      }
      spec.commandLine().getErr().println("Refused: nothing was stored.");
      return ExitCode.NO;
    }
    if (response.statusCode() / 100 != 2) {
      throw Session.problem(response);
    }
    JsonNode answer = new ObjectMapper().readTree(response.body());
    out.println(
        answer.has("commit")
            ? "commit " + answer.get("commit") + ": " + answer.get("added") + " statements added"
            : "Nothing changed: all statements were there already.");
    answer
        .path("warnings")
        .forEach(warning -> spec.commandLine().getErr().println(warning.asText()));
    answer
        .path("stoodBefore")
        .forEach(found -> spec.commandLine().getErr().println("stored before: " + found.asText()));
    return ExitCode.DONE;
  }
}
