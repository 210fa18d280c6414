package org.bluethread.publish;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.jena.graph.Node;

/**
 * What one shape asks of the values of a property, or of the thing itself. Immutable.
 *
 * @param shape the shape
 * @param property the property; empty when the thing itself or a longer path is meant
 * @param path the path in SPARQL's way of writing; empty when the thing itself is meant
 * @param messages what to do, by language
 * @param least the fewest values
 * @param most the most values
 * @param languages the languages a text must be given in
 * @param text whether a value is a text with its language
 * @param offered the languages that a text may have; empty if any
 * @param oncePerLanguage whether each language has one text at most
 * @param datatypes the datatypes, of which a value has one
 * @param classes the classes, of which a value has one
 * @param identifier whether a value has to be an IRI
 * @param allowed the values that may be taken
 * @param pattern the regular expression a value follows
 */
public record Requirement(
    Node shape,
    Optional<Node> property,
    String path,
    Map<String, String> messages,
    OptionalInt least,
    OptionalInt most,
    SortedSet<String> languages,
    boolean text,
    SortedSet<String> offered,
    boolean oncePerLanguage,
    List<Node> datatypes,
    List<Node> classes,
    boolean identifier,
    List<Node> allowed,
    Optional<String> pattern) {
  /** Copies lists, maps and sets. */
  public Requirement {
    messages = Map.copyOf(messages);
    languages = new TreeSet<>(languages);
    offered = new TreeSet<>(offered);
    datatypes = List.copyOf(datatypes);
    classes = List.copyOf(classes);
    allowed = List.copyOf(allowed);
  }
}
