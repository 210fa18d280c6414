package org.bluethread.facade;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.bluethread.endpoint.RdfBody;
import org.bluethread.gate.Cause;
import org.bluethread.gate.Report;
import org.bluethread.graph.Change;
import org.bluethread.graph.Sha256;

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

  /**
   * Statements that came in several files. Blank nodes of one are not those of another.
   *
   * @param files at least one
   */
  static Sent together(List<Sent> files) {
    if (files.size() == 1) {
      return files.get(0);
    }
    return new Sent() {
      @Override
      public String hash() {
        return Sha256.hex(files.stream().map(Sent::hash).collect(joining()).getBytes(US_ASCII));
      }

      @Override
      public Change addTo(Node graph) {
        return target -> files.forEach(file -> file.addTo(graph).apply(target));
      }

      @Override
      public Change replace(Node graph) {
        return target -> {
          target.removeGraph(graph);
          addTo(graph).apply(target);
        };
      }

      @Override
      public Report located(Report report, Node graph) {
        Report located = report;
        for (Sent file : files) {
          located = file.located(located, graph);
        }
        return located;
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
