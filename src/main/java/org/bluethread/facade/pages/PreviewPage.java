package org.bluethread.facade.pages;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.bluethread.facade.pages.ThingPage.Term;

/**
 * A thing in a few lines, for the frames in which other programs show what a name may mean.
 *
 * @param iri its identifier
 * @param name its name in the language of the page
 * @param classes what it is
 * @param codes its codes
 * @param definition what it is, in words; empty if nothing says so
 * @param names what it is called in other languages, and else
 */
public record PreviewPage(
    String iri,
    Term name,
    List<Term> classes,
    List<String> codes,
    Optional<Term> definition,
    List<Term> names) {
  private static final int MOST_NAMES = 12;

  /** Copies the lists. */
  public PreviewPage {
    classes = List.copyOf(classes);
    codes = List.copyOf(codes);
    names = List.copyOf(names);
  }

  /**
   * The preview of a thing.
   *
   * @param union the union of all graphs, in a transaction
   * @param language one of the six languages
   */
  public static PreviewPage of(Graph union, Node thing, String language) {
    Terms terms = new Terms(union, language);
    Term name = terms.of(thing);
    List<Term> names =
        Stream.of(SKOS.prefLabel.asNode(), SKOS.altLabel.asNode())
            .flatMap(property -> terms.values(thing, property).stream())
            .filter(Node::isLiteral)
            .map(terms::of)
            .filter(other -> !other.text().equals(name.text()))
            .distinct()
            .limit(MOST_NAMES)
            .toList();
    return new PreviewPage(
        thing.getURI(),
        name,
        terms.values(thing, RDF.Nodes.type).stream().map(terms::of).toList(),
        terms.codes(thing),
        terms.definition(thing),
        names);
  }
}
