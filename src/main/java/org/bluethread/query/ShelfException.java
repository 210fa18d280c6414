package org.bluethread.query;

import java.util.Objects;

/** A shelf that cannot be read. Its message names the file and what is wrong with it. */
public final class ShelfException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String file;

  ShelfException(String file, String reason) {
    super(file + ": " + reason);
    this.file = Objects.requireNonNull(file, "file");
  }

  ShelfException(String file, String reason, Throwable cause) {
    super(file + ": " + reason, cause);
    this.file = Objects.requireNonNull(file, "file");
  }

  /** The file, or the folder if that is what cannot be read. */
  public String file() {
    return file;
  }
}
