package org.bluethread.table;

/** A table or its mapping cannot be used; the message names file, line and column. */
public final class TableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TableException(String file, String problem) {
    super(file + ": " + problem);
  }

  TableException(String file, long line, String problem) {
    super(file + ", line " + line + ": " + problem);
  }

  TableException(String file, String problem, Throwable cause) {
    super(file + ": " + problem, cause);
  }
}
