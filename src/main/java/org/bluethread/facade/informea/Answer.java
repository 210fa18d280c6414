package org.bluethread.facade.informea;

import java.util.List;
import java.util.Optional;
import org.bluethread.publish.informea.Field;
import org.bluethread.publish.informea.RecordSet;
import org.bluethread.publish.informea.Row;

/** What a question is answered with. */
public sealed interface Answer {
  /** The sets there are. */
  record Sets() implements Answer {}

  /** The entity data model. */
  record Metadata() implements Answer {}

  /**
   * Records of a set.
   *
   * @param set the set
   * @param path what follows the address of the service in the address of this answer
   * @param rows the records
   * @param count how many records there are, this answer and others; empty if nobody asked
   * @param next what follows the address of the service in the address of those after these
   * @param selection what is given of each
   */
  record Feed(
      RecordSet set,
      String path,
      List<Row> rows,
      Optional<Integer> count,
      Optional<String> next,
      Selection selection)
      implements Answer {
    /** Copies the list. */
    public Feed {
      rows = List.copyOf(rows);
    }
  }

  /**
   * One record.
   *
   * @param set the set it is of
   * @param row the record
   * @param selection what is given of it
   */
  record Entry(RecordSet set, Row row, Selection selection) implements Answer {}

  /**
   * The value of a field.
   *
   * @param row the record
   * @param field the field
   */
  record Value(Row row, Field field) implements Answer {}

  /**
   * The addresses of records.
   *
   * @param set the set they are of
   * @param rows the records
   * @param many whether there might be others than one
   */
  record Links(RecordSet set, List<Row> rows, boolean many) implements Answer {
    /** Copies the list. */
    public Links {
      rows = List.copyOf(rows);
    }
  }

  /**
   * Bare text: a number, or a value as it is.
   *
   * @param text the text
   */
  record Text(String text) implements Answer {}
}
