package org.bluethread.facade.pages;

import java.util.List;

/**
 * The numbers of a table as a picture. Immutable.
 *
 * @param column the heading of the column of the numbers
 * @param bars the charts, if labels have bars beside them
 * @param columns the charts, if years have columns over them
 * @param numberless how many rows are left out as they have no number, or no year
 * @param tooMany how many rows are left out as they are too many
 */
public record ResultChart(
    String column,
    List<Panel<Bar>> bars,
    List<Panel<Column>> columns,
    int numberless,
    int tooMany) {
  /** Copies the lists. */
  public ResultChart {
    bars = List.copyOf(bars);
    columns = List.copyOf(columns);
  }

  /** Whether there is anything to see. */
  public boolean isEmpty() {
    return bars.isEmpty() && columns.isEmpty();
  }

  /**
   * One of several charts.
   *
   * @param title what it is of; empty if it is the only one
   * @param marks what it is made of
   * @param zero where its numbers begin, in per cent of its length or height
   */
  public record Panel<T>(String title, List<T> marks, double zero) {
    /** Copies the list. */
    public Panel {
      marks = List.copyOf(marks);
    }

    T first() {
      return marks.get(0);
    }

    T last() {
      return marks.get(marks.size() - 1);
    }
  }

  /**
   * A bar.
   *
   * @param label whose number it is
   * @param value the number, in words
   * @param from where it begins, in per cent of the length
   * @param length how long it is, in per cent
   */
  public record Bar(String label, String value, double from, double length) {}

  /**
   * A column.
   *
   * @param year its year
   * @param value the number, in words
   * @param left where it stands, in per cent of the width
   * @param width how wide it is, in per cent
   * @param top where it begins, in per cent of the height
   * @param height how high it is, in per cent
   */
  public record Column(
      int year, String value, double left, double width, double top, double height) {}
}
