package org.bluethread.facade;

import org.apache.jena.graph.Node;
import org.bluethread.endpoint.RdfBody;
import org.bluethread.gate.Report;
import org.bluethread.graph.Change;

/** Statements that somebody sent, as RDF or as a table. */
interface Sent {
  /** The seed for the IRIs that stand in for blank nodes. */
  String hash();

  /**
   * Adds the statements.
   *
   * @param graph where those go that stand in no graph
   */
  Change addTo(Node graph);

  /** Like {@link #addTo}, after the graph has been emptied. */
  Change replace(Node graph);

  /** A report on these statements, which says where in what was sent to mend them. */
  Report located(Report report);

  /** RDF as somebody sent it. */
  static Sent rdf(RdfBody body) {
    return new Sent() {
      @Override
      public String hash() {
        return body.hash();
      }

      @Override
      public Change addTo(Node graph) {
        return body.addTo(graph);
      }

      @Override
      public Change replace(Node graph) {
        return body.replace(graph);
      }

      @Override
      public Report located(Report report) {
        return report;
      }
    };
  }
}
