package org.bluethread.facade;

import static java.util.stream.Collectors.toSet;

import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.bluethread.endpoint.RdfBody;
import org.bluethread.gate.Cause;
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

  /**
   * A report on these statements, which says where in what was sent to mend them.
   *
   * @param graph where those were to go that stand in no graph
   */
  Report located(Report report, Node graph);

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
      public Report located(Report report, Node graph) {
        Map<Quad, Cause.Place> places = body.places(graph, added(report));
        return report.map(
            result ->
                result.with(result.causes().stream().map(cause -> placed(cause, places)).toList()));
      }
    };
  }

  private static Set<Quad> added(Report report) {
    return report.results().stream()
        .flatMap(result -> result.causes().stream())
        .filter(Cause::came)
        .map(Cause::quad)
        .collect(toSet());
  }

  private static Cause placed(Cause cause, Map<Quad, Cause.Place> places) {
    Cause.Place place = places.get(cause.quad());
    return cause.came() && place != null ? cause.at(place) : cause;
  }
}
