package org.bluethread.facade.pages;

import java.util.List;
import java.util.Optional;

/**
 * A named query: the form for its parameters and, once they are given, its result.
 *
 * @param name its name in the address
 * @param title its title, in the language of the page
 * @param description what it answers
 * @param fields its parameters
 * @param table the result; empty as long as a parameter is missing
 * @param sparql the query itself
 * @param formats the same result in other formats
 * @param next the address of the next page of the result
 */
public record QueryPage(
    String name,
    String title,
    String description,
    List<Field> fields,
    Optional<Table> table,
    String sparql,
    List<Link> formats,
    Optional<String> next) {
  /** Copies the lists. */
  public QueryPage {
    fields = List.copyOf(fields);
    formats = List.copyOf(formats);
  }

  /**
   * A parameter.
   *
   * @param name its name in the address
   * @param description what it means
   * @param kind what it takes; {@code integer} asks phones for their digits
   * @param required whether the query needs it
   * @param value what it is in this request; may be empty
   * @param example a value it could have; may be empty
   */
  public record Field(
      String name,
      String description,
      String kind,
      boolean required,
      String value,
      String example) {}

  /**
   * A result.
   *
   * @param columns the names of the variables
   * @param rows as many terms each as there are columns; an unbound one has an empty text
   */
  public record Table(List<String> columns, List<List<ThingPage.Term>> rows) {
    /** Copies the lists. */
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }
}
