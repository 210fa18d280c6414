package org.bluethread.facade.pages;

import java.util.List;

/**
 * The shelf of named queries.
 *
 * @param items the queries, in the order they are shown
 */
public record QueriesPage(List<Item> items) {
  /** Copies the list. */
  public QueriesPage {
    items = List.copyOf(items);
  }

  /**
   * A named query.
   *
   * @param name its name in the address
   * @param title its title, in the language of the page
   * @param description what it answers
   */
  public record Item(String name, String title, String description) {}
}
