package org.bluethread.facade.problem;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.function.Function;

/**
 * A problem details object.
 *
 * @param type an IRI for the kind of problem
 * @param title the kind in a few words
 * @param status the HTTP status
 * @param detail what is wrong this time
 * @param remedy how to mend it
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "remedy"})
public record Problem(String type, String title, int status, String detail, String remedy) {
  /** The media type of problem documents. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** A problem with the usual status of its kind. */
  public static Problem of(ProblemKind kind, String detail, String remedy) {
    return of(kind, kind.status(), detail, remedy);
  }

  /** A problem in the words of an exception, with a way out that is the same for all of a kind. */
  public static Function<RuntimeException, Problem> as(ProblemKind kind, String remedy) {
    return e -> of(kind, e.getMessage(), remedy);
  }

  /** A problem with another status than the usual one of its kind. */
  public static Problem of(ProblemKind kind, int status, String detail, String remedy) {
    return new Problem(kind.iri(), kind.title(), status, detail, remedy);
  }
}
