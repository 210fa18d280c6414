package org.bluethread.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A mapping of YAML that a query file holds. Values are taken as written, so what YAML would read
 * as a number needs quotes: {@code 1.10} is not {@code 1.1}.
 *
 * @param file the file's name, for messages
 * @param where which part of the file it is, for messages; empty for the whole
 * @param node the mapping
 */
record Section(String file, String where, JsonNode node) {
  private static final Set<String> LANGUAGES = Set.of("en", "zh");

  /**
   * Refuses keys that mean nothing here.
   *
   * @throws ShelfException if there is one
   */
  void allowOnly(String... keys) {
    Set<String> others = new TreeSet<>();
    node.fieldNames().forEachRemaining(others::add);
    others.removeAll(Set.of(keys));
    if (!others.isEmpty()) {
      throw wrong("There is no " + others.iterator().next() + ", but " + String.join(", ", keys));
    }
  }

  /**
   * A text that must be there.
   *
   * @throws ShelfException if it is not, or is no text
   */
  String text(String key) {
    return optionalText(key).orElseThrow(() -> wrong("There must be a " + key));
  }

  /**
   * A text that may be there.
   *
   * @throws ShelfException if it is no text
   */
  Optional<String> optionalText(String key) {
    return node.has(key) ? Optional.of(text(key, node.get(key))) : Optional.empty();
  }

  /**
   * A truth value; false if it is not there.
   *
   * @throws ShelfException if it is something else
   */
  boolean flag(String key) {
    JsonNode value = node.path(key);
    if (!value.isMissingNode() && !value.isBoolean()) {
      throw wrong("The value of " + key + " must be true or false");
    }
    return value.asBoolean();
  }

  /**
   * A list of texts; empty if it is not there.
   *
   * @throws ShelfException if it is something else
   */
  List<String> texts(String key) {
    return list(key).stream().map(value -> text(key, value)).toList();
  }

  /**
   * A list of mappings; empty if it is not there.
   *
   * @throws ShelfException if it is something else
   */
  List<Section> sections(String key) {
    return list(key).stream()
        .map(
            value -> {
              if (!value.isObject()) {
                throw wrong("The entries of " + key + " must be mappings");
              }
              return new Section(file, key, value);
            })
        .toList();
  }

  /**
   * A mapping that may be there.
   *
   * @throws ShelfException if it is something else
   */
  Optional<Section> section(String key) {
    if (node.has(key) && !node.get(key).isObject()) {
      throw wrong("The value of " + key + " must be a mapping");
    }
    return node.has(key) ? Optional.of(new Section(file, key, node.get(key))) : Optional.empty();
  }

  /**
   * All its texts by key.
   *
   * @throws ShelfException if a value is no text
   */
  Map<String, String> allTexts() {
    Map<String, String> texts = new HashMap<>();
    node.fieldNames().forEachRemaining(key -> texts.put(key, text(key)));
    return texts;
  }

  /**
   * A text in English, in Chinese and in whatever other languages there are.
   *
   * @throws ShelfException if it is not there in both of these
   */
  Wording wording(String key) {
    JsonNode value = node.path(key);
    Map<String, String> byLanguage = new HashMap<>();
    value
        .fieldNames()
        .forEachRemaining(
            language -> byLanguage.put(language, text(key, value.get(language)).strip()));
    if (!byLanguage.keySet().containsAll(LANGUAGES)) {
      throw wrong("There must be a " + key + " in English (en) and Chinese (zh)");
    }
    return new Wording(byLanguage);
  }

  /** This with another word for where it is. */
  Section at(String place) {
    return new Section(file, place, node);
  }

  /** What to throw when something is wrong here. */
  ShelfException wrong(String reason) {
    return new ShelfException(file, where.isEmpty() ? reason + "." : reason + " (" + where + ").");
  }

  private List<JsonNode> list(String key) {
    JsonNode value = node.path(key);
    if (!value.isMissingNode() && !value.isArray()) {
      throw wrong("The value of " + key + " must be a list");
    }
    List<JsonNode> entries = new ArrayList<>();
    value.elements().forEachRemaining(entries::add);
    return entries;
  }

  private String text(String key, JsonNode value) {
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw wrong("The value of " + key + " must be a text; quotes keep a number one");
    }
    return value.textValue();
  }
}
