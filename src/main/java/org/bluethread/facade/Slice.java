package org.bluethread.facade;

import io.javalin.http.Context;
import java.util.Optional;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;

/**
 * The part of an answer that an address asks for by {@code limit} and {@code offset}.
 *
 * @param offset how many rows are left out at the beginning
 * @param limit how many rows are given at the most
 */
record Slice(int offset, int limit) {
  private static final int MOST_ROWS = 1_000_000;

  /** The part asked for; {@code usual} rows at the most when the address does not say. */
  static Slice of(Context ctx, int usual) {
    return new Slice(
        Parameters.integer(ctx, "offset", 0, MOST_ROWS, 0),
        Parameters.integer(ctx, "limit", 1, MOST_ROWS, usual));
  }

  /** The part asked for; all rows, up to a million, when the address does not say. */
  static Slice of(Context ctx) {
    return of(ctx, MOST_ROWS);
  }

  /** The rows of this part, found while they are read. */
  RowSet of(RowSet rows) {
    return RowSetStream.create(
        rows.getResultVars(), Iter.limit(Iter.skip(Iter.iter(rows), offset), limit));
  }

  /** The address of the part after this one, which is also told in the header Link. */
  Optional<String> next(Context ctx, boolean more) {
    if (!more) {
      return Optional.empty();
    }
    String address = SelfLinks.with(ctx, "offset", Integer.toString(offset + limit));
    ctx.header("Link", "<" + address + ">; rel=\"next\"");
    return Optional.of(address);
  }
}
