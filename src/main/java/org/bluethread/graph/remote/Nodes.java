package org.bluethread.graph.remote;

import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.bluethread.graph.StoreElsewhereException;
import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Value;

/** From RDF4J's terms to Jena's. */
final class Nodes {
  private Nodes() {}

  /**
   * The same term. A blank node keeps its label, which means something within one answer.
   *
   * @throws StoreElsewhereException if it is a triple, which RDF 1.1 has not
   */
  static Node of(Value value) {
    return switch (value) {
      case IRI iri -> NodeFactory.createURI(iri.stringValue());
      case BNode blank -> NodeFactory.createBlankNode(blank.getID());
      case Literal literal -> literal(literal);
      default ->
          throw new StoreElsewhereException(
              StoreElsewhereException.Kind.BAD,
              "The store gave a term that is not of RDF 1.1: " + value.getClass().getSimpleName());
    };
  }

  private static Node literal(Literal literal) {
    return literal
        .getLanguage()
        .map(language -> NodeFactory.createLiteralLang(literal.getLabel(), language))
        .orElseGet(
            () ->
                NodeFactory.createLiteralDT(
                    literal.getLabel(),
                    TypeMapper.getInstance()
                        .getSafeTypeByName(literal.getDatatype().stringValue())));
  }
}
