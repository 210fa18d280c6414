package org.bluethread.facade;

import io.javalin.http.Context;
import org.bluethread.facade.access.Tokens;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;
import org.bluethread.graph.Author;

/**
 * Who calls a writing door.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750">RFC 6750, bearer tokens</a>
 */
final class Callers {
  /** The header {@code WWW-Authenticate} of answers to who has no token. */
  static final String CHALLENGE = "Bearer realm=\"bluethread\"";

  private static final String SCHEME = "bearer ";
  private static final String BY_HEADER = "Send the header Authorization: Bearer TOKEN.";
  private static final String BY_FORM = "Write your token into its field and send the form again.";

  private final Tokens tokens;

  Callers(Tokens tokens) {
    this.tokens = tokens;
  }

  /**
   * Who calls.
   *
   * @throws ProblemException 401 if the request has no token that allows writing
   */
  Author author(Context ctx) {
    String header = ctx.header("Authorization");
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw unauthorised("The request has no token.", BY_HEADER);
    }
    return author(header.substring(SCHEME.length()).strip(), BY_HEADER);
  }

  /**
   * Who sent a form with a token in it.
   *
   * @throws ProblemException 401 if it is no token that allows writing
   */
  Author author(String token) {
    if (token.isEmpty()) {
      throw unauthorised("The form has no token.", BY_FORM);
    }
    return author(token, BY_FORM);
  }

  private Author author(String token, String way) {
    return tokens
        .author(token)
        .orElseThrow(() -> unauthorised("The token is not known here.", way));
  }

  private static ProblemException unauthorised(String detail, String way) {
    return new ProblemException(
        Problem.of(
            ProblemKind.UNAUTHORISED,
            detail,
            way + " The first start wrote a token to the file \"token\" in the data directory."));
  }
}
