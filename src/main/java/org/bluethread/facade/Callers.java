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
  private static final String SCHEME = "bearer ";

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
      throw unauthorised("The request has no token.");
    }
    return tokens
        .author(header.substring(SCHEME.length()).strip())
        .orElseThrow(() -> unauthorised("The token is not known here."));
  }

  private static ProblemException unauthorised(String detail) {
    return new ProblemException(
        Problem.of(
            ProblemKind.UNAUTHORISED,
            detail,
            "Send the header Authorization: Bearer TOKEN. The first start wrote a token to the"
                + " file \"token\" in the data directory."));
  }
}
