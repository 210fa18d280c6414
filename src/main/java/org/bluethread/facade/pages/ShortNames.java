package org.bluethread.facade.pages;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.jena.graph.Node;

/**
 * What some things are called in an address: by the end of their identifiers, as long as no two of
 * them end so; else by the whole. Immutable.
 */
public final class ShortNames {
  private final Map<Node, String> names = new LinkedHashMap<>();

  /**
   * @param things the things that an address may name
   */
  public ShortNames(Collection<Node> things) {
    Map<String, Long> ends = things.stream().distinct().collect(groupingBy(this::end, counting()));
    things.forEach(
        thing -> names.put(thing, ends.get(end(thing)) == 1 ? end(thing) : whole(thing)));
  }

  /** The name of one of the things. */
  public String of(Node thing) {
    return names.getOrDefault(thing, whole(thing));
  }

  /** What is called so, or has this identifier. */
  public Optional<Node> find(String name) {
    return names.entrySet().stream()
        .filter(one -> one.getValue().equals(name) || whole(one.getKey()).equals(name))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** All names, in their natural order. */
  public List<String> all() {
    TreeSet<String> sorted = new TreeSet<>(NaturalOrder.TEXT);
    sorted.addAll(names.values());
    return List.copyOf(sorted);
  }

  private String end(Node thing) {
    String whole = whole(thing);
    return whole.substring(Math.max(whole.lastIndexOf('/'), whole.lastIndexOf('#')) + 1);
  }

  private static String whole(Node thing) {
    return thing.isLiteral() ? thing.getLiteralLexicalForm() : thing.toString();
  }
}
