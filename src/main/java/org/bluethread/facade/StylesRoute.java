package org.bluethread.facade;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.bluethread.facade.pages.Assets;
import org.bluethread.facade.pages.Assets.Asset;

/**
 * {@code /style.css}, the scripts and the signs: kept for ever under the address with their
 * version.
 */
final class StylesRoute {
  void register(RoutesConfig routes) {
    Assets.all()
        .values()
        .forEach(asset -> Reading.route(routes, "/" + asset.name(), ctx -> answer(ctx, asset)));
  }

  private static void answer(Context ctx, Asset asset) {
    String tag = "\"" + asset.version() + "\"";
    boolean exact = asset.version().equals(ctx.queryParam("v"));
    ctx.header("ETag", tag);
    ctx.header("Cache-Control", exact ? "public, max-age=31536000, immutable" : "no-cache");
    if (tag.equals(ctx.header("If-None-Match"))) {
      ctx.status(304);
      return;
    }
    ctx.result(asset.content());
    ctx.contentType(asset.type());
  }
}
