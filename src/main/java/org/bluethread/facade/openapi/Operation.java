package org.bluethread.facade.openapi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One method of one route, described for programs. Made step by step: each method gives a new one.
 *
 * @param method the method, such as {@code GET}
 * @param path the path as the router has it, such as {@code /queries/{name}} or {@code /id/<path>}
 * @param section the group it belongs to
 * @param title what it does, in a few words
 * @param description what else to know; empty if there is nothing
 * @param fields its parameters
 * @param bodies examples of what it takes, by media type; empty if it takes no body
 * @param answers the media types of its answers by status; none for answers without a body
 * @param cached whether answers of 200 have an entity tag
 * @param token whether it needs a token
 */
public record Operation(
    String method,
    String path,
    String section,
    String title,
    String description,
    List<Field> fields,
    Map<String, String> bodies,
    Map<Integer, List<String>> answers,
    boolean cached,
    boolean token) {
  /** Copies the collections and keeps their order. */
  public Operation {
    fields = List.copyOf(fields);
    bodies = Collections.unmodifiableMap(new LinkedHashMap<>(bodies));
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
  }

  /** An operation of which no more is known yet. */
  public static Operation of(String method, String path, String section, String title) {
    return new Operation(
        method, path, section, title, "", List.of(), Map.of(), Map.of(), false, false);
  }

  /** A route that reads, and whose answers have entity tags. */
  public static Operation get(String path, String section, String title) {
    return of("GET", path, section, title).withCached(true);
  }

  /** The same with more to know. */
  public Operation about(String text) {
    return new Operation(
        method, path, section, title, text, fields, bodies, answers, cached, token);
  }

  /** The same, whose answers have no entity tags. */
  public Operation fresh() {
    return withCached(false);
  }

  private Operation withCached(boolean now) {
    return new Operation(
        method, path, section, title, description, fields, bodies, answers, now, token);
  }

  /** The same, which needs a token. */
  public Operation withToken() {
    return new Operation(
        method, path, section, title, description, fields, bodies, answers, cached, true);
  }

  /** The same with a part of the path. */
  public Operation path(String name, String text, String example) {
    return field(
        new Field(name, Field.Place.PATH, true, text, Schema.text(), Optional.of(example)));
  }

  /** The same with a parameter that must be there. */
  public Operation needs(String name, Schema schema, String text, String example) {
    return field(new Field(name, Field.Place.QUERY, true, text, schema, Optional.of(example)));
  }

  /** The same with a parameter that may be there, and is in the example. */
  public Operation may(String name, Schema schema, String text, String example) {
    return field(new Field(name, Field.Place.QUERY, false, text, schema, Optional.of(example)));
  }

  /** The same with a parameter that may be there, and is not in the example. */
  public Operation may(String name, Schema schema, String text) {
    return field(new Field(name, Field.Place.QUERY, false, text, schema, Optional.empty()));
  }

  /** The same with a parameter. */
  public Operation field(Field field) {
    List<Field> more = new ArrayList<>(fields);
    more.add(field);
    return new Operation(
        method, path, section, title, description, more, bodies, answers, cached, token);
  }

  /** The same with a body that it takes. */
  public Operation takes(String mediaType, String example) {
    Map<String, String> more = new LinkedHashMap<>(bodies);
    more.put(mediaType, example);
    return new Operation(
        method, path, section, title, description, fields, more, answers, cached, token);
  }

  /** The same with an answer, which has no body if there are no media types. */
  public Operation gives(int status, List<String> mediaTypes) {
    Map<Integer, List<String>> more = new LinkedHashMap<>(answers);
    more.put(status, List.copyOf(mediaTypes));
    return new Operation(
        method, path, section, title, description, fields, bodies, more, cached, token);
  }

  /** The same with an answer, which has no body if there are no media types. */
  public Operation gives(int status, String... mediaTypes) {
    return gives(status, List.of(mediaTypes));
  }
}
