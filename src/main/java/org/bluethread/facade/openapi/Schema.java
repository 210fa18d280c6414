package org.bluethread.facade.openapi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a value may be.
 *
 * @param keywords the keywords of JSON Schema
 * @see <a href="https://json-schema.org/draft/2020-12/json-schema-validation">JSON Schema</a>
 */
public record Schema(Map<String, Object> keywords) {
  /** Copies the map. */
  public Schema {
    keywords = Collections.unmodifiableMap(new LinkedHashMap<>(keywords));
  }

  /** Any text. */
  public static Schema text() {
    return new Schema(Map.of("type", "string"));
  }

  /** Text of a form. */
  public static Schema text(String pattern) {
    return text().with("pattern", pattern);
  }

  /** One of some texts. */
  public static Schema oneOf(List<String> choices) {
    return text().with("enum", List.copyOf(choices));
  }

  /** A whole number. */
  public static Schema integer(long least, long most) {
    return new Schema(Map.of("type", "integer")).with("minimum", least).with("maximum", most);
  }

  /** Any whole number. */
  public static Schema integer() {
    return new Schema(Map.of("type", "integer", "format", "int64"));
  }

  /** A number with or without decimals. */
  public static Schema number() {
    return new Schema(Map.of("type", "number"));
  }

  /** True or false. */
  public static Schema truth() {
    return new Schema(Map.of("type", "boolean"));
  }

  /** The same with what holds when there is no value. */
  public Schema usually(Object value) {
    return with("default", value);
  }

  private Schema with(String keyword, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(keywords);
    more.put(keyword, value);
    return new Schema(more);
  }
}
