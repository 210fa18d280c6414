package org.bluethread.facade.pages;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.bluethread.graph.Snapshot;
import org.bluethread.publish.Description;
import org.bluethread.publish.Labels;

/**
 * A thing: what is said of it and what points to it, each statement with the graph it stands in.
 *
 * @param iri its identifier
 * @param label its name in the language of the page, else its identifier
 * @param statements what is said of it
 * @param mentions what points to it
 * @param complete whether all that points to it is shown
 */
public record ThingPage(
    String iri,
    String label,
    List<Statement> statements,
    List<Statement> mentions,
    boolean complete) {

  /**
   * One statement, as seen from the thing.
   *
   * @param property the property's name
   * @param other the node at the other end
   * @param graph the graph it stands in
   */
  public record Statement(Term property, Term other, Term graph) {}

  /**
   * A node for reading.
   *
   * @param text its name, or its text if it is a literal
   * @param language the language of that text; empty if it has none
   * @param iri its identifier; empty for literals and blank nodes
   */
  public record Term(String text, String language, Optional<String> iri) {}

  /** The page of a description, in a read transaction. */
  public static ThingPage of(Snapshot snapshot, Description description, String language) {
    Graph union = snapshot.union();
    List<Statement> statements =
        description.statements().stream()
            .map(quad -> statement(union, quad, quad.getObject(), language))
            .toList();
    List<Statement> mentions =
        description.mentions().stream()
            .map(quad -> statement(union, quad, quad.getSubject(), language))
            .toList();
    Term self = term(union, description.thing(), language);
    return new ThingPage(
        description.thing().getURI(), self.text(), statements, mentions, description.complete());
  }

  private static Statement statement(Graph union, Quad quad, Node other, String language) {
    return new Statement(
        term(union, quad.getPredicate(), language),
        term(union, other, language),
        term(union, quad.getGraph(), language));
  }

  /** A node for reading, with its name in the language of the page. */
  public static Term term(Graph union, Node node, String language) {
    if (node.isLiteral()) {
      return new Term(node.getLiteralLexicalForm(), node.getLiteralLanguage(), Optional.empty());
    }
    if (!node.isURI()) {
      return new Term("_:" + node.getBlankNodeLabel(), "", Optional.empty());
    }
    return Labels.of(union, node, language)
        .map(
            label ->
                new Term(
                    label.getLiteralLexicalForm(),
                    label.getLiteralLanguage(),
                    Optional.of(node.getURI())))
        .orElseGet(() -> new Term(node.getURI(), "", Optional.of(node.getURI())));
  }
}
