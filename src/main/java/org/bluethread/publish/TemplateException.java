package org.bluethread.publish;

import java.util.List;

/** The columns of a table are not those of the class it is said to describe. */
public final class TemplateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String className;

  TemplateException(
      String className, List<String> known, List<String> unknown, List<String> missing) {
    super(
        "A table of %s has the columns %s.%s%s"
            .formatted(
                className,
                String.join(", ", known),
                unknown.isEmpty() ? "" : " Not among them: " + String.join(", ", unknown) + ".",
                missing.isEmpty() ? "" : " Missing here: " + String.join(", ", missing) + "."));
    this.className = className;
  }

  /** The class, by the end of its IRI. */
  public String className() {
    return className;
  }
}
