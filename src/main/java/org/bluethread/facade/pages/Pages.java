package org.bluethread.facade.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.Map;

/**
 * Renders pages from the templates in {@code src/main/jte}, which are compiled with the program.
 * Safe for threads.
 */
public final class Pages {
  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

  /**
   * Answers with a page in the language of the request.
   *
   * @param template the name of a template, which takes the parameters {@code ui} and {@code page}
   * @param page what it shows
   */
  public void render(Context ctx, String template, String language, Object page) {
    StringOutput html = new StringOutput();
    Ui ui = new Ui(language, ctx.path(), ctx.queryParamMap());
    engine.render(template, Map.of("ui", ui, "page", page), html);
    ctx.html(html.toString());
  }
}
