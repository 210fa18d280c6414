package org.bluethread.facade.problem;

import java.util.List;
import java.util.Locale;
import org.bluethread.execution.FaultyRequestException;
import org.bluethread.facade.words.Phrase;

/**
 * What went wrong with a request, before it is known in which language it is told. Immutable.
 *
 * @param kind the kind of problem
 * @param status the HTTP status
 * @param detail what is wrong this time
 * @param remedy how to mend it
 */
public record Problem(ProblemKind kind, int status, Phrase detail, Phrase remedy) {
  /** The media type of problem documents. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final String PREFIX = "problem.";
  private static final String REMEDY = ".remedy";

  /**
   * A problem with the usual status of its kind.
   *
   * @param key its words: {@code problem.KEY} for the detail, {@code problem.KEY.remedy}
   * @param arguments what stands for {0}, {1} … in both
   */
  public static Problem of(ProblemKind kind, String key, Object... arguments) {
    return telling(kind, Phrase.of(PREFIX + key, arguments), key, arguments);
  }

  /** The like for an exception that names its fault. */
  public static Problem of(ProblemKind kind, String key, FaultyRequestException e) {
    return of(kind, key, e.fault().name(), e.arguments());
  }

  /**
   * A problem whose detail is worded elsewhere.
   *
   * @param key the words of the remedy: {@code problem.KEY.remedy}
   * @param arguments what stands for {0}, {1} … in the remedy
   */
  public static Problem telling(ProblemKind kind, Phrase detail, String key, Object... arguments) {
    return new Problem(kind, kind.status(), detail, Phrase.of(PREFIX + key + REMEDY, arguments));
  }

  /**
   * A problem in the English words of whoever found it, such as a parser.
   *
   * @param key the words of the remedy: {@code problem.KEY.remedy}
   */
  public static Problem quoting(ProblemKind kind, String detail, String key) {
    return telling(kind, Phrase.quoted(detail), key);
  }

  /**
   * A problem that may be one of several, all with the same way out.
   *
   * @param key the words of the remedy: {@code problem.KEY.remedy}
   * @param fault which, in capitals and underscores; {@code problem.KEY.FAULT}, in small letters
   *     and hyphens, are the words of the detail
   * @param arguments what stands for {0}, {1} … in the detail
   */
  public static Problem of(ProblemKind kind, String key, String fault, List<?> arguments) {
    return telling(
        kind,
        Phrase.of(
            PREFIX + key + "." + fault.toLowerCase(Locale.ROOT).replace('_', '-'),
            arguments.toArray()),
        key);
  }

  /** The same with another status than the usual one of its kind. */
  public Problem with(int other) {
    return new Problem(kind, other, detail, remedy);
  }

  /**
   * The problem as it is told.
   *
   * @param language one of the six languages of the United Nations
   */
  public ProblemDocument in(String language) {
    return new ProblemDocument(
        kind.iri(), kind.title().in(language), status, detail.in(language), remedy.in(language));
  }
}
