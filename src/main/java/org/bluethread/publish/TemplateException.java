package org.bluethread.publish;

import java.util.List;

/** The columns of a table are not those of the class it is said to describe. */
public final class TemplateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String className;
  private final transient List<String> known;
  private final transient List<String> unknown;
  private final transient List<String> missing;

  TemplateException(
      String className, List<String> known, List<String> unknown, List<String> missing) {
    super(
        "A table of %s has the columns %s. Unknown: %s. Missing: %s."
            .formatted(className, known, unknown, missing));
    this.className = className;
    this.known = List.copyOf(known);
    this.unknown = List.copyOf(unknown);
    this.missing = List.copyOf(missing);
  }

  /** The class, by the end of its IRI. */
  public String className() {
    return className;
  }

  /** The columns that a table of the class may have, in order. */
  public List<String> known() {
    return known;
  }

  /** The columns of the table that are none of those. */
  public List<String> unknown() {
    return unknown;
  }

  /** The columns that it lacks and has to have. */
  public List<String> missing() {
    return missing;
  }
}
