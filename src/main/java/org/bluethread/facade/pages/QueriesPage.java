package org.bluethread.facade.pages;

import java.util.List;
import org.bluethread.facade.answers.QueryAnswer;

/**
 * The shelf of named queries.
 *
 * @param items the queries by name
 */
public record QueriesPage(List<Item> items) {
  /** Copies the list. */
  public QueriesPage {
    items = List.copyOf(items);
  }

  /** The page that shows what the list in JSON gives. */
  public static QueriesPage of(List<QueryAnswer> answers) {
    return new QueriesPage(
        answers.stream()
            .map(answer -> new Item(answer.name(), answer.title(), answer.description()))
            .toList());
  }

  /**
   * A query on the shelf.
   *
   * @param name its name in addresses
   * @param title its title in the language of the page
   * @param description what it answers
   */
  public record Item(String name, String title, String description) {}
}
