package org.bluethread.facade.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;
import org.bluethread.publish.Prefixes;
import org.bluethread.vocabulary.BT;

/**
 * A value of JSON that somebody sent, and where it stood, so that errors can say so. A key whose
 * value is null is as good as one that is not there.
 *
 * <p>Each method throws a {@link ProblemException} of 400 if the value is not of the kind wanted.
 *
 * @param value the value
 * @param place where it stood, such as {@code queries.q0.limit}
 */
record Json(JsonNode value, String place) {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** Reads a text. */
  static Json parse(String text, String parameter) {
    try {
      return new Json(MAPPER.readTree(text), parameter);
    } catch (JsonProcessingException e) {
      throw problem("The parameter " + parameter + " is no JSON: " + e.getOriginalMessage() + ".");
    }
  }

  /** What goes wrong with a value. */
  ProblemException problem(String kind, String remedy) {
    return problem(place + " is " + kind + ". " + remedy);
  }

  private static ProblemException problem(String detail) {
    return new ProblemException(
        Problem.quoting(ProblemKind.BAD_PARAMETER, detail, "reconcile.json"));
  }

  /** The value of a key of an object; empty if it has none. */
  Optional<Json> at(String key) {
    JsonNode found = object().get(key);
    return found == null || found.isNull()
        ? Optional.empty()
        : Optional.of(new Json(found, place + "." + key));
  }

  /** The value of a key that has to be there. */
  Json need(String key) {
    return at(key).orElseThrow(() -> problem("without " + key, "Add it."));
  }

  /** The keys of an object with their values, in their order. */
  Stream<Map.Entry<String, Json>> entries() {
    return object().properties().stream()
        .map(
            entry ->
                Map.entry(
                    entry.getKey(), new Json(entry.getValue(), place + "." + entry.getKey())));
  }

  private JsonNode object() {
    if (!value.isObject()) {
      throw problem("no object", "Send an object.");
    }
    return value;
  }

  /** The values of an array, bounded in number. */
  List<Json> items(int most) {
    if (!value.isArray()) {
      throw problem("no array", "Send an array.");
    }
    return bounded(most);
  }

  /** The values of an array, or the one value. */
  List<Json> oneOrMore(int most) {
    return value.isArray() ? bounded(most) : List.of(this);
  }

  private List<Json> bounded(int most) {
    if (value.size() > most) {
      throw problem("an array of " + value.size(), "It may have " + most + " values.");
    }
    return StreamSupport.stream(value.spliterator(), false)
        .map(item -> new Json(item, place))
        .toList();
  }

  /** A text. */
  String text() {
    if (!value.isTextual()) {
      throw problem("no text", "Send a text.");
    }
    return value.textValue();
  }

  /** A text, a number, a truth value, or the identifier of a thing in an object. */
  String plain() {
    if (value.isObject()) {
      return need("id").text();
    }
    if (value.isNull() || value.isArray()) {
      throw problem("no value", "Send a text, a number, true, false or an object with an id.");
    }
    return value.asText();
  }

  /** A whole number that is not below a least one, and not above {@code most}, which will do. */
  int atMost(int least, int most) {
    String text = value.asText();
    if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < least) {
      throw problem("\"" + text + "\"", "Send a whole number from " + least + " on.");
    }
    return Math.min(Integer.parseInt(text), most);
  }

  /** One of some words. */
  <T> T word(Map<String, T> words) {
    return Optional.ofNullable(words.get(text()))
        .orElseThrow(() -> problem("\"" + text() + "\"", "Send one of " + words.keySet() + "."));
  }

  /**
   * The IRI of a class or property, which may be written with a usual prefix, or as the bare name
   * of a term of ours.
   */
  String term() {
    return term(plain());
  }

  /** The IRI of a class or property. */
  static String term(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? BT.NS + text
        : Prefixes.namespaces().getOrDefault(text.substring(0, colon), text.substring(0, colon + 1))
            + text.substring(colon + 1);
  }
}
