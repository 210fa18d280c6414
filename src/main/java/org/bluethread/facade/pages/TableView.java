package org.bluethread.facade.pages;

import java.util.List;

/** What is shown as a page, as JSON and as a table. Belongs to a transaction and its thread. */
public interface TableView {
  /** The page, which is the JSON too. */
  Object page();

  /** The rows of the table, of which the first names the columns; none at all in an empty graph. */
  List<List<String>> table();

  /** What is shown where there is nothing: a page that says so, and no row. */
  static TableView empty(Object page) {
    return new TableView() {
      @Override
      public Object page() {
        return page;
      }

      @Override
      public List<List<String>> table() {
        return List.of();
      }
    };
  }
}
