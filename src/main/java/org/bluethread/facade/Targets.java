package org.bluethread.facade;

import io.javalin.http.Context;
import java.util.List;
import org.apache.jena.graph.Node;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;
import org.bluethread.graph.DefaultGraph;

/**
 * The graph that an address means by {@code ?graph=IRI} or {@code ?default}.
 *
 * @see <a
 *     href="https://www.w3.org/TR/sparql11-http-rdf-update/#indirect-graph-identification">Graph
 *     Store HTTP Protocol, 4.2</a>
 */
final class Targets {
  private Targets() {}

  /** Whether the address names a graph at all. */
  static boolean named(Context ctx) {
    return ctx.queryParamMap().containsKey("graph") || ctx.queryParamMap().containsKey("default");
  }

  /**
   * The graph.
   *
   * @param defaultGraph what {@code ?default} means
   * @throws ProblemException 400 if the address does not name exactly one, by an absolute IRI
   */
  static Node of(Context ctx, DefaultGraph defaultGraph) {
    List<String> graphs = ctx.queryParams("graph");
    boolean isDefault = ctx.queryParamMap().containsKey("default");
    if (graphs.size() + (isDefault ? 1 : 0) != 1) {
      throw new ProblemException(Problem.of(ProblemKind.WHICH_GRAPH, "graph.which"));
    }
    return isDefault ? defaultGraph.node() : Iris.graph(graphs.get(0));
  }
}
