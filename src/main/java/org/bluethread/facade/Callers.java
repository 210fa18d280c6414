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
      throw unauthorised("token.none");
    }
    return author(header.substring(SCHEME.length()).strip(), "token.unknown");
  }

  /**
   * Who sent a form with a token in it.
   *
   * @throws ProblemException 401 if it is no token that allows writing
   */
  Author author(String token) {
    if (token.isEmpty()) {
      throw unauthorised("token.none.form");
    }
    return author(token, "token.unknown.form");
  }

  private Author author(String token, String unknown) {
    return tokens.author(token).orElseThrow(() -> unauthorised(unknown));
  }

  private static ProblemException unauthorised(String key) {
    return new ProblemException(Problem.of(ProblemKind.UNAUTHORISED, key));
  }
}
