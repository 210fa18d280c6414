package org.bluethread.lookup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Small things for tests, and short ways to feed and to ask. */
final class Things {

  static final String BASE = "https://w3id.org/bluethread/id/";
  static final String STORE = "store-1";

  private Things() {}

  /** A thing below {@link #BASE} without labels or codes; its type is the first path segment. */
  static Entry thing(String path) {
    return new Entry(iri(path), Set.of(type(path)), List.of(), Set.of(), slug(path));
  }

  static Entry thing(String path, Label... labels) {
    return new Entry(iri(path), Set.of(type(path)), List.of(labels), Set.of(), slug(path));
  }

  static Entry coded(Entry entry, String... codes) {
    Set<String> all = new HashSet<>(entry.codes());
    all.addAll(List.of(codes));
    return new Entry(entry.iri(), entry.types(), entry.labels(), all, entry.slug());
  }

  static Label preferred(String language, String text) {
    return new Label(text, language, true);
  }

  static Label other(String language, String text) {
    return new Label(text, language, false);
  }

  static String iri(String path) {
    return BASE + path;
  }

  static String type(String path) {
    return "https://example.org/class/" + path.substring(0, path.indexOf('/'));
  }

  private static String slug(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  static ThingIndex indexOf(Entry... entries) {
    ThingIndex index = ThingIndex.inMemory();
    index.rebuild(STORE, 1, Stream.of(entries));
    return index;
  }

  static Query query(String text) {
    return query(text, "en");
  }

  static Query query(String text, String language) {
    return new Query(text, Optional.empty(), language, 50, 0);
  }

  /** The paths, below {@link #BASE}, of the things found, best first. */
  static List<String> found(ThingIndex index, String text) {
    return found(index, text, "en");
  }

  static List<String> found(ThingIndex index, String text, String language) {
    return paths(index.search(query(text, language)));
  }

  static List<String> paths(Hits hits) {
    List<String> paths = new ArrayList<>();
    hits.hits().forEach(hit -> paths.add(hit.iri().replace(BASE, "")));
    return paths;
  }
}
