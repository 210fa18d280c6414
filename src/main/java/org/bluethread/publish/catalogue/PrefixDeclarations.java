package org.bluethread.publish.catalogue;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.bluethread.publish.Prefixes;
import org.bluethread.vocabulary.Addresses;

/**
 * The prefixes as data, so that clients of SPARQL find them: declared on the ontology.
 *
 * @see <a href="https://www.w3.org/TR/shacl/#sparql-prefixes">SHACL, 5.2.1</a>
 */
final class PrefixDeclarations {
  /** What declares them. */
  static final Node ON = NodeFactory.createURI(Addresses.BASE + "ontology");

  private PrefixDeclarations() {}

  static void addTo(Facts facts) {
    Prefixes.namespaces()
        .forEach(
            (prefix, namespace) -> {
              Node declaration = NodeFactory.createURI(VoidDescription.IRI + "#prefix-" + prefix);
              facts.add(ON, SHACL.declare, declaration);
              facts.text(declaration, SHACL.prefix, prefix);
              facts.namespace(declaration, SHACL.namespace, namespace);
            });
  }
}
