package org.bluethread.facade;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;

/** IRIs that come in by the address of a request. */
final class Iris {
  private Iris() {}

  /**
   * The name of a graph.
   *
   * @throws ProblemException 400 if it is no absolute IRI
   */
  static Node graph(String text) {
    try {
      if (IRIx.create(text).isAbsolute()) {
        return NodeFactory.createURI(text);
      }
    } catch (IRIException e) {
      throw notAnIri(text);
    }
    throw notAnIri(text);
  }

  private static ProblemException notAnIri(String text) {
    return new ProblemException(
        Problem.of(
            "not-an-iri",
            "Not an IRI",
            400,
            "\"" + text + "\" is not an absolute IRI.",
            "Write it in full, for example https://w3id.org/bluethread/graph/unattributed."));
  }
}
