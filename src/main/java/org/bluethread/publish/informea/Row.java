package org.bluethread.publish.informea;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A record. Immutable. Its texts have no characters that XML cannot carry.
 *
 * @param id what tells it apart from others of its set
 * @param values the values of its fields, of the classes that {@link ValueKind} names; a field
 *     without value is not in it
 * @param parts the records of its parts, by the part's name; a part may be missing
 */
public record Row(String id, Map<String, Object> values, Map<String, List<Row>> parts) {
  /** Copies the maps and keeps their order. */
  public Row {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
  }

  /** A record without parts. */
  static Row of(String id, Map<String, Object> values) {
    return new Row(id, values, Map.of());
  }

  /** The value of a field; empty if it has none. */
  public Optional<Object> value(String field) {
    return Optional.ofNullable(values.get(field));
  }

  /** The records of a part. */
  public List<Row> part(String name) {
    return parts.getOrDefault(name, List.of());
  }

  /** The same with another value of a field. */
  Row with(String field, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(values);
    changed.put(field, value);
    return new Row(id, changed, parts);
  }
}
