package org.bluethread.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks a query of the shelf, or any other from a file or standard input. */
@Command(
    name = "query",
    description = "Ask a named query, or any SPARQL query from a file or standard input (-).")
public final class Query implements Callable<Integer> {
  /** How the answer is written. */
  enum Format {
    table("application/sparql-results+json, text/turtle;q=0.9"),
    csv("text/csv"),
    tsv("text/tab-separated-values"),
    json("application/sparql-results+json"),
    xml("application/sparql-results+xml, application/rdf+xml;q=0.9"),
    ttl("text/turtle"),
    jsonld("application/ld+json");

    private final String accept;

    Format(String accept) {
      this.accept = accept;
    }
  }

  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Parameters(
      paramLabel = "NAME|FILE|-",
      description = "A name on the shelf, a file with a SPARQL query, or - for standard input.")
  private String query;

  @Option(
      names = "--param",
      paramLabel = "name=value",
      description = "A parameter of a named query; may be given several times.")
  private Map<String, String> parameters = Map.of();

  @Option(
      names = "--federated",
      description = "Ask all members of the federation together, not this graph alone.")
  private boolean federated;

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Format format;

  @Override
  public Integer call() throws IOException {
    boolean named = isName();
    if (!named && !parameters.isEmpty()) {
      throw new CommandException(
          ExitCode.USAGE, "--param is for named queries: write the values into the query itself.");
    }
    if (named && federated) {
      throw new CommandException(
          ExitCode.USAGE,
          "Named queries ask this graph. Give --federated a file with a query, or - for standard"
              + " input.");
    }
    String text = named ? "" : readQuery();
    try (Session session = Session.open(data.path())) {
      HttpRequest.Builder request =
          named
              ? session.request(address()).GET()
              : session
                  .request(federated ? "federation" : "sparql")
                  .header("Content-Type", "application/sparql-query")
                  .POST(HttpRequest.BodyPublishers.ofString(text));
      request.header("Accept", format.accept);
      HttpResponse<InputStream> response =
          Progress.show("Asking", () -> session.sendSuccessfully(request.build()));
      try (InputStream body = response.body()) {
        write(body, response.headers().firstValue("Content-Type").orElse(""));
      }
      return ExitCode.DONE;
    }
  }

  /** What looks like a name and is no file is one: the server knows which names there are. */
  private boolean isName() {
    return query.matches("[a-z0-9-]+") && !query.equals("-") && !Files.exists(Path.of(query));
  }

  private String readQuery() {
    try {
      return query.equals("-")
          ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
          : Files.readString(Path.of(query));
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.FAILED,
          "The query " + query + " cannot be read: " + e + ". See /queries for the named ones.");
    }
  }

  private String address() {
    return parameters.entrySet().stream()
        .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
        .collect(Collectors.joining("&", "queries/" + query + "?", ""));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private void write(InputStream body, String contentType) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (format == Format.table && contentType.startsWith("application/sparql-results+json")) {
      Table.print(body, out);
      return;
    }
    OutputStream bytes = System.out;
    body.transferTo(bytes);
    bytes.flush();
  }
}
