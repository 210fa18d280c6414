package org.bluethread.facade;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.bluethread.facade.pages.Pages;
import org.bluethread.facade.pages.TableView;
import org.bluethread.graph.Snapshot;

/** A page that is JSON and a table too, under the same address. */
final class TablePage {
  /** What such a page can be had as. */
  static final Formats<String> FORMATS = formats();

  private final String template;
  private final Pages pages;
  private final Freshness freshness;

  /**
   * @param template shows the page
   */
  TablePage(String template, Pages pages, Freshness freshness) {
    this.template = template;
    this.pages = pages;
    this.freshness = freshness;
  }

  private static Formats<String> formats() {
    Map<String, String> named = new LinkedHashMap<>();
    named.put("html", MediaTypes.HTML);
    named.put("json", MediaTypes.JSON);
    named.put("csv", MediaTypes.CSV);
    return new Formats<>(named, type -> type);
  }

  /**
   * Answers, unless the client knows the answer.
   *
   * @param type one of {@link #FORMATS}
   * @param view makes what is shown
   */
  void answer(
      Context ctx, Snapshot snapshot, String type, String language, Supplier<TableView> view) {
    if (freshness.isKnown(ctx, snapshot.commit(), type, language)) {
      return;
    }
    switch (type) {
      case MediaTypes.HTML -> pages.render(ctx, template, language, view.get().page());
      case MediaTypes.CSV -> {
        ctx.result(Spreadsheet.of(view.get().table()));
        ctx.contentType(Spreadsheet.MEDIA_TYPE);
      }
      default -> ctx.jsonStream(view.get().page());
    }
  }
}
