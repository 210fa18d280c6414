package org.bluethread.facade.reconcile;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.bluethread.facade.pages.Terms;

/**
 * A class, property or thing with its name.
 *
 * @param id its IRI
 * @param name what it is called in the reader's language
 */
public record NamedIri(String id, String name) {
  /** An IRI with its name. */
  public static NamedIri of(Node iri, Terms terms) {
    return new NamedIri(iri.getURI(), terms.of(iri).text());
  }

  /** IRIs with their names, in the order given. */
  public static List<NamedIri> all(Stream<Node> iris, Terms terms) {
    return iris.map(iri -> of(iri, terms)).toList();
  }
}
