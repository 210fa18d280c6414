package org.bluethread.facade.problem;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.bluethread.vocabulary.Addresses;

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

  /**
   * A problem of a kind of ours.
   *
   * @param kind the last part of the type's IRI, for example {@code syntax-error}
   */
  public static Problem of(String kind, String title, int status, String detail, String remedy) {
    return new Problem(Addresses.BASE + "problem/" + kind, title, status, detail, remedy);
  }
}
