package org.bluethread.facade;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.bluethread.endpoint.BundledContexts;
import org.bluethread.facade.answers.LinkedData;
import org.bluethread.graph.Sha256;

/**
 * {@code /context.jsonld}: what the keys of the answers mean. It changes with the program alone,
 * and then only by additions.
 *
 * @see <a href="https://www.w3.org/TR/json-ld11/#application-ld-json">JSON-LD 1.1, Appendix C</a>
 */
final class ContextRoute {
  private static final int FRESH_SECONDS = 24 * 60 * 60;

  private final byte[] context = BundledContexts.own();
  private final String tag = "\"" + Sha256.hex(context) + "\"";

  void register(RoutesConfig routes) {
    Reading.route(routes, "/" + LinkedData.LINK, this::answer);
  }

  /** Sent to everybody alike: JSON-LD processors ask for it with headers of many kinds. */
  private void answer(Context ctx) {
    ctx.header("ETag", tag);
    ctx.header("Cache-Control", "public, max-age=" + FRESH_SECONDS);
    if (tag.equals(ctx.header("If-None-Match"))) {
      ctx.status(304);
      return;
    }
    ctx.result(context);
    ctx.contentType(MediaTypes.JSON_LD);
  }
}
