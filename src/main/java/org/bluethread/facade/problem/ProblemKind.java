package org.bluethread.facade.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.bluethread.facade.words.Phrase;
import org.bluethread.vocabulary.Addresses;

/**
 * The kinds of problems that this server tells. Their names end the IRIs of types, which clients
 * look at, and so stay as they are.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457#section-3.1.1">RFC 9457, 3.1.1</a>
 */
public enum ProblemKind {
  AMBIGUOUS_NAME(300),
  BAD_ENCODING(400),
  BAD_FORM(400),
  BAD_PARAMETER(400),
  BAD_QUERY(400),
  BAD_REQUEST(400),
  BAD_TABLE(400),
  BROKEN_BODY(400),
  NOT_AN_IRI(400),
  SYNTAX_ERROR(400),
  UNUSABLE_REQUEST(400),
  TOO_MANY_ROWS(400),
  UNKNOWN_FORMAT(400),
  UNKNOWN_LANGUAGE(400),
  WHICH_GRAPH(400),
  UNAUTHORISED(401),
  RELEASE_GRAPH(403),
  REMOTE_ACCESS(403),
  READ_ONLY(403),
  NO_COMMITS(404),
  NO_SUCH_COMMIT(404),
  NO_SUCH_DUMP(404),
  NO_SUCH_GRAPH(404),
  NOT_FOUND(404),
  UNKNOWN_QUERY(404),
  UNKNOWN_CLASS(404),
  UNKNOWN_THING(404),
  UNKNOWN_VERSION(404),
  GONE(410),
  FORMER_VERSION(410),
  FORMER_FEED(410),
  METHOD_NOT_ALLOWED(405),
  NOT_ACCEPTABLE(406),
  EMPTY_BACKUP(400),
  ANSWER_TOO_LARGE(406),
  TOO_LARGE(413),
  NO_SUCH_RANGE(416),
  UNSUPPORTED_ENCODING(415),
  UNSUPPORTED_MEDIA_TYPE(415),
  BROKEN_SHAPES(422),
  BUSY(503),
  NOT_READY(503),
  NOT_REFRESHED(503),
  STORE_AWAY(502),
  STORE_BAD(502),
  STORE_LATE(504),
  TIMEOUT(503),
  BAD_HTTP(400),
  REFUSED(400),
  MEMBER_FAILED(502),
  INTERNAL(500);

  /** The beginning of the IRIs of all kinds. */
  public static final String BASE = Addresses.BASE + "problem/";

  private static final String PREFIX = "problem.kind.";

  private final int status;

  ProblemKind(int status) {
    this.status = status;
  }

  /** The kind of a name such as {@code syntax-error}; empty if there is none. */
  public static Optional<ProblemKind> named(String name) {
    return Arrays.stream(values()).filter(kind -> kind.shortName().equals(name)).findFirst();
  }

  /** What ends its IRI, for example {@code syntax-error}. */
  public String shortName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Its IRI. */
  public String iri() {
    return BASE + shortName();
  }

  /** The HTTP status it usually comes with. */
  public int status() {
    return status;
  }

  /** The kind in a few words. */
  public Phrase title() {
    return Phrase.of(PREFIX + shortName());
  }

  /** What happened, in a sentence. */
  public Phrase meaning() {
    return Phrase.of(PREFIX + shortName() + ".meaning");
  }
}
