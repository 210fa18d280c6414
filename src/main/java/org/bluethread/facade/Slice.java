package org.bluethread.facade;

import io.javalin.http.Context;
import java.util.Optional;

/**
 * The part of a search's hits that an address asks for by {@code limit} and {@code offset}.
 *
 * @param offset how many hits are left out at the beginning
 * @param limit how many hits are given at the most
 */
record Slice(int offset, int limit) {
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
