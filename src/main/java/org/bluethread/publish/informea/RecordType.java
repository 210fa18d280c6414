package org.bluethread.publish.informea;

import java.util.List;
import java.util.Optional;

/**
 * What records of a kind have.
 *
 * @param name its name
 * @param fields the fields; the first is {@link #KEY}
 * @param parts the parts
 */
public record RecordType(String name, List<Field> fields, List<Part> parts) {
  /** The field that tells records of a set apart: every type has it. */
  public static final String KEY = "id";

  /** The field that says when a record last changed, where a type has it. */
  public static final String UPDATED = "updated";

  /** Copies the lists. */
  public RecordType {
    fields = List.copyOf(fields);
    parts = List.copyOf(parts);
  }

  /** The field of a name; empty if there is none. */
  public Optional<Field> field(String wanted) {
    return fields.stream().filter(one -> one.name().equals(wanted)).findFirst();
  }

  /** The part of a name; empty if there is none. */
  public Optional<Part> part(String wanted) {
    return parts.stream().filter(one -> one.name().equals(wanted)).findFirst();
  }
}
