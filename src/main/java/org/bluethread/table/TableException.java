package org.bluethread.table;

import java.util.List;

/** A table cannot be read; the message names file, line and column. */
public final class TableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Fault {
    /** Its bytes are no UTF-8. */
    NOT_UTF_8("This is no UTF-8. Save the table as UTF-8."),
    /** It has no first row. */
    EMPTY("It is empty. The first row has to name the columns."),
    /** The number of a column, from 1, and what it is called, which is no name. */
    COLUMN_NAME(
        "Column %s is called “%s”. A name begins with a letter and has only letters, digits and"
            + " _."),
    /** What two columns are called. */
    COLUMN_TWICE("Two columns are called “%s”."),
    /** A quotation mark is not closed, or not at the end of its cell. */
    QUOTATION_MARK("A quotation mark is left open or something follows a closing one."),
    /** How many cells a row has, and how many columns there are. */
    CELLS("There are %s cells, but the first row names %s columns."),
    /** The mapping that makes nothing of cells, and those cells. */
    UNUSABLE("The mapping %s can make nothing of %s.");

    private final String sentence;

    Fault(String sentence) {
      this.sentence = sentence;
    }
  }

  private final String file;
  private final long line;
  private final Fault fault;
  private final transient List<Object> arguments;

  /**
   * @param line from 1
   */
  TableException(String file, long line, Fault fault, Object... arguments) {
    super(file + ", line " + line + ": " + fault.sentence.formatted(arguments));
    this.file = file;
    this.line = line;
    this.fault = fault;
    this.arguments = List.of(arguments);
  }

  /** The file's name. */
  public String file() {
    return file;
  }

  /** The line at fault, from 1. */
  public long line() {
    return line;
  }

  /** What is wrong. */
  public Fault fault() {
    return fault;
  }

  /** What the fault speaks of, in its order. */
  public List<Object> arguments() {
    return arguments;
  }
}
