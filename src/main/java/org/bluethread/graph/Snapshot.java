package org.bluethread.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * One state of the graph, inside a read transaction of the calling thread; no commit is seen half.
 *
 * @param dataset the dataset; queries on it see the default graph that {@link
 *     KnowledgeGraph#defaultGraph} says
 * @param commit the number of the commit it stands at; 0 before the first
 */
public record Snapshot(DatasetGraph dataset, long commit) {
  /** The union of all named graphs, each triple once. */
  public Graph union() {
    return dataset.getUnionGraph();
  }
}
