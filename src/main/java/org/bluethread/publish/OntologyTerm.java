package org.bluethread.publish;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.bluethread.vocabulary.BT;

/**
 * A term of the ontology. Immutable.
 *
 * @param iri its IRI
 * @param kind what it is
 * @param labels its name, by language
 * @param definitions what it means, by language
 * @param examples how it is used, by language
 * @param broader the classes or properties right above it, ours and others'
 * @param narrower those right below it
 * @param domains what it leads from, as the ontology has it
 * @param ranges what it leads to
 * @param deprecated whether it should no longer be used
 * @param replacement what to use instead
 */
public record OntologyTerm(
    Node iri,
    Kind kind,
    Map<String, String> labels,
    Map<String, String> definitions,
    Map<String, String> examples,
    List<Node> broader,
    List<Node> narrower,
    List<Node> domains,
    List<Node> ranges,
    boolean deprecated,
    Optional<Node> replacement) {
  /** What terms there are, in the order in which they are shown. */
  public enum Kind {
    CLASS,
    LINK,
    OBJECT_PROPERTY,
    DATATYPE_PROPERTY,
    ANNOTATION_PROPERTY,
    INDIVIDUAL,
    DATATYPE
  }

  /** Copies lists and maps. */
  public OntologyTerm {
    labels = Map.copyOf(labels);
    definitions = Map.copyOf(definitions);
    examples = Map.copyOf(examples);
    broader = List.copyOf(broader);
    narrower = List.copyOf(narrower);
    domains = List.copyOf(domains);
    ranges = List.copyOf(ranges);
  }

  /** The end of its IRI, as in {@code bt:Organ}. */
  public String localName() {
    return iri.getURI().substring(BT.NS.length());
  }

  /** A text in a language, else in English, else none. */
  public static String in(Map<String, String> texts, String language) {
    return texts.getOrDefault(language, texts.getOrDefault("en", ""));
  }
}
