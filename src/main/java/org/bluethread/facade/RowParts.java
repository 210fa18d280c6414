package org.bluethread.facade;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;
import org.bluethread.query.Part;

/**
 * The part of a named query's rows that an address asks for by {@code limit}, {@code after} and
 * {@code offset}, and the links to other parts.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8288">RFC 8288</a>
 */
final class RowParts {
  static final int MOST_ROWS = 1_000_000;
  static final List<String> PARAMETERS = List.of("limit", "after", "offset");

  private RowParts() {}

  /**
   * The part asked for.
   *
   * @param usual how many rows when the address does not say; all if empty
   * @throws ProblemException 400 if a number is none, a parameter is there twice, or the answer is
   *     none of rows and so has no parts
   */
  static Part wanted(Context ctx, Query query, Optional<Integer> usual) {
    for (String name : PARAMETERS) {
      int times = ctx.queryParams(name).size();
      if (times > 0 && !query.isSelectType()) {
        throw bad("rows.none", name);
      }
      if (times > 1) {
        throw bad("parameter.repeated", name, times);
      }
    }
    Optional<Integer> limit =
        ctx.queryParam("limit") == null
            ? usual
            : Optional.of(Parameters.integer(ctx, "limit", 1, MOST_ROWS, 1));
    return new Part(
        Optional.ofNullable(ctx.queryParam("after")),
        Parameters.integer(ctx, "offset", 0, MOST_ROWS, 0),
        limit);
  }

  private static ProblemException bad(String key, Object... arguments) {
    return new ProblemException(Problem.of(ProblemKind.BAD_PARAMETER, key, arguments));
  }

  /**
   * Tells the header Link of the first part and of the one after this.
   *
   * @param next the place where that one begins; empty if there is none
   * @return its address
   */
  static Optional<String> link(Context ctx, Optional<String> next) {
    String first = SelfLinks.after(ctx, Optional.empty());
    Optional<String> address = next.map(place -> SelfLinks.after(ctx, Optional.of(place)));
    ctx.header(
        "Link",
        Stream.concat(
                Stream.of("<" + first + ">; rel=\"first\""),
                address.stream().map(one -> "<" + one + ">; rel=\"next\""))
            .reduce((one, other) -> one + ", " + other)
            .orElseThrow());
    return address;
  }
}
