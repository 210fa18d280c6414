package org.bluethread.facade.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.bluethread.vocabulary.Addresses;

/**
 * The kinds of problems that this server tells. Their names end the IRIs of types, which clients
 * look at, and so stay as they are.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457#section-3.1.1">RFC 9457, 3.1.1</a>
 */
@SuppressWarnings("ImmutableEnumChecker")
public enum ProblemKind {
  AMBIGUOUS_NAME(300, "Several things are called so", "A name in /trace means several things."),
  BAD_ENCODING(
      400, "This cannot be read here", "The parameters of the address, or a text, are not UTF-8."),
  BAD_FORM(
      400,
      "The form cannot be read",
      "A form is not percent-encoded, its parts cannot be read or are none, or that of /submit has"
          + " both text and file, or neither."),
  BAD_PARAMETER(
      400,
      "A parameter cannot be used",
      "A parameter is missing, unknown, malformed, or means nothing or several things."),
  BAD_QUERY(
      400,
      "The query cannot be read",
      "There is not exactly one query at /sparql, or it is empty."),
  BAD_REQUEST(
      400,
      "The request is not complete",
      "A form has no field update, or several; a table comes without class, or with one the"
          + " ontology has not."),
  BAD_TABLE(
      400,
      "The table cannot be read",
      "A table cannot be read, or has other columns than its class."),
  BROKEN_BODY(400, "The body broke off", "The body ended too early."),
  NOT_AN_IRI(
      400,
      "Not an IRI",
      "A graph is named by something else than an absolute IRI, or by Jena's name of the union."),
  SYNTAX_ERROR(400, "The request cannot be read", "RDF or an update cannot be read."),
  UNUSABLE_REQUEST(
      400,
      "The request cannot be carried out",
      "The request is well formed and cannot be carried out: an update copies a graph that is not"
          + " there, names graphs twice over, writes to the union, or is nested too deeply."),
  TOO_MANY_ROWS(
      400,
      "The answer is too long",
      "An answer at /sparql has more than 10,000,000 rows or statements."),
  UNKNOWN_FORMAT(400, "No such format here", "Format names none of the formats there are."),
  UNKNOWN_LANGUAGE(400, "No such language here", "Lang is not one of the six."),
  WHICH_GRAPH(
      400,
      "Which graph?",
      "The address names no graph, or several; a form is to replace a graph and names none."),
  UNAUTHORISED(401, "Writing needs a token", "No token, or one that is not known here."),
  RELEASE_GRAPH(403, "The graph belongs to the release", "The graph belongs to the release."),
  REMOTE_ACCESS(
      403,
      "Not fetched from other hosts",
      "Something would have to be fetched from another host: a JSON-LD context that is not bundled,"
          + " an endpoint that is no declared member, or a member at an address its declaration"
          + " does not allow."),
  READ_ONLY(
      403,
      "Not written here",
      "The graph is in a store elsewhere, which this server reads and does not write."),
  NO_COMMITS(
      404,
      "No commits here",
      "The graph is in a store elsewhere, whose changes this server has no log of."),
  NO_SUCH_COMMIT(404, "No such commit", "There is no commit of that number."),
  NO_SUCH_DUMP(404, "No such file", "A release has no file of that name here."),
  NO_SUCH_GRAPH(404, "No such graph", "The graph is not here."),
  NOT_FOUND(404, "Nothing here", "There is no such address."),
  UNKNOWN_QUERY(404, "No such query", "There is no named query of that name."),
  UNKNOWN_CLASS(404, "No such class", "The ontology has no such class."),
  UNKNOWN_THING(
      404,
      "Not known here",
      "No statement speaks of the thing; nothing is called by the name in /trace."),
  UNKNOWN_VERSION(404, "No such version", "The ontology has no such version."),
  GONE(
      410,
      "Removed",
      "A thing or graph was here and was removed; detail names the commit and its time."),
  FORMER_VERSION(
      410, "A former version", "A former version of the ontology, of which no file is kept."),
  FORMER_FEED(
      410, "A former stream", "The change feed was begun anew, under another address than this."),
  METHOD_NOT_ALLOWED(405, "Not with this method", "The address is there, the method is not."),
  NOT_ACCEPTABLE(
      406,
      "No such format here",
      "None of the formats you accept can be given, or RDF/XML cannot name a property."),
  EMPTY_BACKUP(
      400,
      "The backup is empty",
      "/admin/restore was sent no backup, which would remove the whole graph."),
  ANSWER_TOO_LARGE(
      406,
      "The answer is too large",
      "An answer that has to be built first has more than 100,000 triples."),
  TOO_LARGE(
      413,
      "Too large",
      "A body has more than 256 MiB, a query or a text at /submit more than 4 MiB, or a trial"
          + " changes more than 1,000,000 statements."),
  NO_SUCH_RANGE(416, "No such part of the file", "Range asks for bytes behind the end of a file."),
  UNSUPPORTED_ENCODING(415, "This cannot be read here", "The body is compressed."),
  UNSUPPORTED_MEDIA_TYPE(
      415, "This cannot be read here", "The body's Content-Type is missing or not read here."),
  BROKEN_SHAPES(
      422, "The shapes cannot be read", "The write would leave shapes that are not SHACL."),
  BUSY(
      503,
      "Too many queries at once",
      "Too many queries are at work, and none ended within a second."),
  NOT_READY(
      503,
      "The links are being read",
      "The index of links is being read after a start, or after what links are has changed."),
  NOT_REFRESHED(
      503,
      "The store has not been read yet",
      "The graph is in a store elsewhere, which has not been read since this server started."),
  STORE_AWAY(
      502,
      "The store does not answer",
      "The graph is in a store elsewhere, which cannot be reached, or broke off."),
  STORE_BAD(
      502,
      "The store's answer cannot be used",
      "The graph is in a store elsewhere, which answered with an error, or with what cannot be"
          + " read."),
  STORE_LATE(
      504,
      "The store does not answer in time",
      "The graph is in a store elsewhere, which did not answer in time."),
  TIMEOUT(503, "This took too long", "The query or trace took too long."),
  BAD_HTTP(
      400,
      "The request is not HTTP as it is read here",
      "The HTTP server refused the request before any route saw it: an address too long or"
          + " ambiguously encoded."),
  REFUSED(
      400,
      "The request was refused",
      "A route refused the request for a reason without a name of its own."),
  MEMBER_FAILED(
      502,
      "A member of the federation failed",
      "A member was not there, was too slow, broke off, or did not answer as SPARQL has it; detail"
          + " names it."),
  INTERNAL(500, "This server failed", "An error in this server.");

  /** The beginning of the IRIs of all kinds. */
  public static final String BASE = Addresses.BASE + "problem/";

  private final int status;
  private final String title;
  private final String meaning;

  ProblemKind(int status, String title, String meaning) {
    this.status = status;
    this.title = title;
    this.meaning = meaning;
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
  public String title() {
    return title;
  }

  /** What happened, in a sentence. */
  public String meaning() {
    return meaning;
  }
}
