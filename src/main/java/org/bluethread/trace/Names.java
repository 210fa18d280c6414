package org.bluethread.trace;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.bluethread.graph.Labels;
import org.bluethread.vocabulary.Addresses;
import org.bluethread.vocabulary.BT;

/**
 * What things are called in one of the six languages of the United Nations. Belongs to a
 * transaction and its thread.
 */
final class Names {
  private static final String ENGLISH = "en";
  private static final String BUNDLE = "org.bluethread.trace.words";
  private static final ResourceBundle.Control EXACT =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Graph union;
  private final String language;
  private final Readings readings;
  private final String quoted;

  /**
   * Names things.
   *
   * @param readings what was read at this commit in this language before
   */
  Names(Graph union, String language, Readings readings) {
    this.union = union;
    this.language = language;
    this.readings = readings;
    this.quoted = ResourceBundle.getBundle(BUNDLE, Locale.of(language), EXACT).getString("name");
  }

  Thing thing(String iri) {
    return readings.things.get(NodeFactory.createURI(iri), this::read);
  }

  private Thing read(Node node) {
    Optional<Node> label = Labels.of(union, node, language);
    List<Node> types = values(node, RDF.Nodes.type).stream().filter(Node::isURI).toList();
    Optional<Node> type =
        types.stream()
            .min(
                Comparator.comparing((Node one) -> !one.getURI().startsWith(BT.NS))
                    .thenComparing(Node::getURI));
    List<String> codes =
        values(node, SKOS.notation.asNode()).stream()
            .filter(Node::isLiteral)
            .map(Node::getLiteralLexicalForm)
            .sorted()
            .toList();
    String iri = node.getURI();
    return new Thing(
        iri,
        label.map(Node::getLiteralLexicalForm).orElseGet(() -> unnamed(node)),
        label.map(Node::getLiteralLanguage).orElse(""),
        type.map(this::label).orElse(""),
        type.map(Node::getURI).orElse(""),
        types.stream().flatMap(one -> level(one).stream()).min(Comparator.naturalOrder()),
        codes);
  }

  private Optional<Level> level(Node type) {
    return readings.levels.get(type, this::readLevel);
  }

  /** The level that a class has, or else the nearest class above it that has one. */
  private Optional<Level> readLevel(Node type) {
    Set<Node> seen = new HashSet<>(Set.of(type));
    Deque<Node> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      Node nearest = open.remove();
      Optional<Level> level =
          values(nearest, BT.level.asNode()).stream()
              .filter(Node::isLiteral)
              .flatMap(code -> Level.of(code.getLiteralLexicalForm()).stream())
              .min(Comparator.naturalOrder());
      if (level.isPresent()) {
        return level;
      }
      values(nearest, RDFS.Nodes.subClassOf).stream().filter(seen::add).forEach(open::add);
    }
    return Optional.empty();
  }

  /** A unit goes by its number, anything else by what is its own of its IRI. */
  private String unnamed(Node node) {
    String iri = node.getURI();
    return text(node, BT.number.asNode())
        .orElse(iri.startsWith(Addresses.THINGS) ? iri.substring(Addresses.THINGS.length()) : iri);
  }

  /** The name of a thing in the quotation marks of the language. */
  String quoted(String iri) {
    return quoted.replace("{0}", thing(iri).label());
  }

  /** The name of a thing, or its IRI. */
  String label(Node node) {
    return labelIfAny(node).orElse(node.getURI());
  }

  Optional<String> labelIfAny(Node node) {
    return Labels.of(union, node, language).map(Node::getLiteralLexicalForm);
  }

  /** A text in the language, else in English, else in any. */
  Optional<String> text(Node subject, Node property) {
    return literal(subject, property).map(Node::getLiteralLexicalForm);
  }

  /** Like {@link #text}, with its language. */
  Optional<Node> literal(Node subject, Node property) {
    return values(subject, property).stream()
        .filter(Node::isLiteral)
        .min(
            Comparator.comparing((Node one) -> !one.getLiteralLanguage().equals(language))
                .thenComparing(one -> !one.getLiteralLanguage().equals(ENGLISH))
                .thenComparing(Node::getLiteralLanguage)
                .thenComparing(Node::getLiteralLexicalForm));
  }

  List<Node> values(Node subject, Node property) {
    return G.listSP(union, subject, property);
  }
}
