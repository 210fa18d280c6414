package org.bluethread.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Asks what people and programs ask first, and says how long each answer took.
 *
 * <p>The launcher lets a JVM watch this and keep what it learnt in its ahead-of-time cache (<a
 * href="https://openjdk.org/jeps/514">JEP 514</a>), so that later starts need not learn it again.
 * The graph is therefore opened twice: once as a new one, perhaps, and once as it was left.
 */
@Command(name = "rehearse", description = "Ask what is asked first, and say how long it took.")
public final class Rehearse implements Callable<Integer> {
  private static final int ROUNDS = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String PAGE = "text/html";
  private static final List<Question> QUESTIONS =
      List.of(
          new Question("health", "application/json"),
          sparql("SELECT ?c (COUNT(*) AS ?n) { ?s a ?c } GROUP BY ?c ORDER BY DESC(?n) LIMIT 10"),
          sparql("SELECT * { GRAPH ?g { ?s ?p ?o } FILTER(isIRI(?o)) } LIMIT 100"),
          new Question(sparql("CONSTRUCT WHERE { ?s ?p ?o } LIMIT 100").path(), "text/turtle"),
          new Question(sparql("ASK { ?s ?p ?o }").path(), "text/csv, */*;q=0.1"),
          new Question("", PAGE),
          new Question("sparql", PAGE),
          new Question("queries", PAGE),
          new Question("queries", "application/json"),
          new Question("search?q=sea", PAGE),
          new Question("search?q=sea", "application/json"),
          new Question("openapi.json", "application/json"));

  /** What is asked for: a path without leading slash, and the media types that are taken. */
  private record Question(String path, String accept) {}

  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    for (int round = 0; round < ROUNDS; round++) {
      try (Session session = Session.open(data.path())) {
        for (Question question : QUESTIONS) {
          long start = System.nanoTime();
          ask(session, question);
          Duration took = Duration.ofNanos(System.nanoTime() - start);
          out.printf("%6d ms  /%s%n", took.toMillis(), question.path());
        }
      }
    }
    return ExitCode.DONE;
  }

  private static void ask(Session session, Question question) throws IOException {
    HttpRequest request =
        session
            .request(question.path())
            .header("Accept", question.accept())
            .timeout(PATIENCE)
            .build();
    HttpResponse<InputStream> response = session.sendSuccessfully(request);
    try (InputStream body = response.body()) {
      body.transferTo(OutputStream.nullOutputStream());
    }
  }

  private static Question sparql(String query) {
    return new Question(
        "sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8),
        "application/sparql-results+json");
  }
}
