package org.bluethread.facade;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;

/**
 * Content negotiation: which of the media types a route can give the client wants most.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1">RFC 9110, 12.5.1</a>
 */
final class MediaTypes {
  static final String HTML = "text/html";
  static final String JSON = "application/json";
  static final String XML = "application/xml";
  static final String CSV = "text/csv";
  static final String SPARQL_QUERY = "application/sparql-query";
  static final String TEXT = "text/plain";
  static final String TURTLE = "text/turtle";
  static final String TRIG = "application/trig";
  static final String N_TRIPLES = "application/n-triples";
  static final String N_QUADS = "application/n-quads";
  static final String JSON_LD = "application/ld+json";
  static final String RDF_XML = "application/rdf+xml";

  private MediaTypes() {}

  /**
   * The offer the client wants most; the first one when it has no wish.
   *
   * @param offers in the order this server prefers them
   * @throws ProblemException 406 with the list, if the client wants none of them
   */
  static String negotiate(Context ctx, List<String> offers) {
    return acceptable(ctx, offers)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(
                        ProblemKind.NOT_ACCEPTABLE, "accept.none", String.join(", ", offers))));
  }

  /** Like {@link #negotiate}, but empty if the client wants none of the offers. */
  static Optional<String> acceptable(Context ctx, List<String> offers) {
    String accept = ctx.header("Accept");
    if (accept == null || accept.isBlank()) {
      return Optional.of(offers.get(0));
    }
    return new Accept(accept).best(offers);
  }
}
