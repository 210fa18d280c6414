package org.bluethread.facade;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bluethread.graph.Sha256;

/**
 * Says which commit an answer was given from, and spares sending what the client has: entity tags
 * are made of store, commit, build and representation.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13">RFC 9110, 13</a>
 */
final class Freshness {
  /** What is sent with answers that never change. */
  static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final String storeId;
  private final String build;

  /**
   * @param storeId the identity of the store
   * @param build the version of the program, which decides how answers look
   */
  Freshness(String storeId, String build) {
    this.storeId = storeId;
    this.build = build;
  }

  /** Whether the client has some answer already, and asks if it is still good. */
  static boolean isAskedFor(Context ctx) {
    return ctx.header("If-None-Match") != null;
  }

  /**
   * Sets the headers of an answer that is chosen by format and language.
   *
   * @param commit the commit the answer is given from
   * @param representation everything besides the address that decides how it looks: media type,
   *     language
   * @return whether the client has this answer already: the status is then 304, and no body is due
   */
  boolean isKnown(Context ctx, long commit, String... representation) {
    return isKnown(ctx, Vary.FORMAT_AND_LANGUAGE, commit, representation);
  }

  /**
   * Like {@link #isKnown(Context, long, String...)}.
   *
   * @param vary the headers of requests that choose the answer
   */
  boolean isKnown(Context ctx, String vary, long commit, String... representation) {
    return isKnown(ctx, "no-cache", tag(ctx, commit, representation), vary, commit);
  }

  /**
   * Like {@link #isKnown(Context, String, long, String...)}, for what never changes at its address:
   * whoever has it need not ask again.
   */
  boolean isKnownForEver(Context ctx, String vary, long commit, String... representation) {
    return isKnown(ctx, FOR_EVER, tag(ctx, commit, representation), vary, commit);
  }

  private boolean isKnown(Context ctx, String caching, String tag, String vary, long commit) {
    passing(ctx, vary, commit);
    ctx.header("Cache-Control", caching);
    ctx.header("ETag", tag);
    String known = ctx.header("If-None-Match");
    boolean same =
        known != null
            && Arrays.stream(known.split(",", -1))
                .map(String::strip)
                .anyMatch(one -> one.equals("*") || one.replaceFirst("^W/", "").equals(tag));
    if (same) {
      ctx.status(304);
    }
    return same;
  }

  /** Sets the headers of an answer that nobody gets again: it may be another one the next time. */
  void passing(Context ctx, String vary, long commit) {
    ctx.header(Facade.COMMIT_HEADER, Long.toString(commit));
    ctx.header("Cache-Control", "no-store");
    ctx.header("Vary", vary);
  }

  private String tag(Context ctx, long commit, String... representation) {
    String variant =
        ctx.fullUrl() + "\n" + String.join("\n", representation) + "\n" + storeId + "\n" + build;
    String hash = Sha256.hex(variant.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    return "\"" + commit + "-" + hash + "\"";
  }
}
