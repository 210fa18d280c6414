package org.bluethread.query;

import java.util.List;
import java.util.Objects;

/**
 * How the rows of a query make a chart. All names are of columns.
 *
 * @param kind how numbers are drawn
 * @param value the numbers
 * @param label what says whose number it is: for columns the year alone
 * @param each what has a chart of its own; one chart for all if it is empty
 */
public record Chart(Kind kind, String value, List<String> label, List<String> each) {
  /** How numbers are drawn. */
  public enum Kind {
    /** A bar beside each label, all on one scale. */
    BARS,
    /** A column over each year, each chart on a scale of its own. */
    COLUMNS
  }

  /** Copies the lists; nothing may be null. */
  public Chart {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(value, "value");
    label = List.copyOf(label);
    each = List.copyOf(each);
  }
}
