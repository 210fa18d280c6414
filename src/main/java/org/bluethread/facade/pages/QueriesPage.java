package org.bluethread.facade.pages;

import java.util.List;

/**
 * The shelf of named queries.
 *
 * <p><<<<<<< HEAD
 *
 * @param items the queries by name =======
 * @param items the queries, in the order they are shown >>>>>>> main
 */
public record QueriesPage(List<Item> items) {
  /** Copies the list. */
  public QueriesPage {
    items = List.copyOf(items);
  }

  /**
   * <<<<<<< HEAD A query on the shelf.
   *
   * @param name its name in addresses
   * @param title its title in the language of the page ======= A named query.
   * @param name its name in the address
   * @param title its title, in the language of the page >>>>>>> main
   * @param description what it answers
   */
  public record Item(String name, String title, String description) {}
}
