package org.bluethread.table;

/** A mapping cannot be used; the message names its file. */
public final class MappingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MappingException(String file, String problem) {
    super(file + ": " + problem);
  }

  MappingException(String file, String problem, Throwable cause) {
    super(file + ": " + problem, cause);
  }
}
