package org.bluethread.facade.openapi;

import java.util.Objects;
import java.util.Optional;

/**
 * A parameter of an operation.
 *
 * @param name its name
 * @param place where it stands
 * @param required whether there is no answer without it
 * @param description what it is for
 * @param schema what its value may be
 * @param example a value that works together with the examples of the other parameters; empty for
 *     one that is left out of the example
 */
public record Field(
    String name,
    Place place,
    boolean required,
    String description,
    Schema schema,
    Optional<String> example) {
  /** Where a parameter stands. */
  public enum Place {
    /** In the path. */
    PATH,
    /** Behind the question mark. */
    QUERY
  }

  /** Nothing may be null. */
  public Field {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(example, "example");
  }

  /** A value of the type that a schema asks for. */
  public static Object typed(Schema schema, String value) {
    return switch (String.valueOf(schema.keywords().get("type"))) {
      case "integer" -> Long.valueOf(value);
      case "number" -> Double.valueOf(value);
      case "boolean" -> Boolean.valueOf(value);
      default -> value;
    };
  }
}
