package org.bluethread.facade;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pages that are JSON and a table too, under the same address. */
final class TablePage {
  /** What such a page can be had as. */
  static final Formats<String> FORMATS = formats();

  private TablePage() {}

  private static Formats<String> formats() {
    Map<String, String> named = new LinkedHashMap<>();
    named.put("html", MediaTypes.HTML);
    named.put("json", MediaTypes.JSON);
    named.put("csv", MediaTypes.CSV);
    return new Formats<>(named, type -> type);
  }

  /**
   * Sends a table for people who open it in a spreadsheet.
   *
   * @param table its rows, of which the first names the columns
   */
  static void send(Context ctx, List<List<String>> table) {
    ctx.result(Spreadsheet.of(table));
    ctx.contentType(Spreadsheet.MEDIA_TYPE);
  }
}
