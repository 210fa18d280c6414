package org.bluethread.trace;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.RDF;
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
  private final Map<Node, Thing> known = new HashMap<>();

  Names(Graph union, String language) {
    this.union = union;
    this.language = language;
  }

  Thing thing(String iri) {
    return known.computeIfAbsent(NodeFactory.createURI(iri), this::read);
  }

  private Thing read(Node node) {
    Optional<Node> label = Labels.of(union, node, language);
    Optional<Node> type =
        values(node, RDF.Nodes.type).stream()
            .filter(Node::isURI)
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
        codes);
  }

  /** A unit goes by its number, anything else by what is its own of its IRI. */
  private String unnamed(Node node) {
    String iri = node.getURI();
    return text(node, BT.number.asNode())
        .orElse(iri.startsWith(Addresses.THINGS) ? iri.substring(Addresses.THINGS.length()) : iri);
  }

  /** The name of a thing in the quotation marks of the language. */
  String quoted(String iri) {
    ResourceBundle words = ResourceBundle.getBundle(BUNDLE, Locale.of(language), EXACT);
    return words.getString("name").replace("{0}", thing(iri).label());
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
