package org.bluethread.facade;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.RiotParseException;
import org.bluethread.endpoint.RemoteAccessException;
import org.bluethread.endpoint.UnusableRequestException;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;
import org.bluethread.gate.BrokenShapesException;
import org.bluethread.graph.ReleaseGraphException;
import org.bluethread.graph.TooLargeException;
import org.bluethread.publish.TemplateException;
import org.bluethread.table.TableException;

/** What may be wrong with statements that somebody sends, apart from what the gate finds. */
final class SentProblems {
  /** The exceptions that have a problem here, none of them a kind of another, with that problem. */
  static final Map<Class<? extends RuntimeException>, Function<RuntimeException, Problem>> KINDS =
      Map.of(
          ProblemException.class,
          e -> ((ProblemException) e).problem(),
          RiotException.class,
          e -> unreadable((RiotException) e),
          RemoteAccessException.class,
          e -> remote((RemoteAccessException) e),
          ReleaseGraphException.class,
          e ->
              Problem.of(
                  ProblemKind.RELEASE_GRAPH, "graph.release", ((ReleaseGraphException) e).graph()),
          BrokenShapesException.class,
          e ->
              Problem.of(
                  ProblemKind.BROKEN_SHAPES,
                  "shapes.broken",
                  String.valueOf(e.getCause().getMessage())),
          UnusableRequestException.class,
          e -> unusable((UnusableRequestException) e),
          TableException.class,
          e -> table((TableException) e),
          TemplateException.class,
          e -> template((TemplateException) e),
          TooLargeException.class,
          e ->
              Problem.of(
                  ProblemKind.TOO_LARGE, "change.too-large", ((TooLargeException) e).mostQuads()));

  private static final Pattern LINE = Pattern.compile("\\[line: ([0-9]{1,9}), ");

  private SentProblems() {}

  /** What an exception means; empty if it is none of {@link #KINDS}. */
  static Optional<Problem> of(RuntimeException e) {
    return KINDS.entrySet().stream()
        .filter(kind -> kind.getKey().isInstance(e))
        .map(kind -> kind.getValue().apply(e))
        .findFirst();
  }

  /**
   * The line, from 1, at which RDF or a table could not be read on. Of some readers only the
   * message tells.
   */
  static Optional<Long> line(RuntimeException e) {
    if (e instanceof TableException table) {
      return Optional.of(table.line());
    }
    if (e instanceof RiotParseException parse && parse.getLine() > 0) {
      return Optional.of(parse.getLine());
    }
    Matcher line = LINE.matcher(String.valueOf(e.getMessage()));
    return e instanceof RiotException && line.lookingAt()
        ? Optional.of(Long.valueOf(line.group(1)))
        : Optional.empty();
  }

  /** A text that is not in its syntax, with a message that says where. */
  static Problem syntax(Exception e) {
    return Problem.quoting(
        ProblemKind.SYNTAX_ERROR, String.valueOf(e.getMessage()).strip(), "syntax");
  }

  private static Problem unreadable(RiotException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof RemoteAccessException remote) {
        return remote(remote);
      }
    }
    Problem syntax = syntax(e);
    if (e instanceof RiotParseException parse && parse.getLine() > 0) {
      return Problem.of(
          ProblemKind.SYNTAX_ERROR,
          "syntax.line",
          parse.getLine(),
          parse.getCol(),
          parse.getOriginalMessage());
    }
    return syntax;
  }

  private static Problem remote(RemoteAccessException e) {
    return Problem.of(ProblemKind.REMOTE_ACCESS, "remote", e);
  }

  private static Problem unusable(UnusableRequestException e) {
    ProblemKind kind = ProblemKind.UNUSABLE_REQUEST;
    String key = "request.unusable";
    return e.fault()
        .map(fault -> Problem.of(kind, key, fault.name(), e.arguments()))
        .orElseGet(() -> Problem.quoting(kind, e.getMessage(), key));
  }

  private static Problem table(TableException e) {
    return Problem.of(
        ProblemKind.BAD_TABLE,
        "table.bad",
        e.fault().name(),
        Stream.concat(Stream.of(e.file(), e.line()), e.arguments().stream()).toList());
  }

  private static Problem template(TemplateException e) {
    String known = String.join(", ", e.known());
    String unknown = String.join(", ", e.unknown());
    String missing = String.join(", ", e.missing());
    ProblemKind kind = ProblemKind.BAD_TABLE;
    if (missing.isEmpty()) {
      return Problem.of(kind, "table.columns.unknown", e.className(), known, unknown);
    }
    return unknown.isEmpty()
        ? Problem.of(kind, "table.columns.missing", e.className(), known, missing)
        : Problem.of(kind, "table.columns.both", e.className(), known, unknown, missing);
  }
}
