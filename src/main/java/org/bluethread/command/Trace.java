package org.bluethread.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows how two things are connected, or what became of one and where it comes from. */
@Command(
    name = "trace",
    description =
        "Show how two things are connected, step by step, or what became of one and where it comes"
            + " from.")
public final class Trace implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PATHS_HEADER = "BlueThread-Paths";

  /** How the answer is written. */
  enum Format {
    text,
    json,
    jsonld,
    ttl,
    mermaid,
    svg,
    csv
  }

  @Mixin private DataOption data;

  @Parameters(
      index = "0",
      paramLabel = "FROM",
      description = "An IRI, a code such as X/29, AICHI-TARGET-11, isa:4.3.1, SDG 14.5, or words.")
  private String from;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "TO",
      description = "Another; without it, what became of FROM and where it comes from.")
  private String to;

  @Option(
      names = "--hops",
      paramLabel = "N",
      description = "The most steps: of a path 1 to 8, usually 8; without TO 1 to 6, usually 2.")
  private Integer hops;

  @Option(
      names = "--paths",
      paramLabel = "K",
      description = "How many paths at the most, 1 to 50; usually 5.")
  private Integer paths;

  @Option(names = "--chain", description = "Let two mapped steps follow each other.")
  private boolean chain;

  @Option(
      names = "--lang",
      defaultValue = "en",
      description = "en, zh, fr, es, ru or ar. Default: ${DEFAULT-VALUE}.")
  private String language;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Format format;

  @Override
  public Integer call() throws IOException {
    try (Session session = Session.open(data.path())) {
      HttpRequest request = session.request(address()).GET().build();
      HttpResponse<InputStream> response = Progress.show("Tracing", () -> session.send(request));
      if (response.statusCode() == 300 || response.statusCode() == 404) {
        throw undecided(response);
      }
      if (response.statusCode() / 100 != 2) {
        throw Session.problem(response);
      }
      try (InputStream body = response.body()) {
        body.transferTo(System.out);
        System.out.flush();
      }
      boolean none = response.headers().firstValue(PATHS_HEADER).equals(Optional.of("0"));
      return none ? ExitCode.NO : ExitCode.DONE;
    }
  }

  private String address() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("from", from);
    if (to != null) {
      parameters.put("to", to);
    }
    if (hops != null) {
      parameters.put("hops", hops.toString());
    }
    if (paths != null) {
      parameters.put("paths", paths.toString());
    }
    if (chain) {
      parameters.put("chain", "true");
    }
    parameters.put("lang", language);
    parameters.put("format", format.name());
    return parameters.entrySet().stream()
        .map(
            parameter ->
                parameter.getKey()
                    + "="
                    + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", "trace?", ""));
  }

  /** What is said of names that mean nothing or several things. */
  private static CommandException undecided(HttpResponse<InputStream> response) {
    try (InputStream body = response.body()) {
      JsonNode problem = JSON.readTree(body);
      String candidates =
          StreamSupport.stream(problem.path("names").spliterator(), false)
              .flatMap(name -> StreamSupport.stream(name.path("candidates").spliterator(), false))
              .map(Trace::candidate)
              .collect(Collectors.joining());
      return new CommandException(
          ExitCode.NO,
          problem.path("detail").asText() + "\n" + candidates + problem.path("remedy").asText());
    } catch (IOException e) {
      return new CommandException(ExitCode.FAILED, "The answer broke off: " + e);
    }
  }

  private static String candidate(JsonNode candidate) {
    String codes =
        StreamSupport.stream(candidate.path("codes").spliterator(), false)
            .map(code -> code.asText() + " ")
            .collect(Collectors.joining());
    String body = candidate.path("body").asText();
    return "  "
        + codes
        + candidate.path("label").asText()
        + " ("
        + candidate.path("kind").asText()
        + (body.isEmpty() ? "" : ", " + body)
        + ") "
        + candidate.path("iri").asText()
        + "\n";
  }
}
