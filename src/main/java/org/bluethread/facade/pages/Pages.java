package org.bluethread.facade.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Renders pages from the templates in {@code src/main/jte}, which are compiled with the program.
 * Safe for threads.
 */
public final class Pages {
  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, null, Pages.class.getPackage().getName());

  private final Supplier<Optional<String>> elsewhere;

  /**
   * Makes the engine.
   *
   * @param elsewhere when a store elsewhere was last read; empty if the store is this program's own
   */
  public Pages(Supplier<Optional<String>> elsewhere) {
    this.elsewhere = elsewhere;
  }

  /**
   * Answers with a page in the language of the request.
   *
   * @param template the name of a template, which takes the parameters {@code ui} and {@code page}
   * @param page what it shows
   */
  public void render(Context ctx, String template, String language, Object page) {
    boolean repeatable =
        ctx.method().equals(HandlerType.GET) || ctx.method().equals(HandlerType.HEAD);
    byte[] html =
        render(
            template,
            new Ui(language, ctx.path(), ctx.queryParamMap(), repeatable, elsewhere.get()),
            page);
    ctx.result(html);
    ctx.contentType("text/html; charset=utf-8");
  }

  /** A page in UTF-8. */
  byte[] render(String template, Ui ui, Object page) {
    Utf8ByteOutput html = new Utf8ByteOutput();
    engine.render(template, Map.of("ui", ui, "page", page), html);
    return html.toByteArray();
  }
}
