package org.bluethread.facade.pages;

import java.util.List;
import java.util.Optional;
import org.bluethread.facade.problem.Problem;

/**
 * A named query: its form, and its answer once it has been asked.
 *
 * @param name its name in addresses
 * @param title its title in the language of the page
 * @param description what it answers
 * @param fields its parameters
 * @param refusal what is wrong with what was filled in, if anything
 * @param table the answer; empty as long as required parameters are missing
 * @param chart the same as a picture, where it makes one
 * @param sparql the SPARQL behind it
 * @param formats the same answer in other formats
 * @param lines how programs get it
 * @param next the address of the rows after these
 */
public record QueryPage(
    String name,
    String title,
    String description,
    List<Field> fields,
    Optional<Refusal> refusal,
    Optional<Table> table,
    Optional<ResultChart> chart,
    String sparql,
    List<Link> formats,
    List<Code> lines,
    Optional<String> next) {
  /** Copies the lists. */
  public QueryPage {
    fields = List.copyOf(fields);
    formats = List.copyOf(formats);
    lines = List.copyOf(lines);
  }

  /** Whether what was filled in cannot be used because of this field. */
  public boolean isAtFault(Field field) {
    return refusal.filter(one -> one.parameter().equals(field.name())).isPresent();
  }

  /** Whether there are more rows than are shown. */
  public boolean part() {
    return next.isPresent();
  }

  /**
   * A parameter as a field of the form.
   *
   * @param name its name in addresses
   * @param label what readers call it
   * @param description what it is for
   * @param kind what values may be: thing, year, integer, text, language or unit
   * @param required whether there is no answer without it
   * @param value its present value; empty if it has none
   * @param example a value that works
   */
  public record Field(
      String name,
      String label,
      String description,
      String kind,
      boolean required,
      String value,
      String example) {}

  /**
   * What is wrong with what was filled in.
   *
   * @param problem what is wrong and how to mend it
   * @param parameter the name of the parameter that it is wrong with, which may be none of the form
   */
  public record Refusal(Problem problem, String parameter) {}

  /**
   * An answer.
   *
   * @param columns the columns
   * @param rows a term for each column; one with empty text where there is none
   */
  public record Table(List<Column> columns, List<List<ThingPage.Term>> rows) {
    /** Copies the lists. */
    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }

    /** Where the column of a variable stands, from 0 on; -1 if the table has none. */
    int indexOf(String variable) {
      return columns.stream().map(Column::variable).toList().indexOf(variable);
    }
  }

  /**
   * A column of an answer.
   *
   * @param variable what the query and the data call it
   * @param heading what readers call it
   */
  public record Column(String variable, String heading) {}

  /**
   * Lines of a program.
   *
   * @param language what runs them
   * @param text the lines
   */
  public record Code(String language, String text) {}

  /**
   * A link.
   *
   * @param label what it says
   * @param href where it goes
   */
  public record Link(String label, String href) {}
}
