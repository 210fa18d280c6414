package org.bluethread.facade;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;

/** IRIs that come in by the address of a request. */
final class Iris {
  /** Jena's names for what is no graph of its own: the union of all, the default. */
  private static final String UNIONS = "urn:x-arq:";

  private Iris() {}

  /**
   * The name of a graph.
   *
   * @throws ProblemException 400 if it is no absolute IRI, or one that no graph can have
   */
  static Node graph(String text) {
    try {
      if (IRIx.create(text).isAbsolute() && !text.startsWith(UNIONS)) {
        return NodeFactory.createURI(text);
      }
    } catch (IRIException e) {
      throw notAnIri(text);
    }
    throw notAnIri(text);
  }

  private static ProblemException notAnIri(String text) {
    return new ProblemException(Problem.of(ProblemKind.NOT_AN_IRI, "iri.bad", text));
  }
}
