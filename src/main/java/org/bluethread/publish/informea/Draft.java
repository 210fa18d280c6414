package org.bluethread.publish.informea;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/** A record as it is being made. Not safe for threads. */
final class Draft {
  private final RecordSet set;
  private final Node thing;
  private final String id;
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final Map<String, List<Row>> parts = new LinkedHashMap<>();
  private final List<Lack> lacks = new ArrayList<>();

  /**
   * @param set the set the record is to be in
   * @param thing what it is about
   * @param id what it is told apart by
   */
  Draft(RecordSet set, Node thing, String id) {
    this.set = set;
    this.thing = thing;
    this.id = id;
    values.put(RecordType.KEY, id);
  }

  /** Sets a field, unless there is no value. */
  Draft put(String field, Optional<?> value) {
    value.ifPresent(one -> values.put(field, one instanceof String text ? carried(text) : one));
    return this;
  }

  /** Sets a field that the record cannot be without. */
  Draft need(String field, Optional<?> value, String reason) {
    if (value.isEmpty()) {
      lacks.add(new Lack(field, reason));
    }
    return put(field, value);
  }

  /** Sets the texts of a part, one for each language. */
  Draft texts(String part, Map<String, String> byLanguage) {
    List<Row> rows = new ArrayList<>();
    byLanguage.forEach(
        (language, text) -> rows.add(row(language, Map.of("language", language, "value", text))));
    parts.put(part, rows);
    return this;
  }

  /** Sets the texts of a part, of which that in English must be there. */
  Draft needTexts(String part, Map<String, String> byLanguage) {
    if (!byLanguage.containsKey(Texts.ENGLISH)) {
      lacks.add(new Lack(part, "It has no name in English (skos:prefLabel)."));
    }
    return texts(part, byLanguage);
  }

  /** Sets the records of a part, in their order. */
  Draft part(String name, List<Map<String, String>> records) {
    List<Row> rows = new ArrayList<>();
    records.forEach(one -> rows.add(row(Integer.toString(rows.size() + 1), one)));
    parts.put(name, rows);
    return this;
  }

  /** Sets a part to records that are of another set. */
  Draft shared(String name, List<Row> records) {
    parts.put(name, List.copyOf(records));
    return this;
  }

  private Row row(String end, Map<String, String> texts) {
    Map<String, Object> carried = new LinkedHashMap<>();
    carried.put(RecordType.KEY, id + ":" + end);
    new TreeMap<>(texts).forEach((field, text) -> carried.put(field, carried(text)));
    return Row.of(id + ":" + end, carried);
  }

  /** A text without what XML cannot carry: most characters below 32, halves of pairs. */
  private static String carried(String text) {
    return text.codePoints()
        .filter(Draft::isCarried)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static boolean isCarried(int character) {
    return character == '\t'
        || character == '\n'
        || character == '\r'
        || (character >= 0x20 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character >= 0x10000;
  }

  /** Whether nothing is missing. */
  boolean isComplete() {
    return lacks.isEmpty();
  }

  RecordSet set() {
    return set;
  }

  String id() {
    return id;
  }

  /** The record. */
  Row row() {
    return new Row(id, values, parts);
  }

  /** What is said of it when it is not given out. */
  Withheld withheld() {
    return new Withheld(set.name(), id, thing.toString(), lacks);
  }
}
