package org.bluethread.graph;

import org.apache.jena.sparql.core.DatasetGraph;

/** What a writer does to the dataset, inside the transaction that the graph has opened for it. */
@FunctionalInterface
public interface Change {
  /**
   * Makes the change.
   *
   * @param target the dataset to change: its default graph is the graph of unattributed statements,
   *     queries on it see the union of all graphs, blank nodes added to it become IRIs. It must not
   *     be kept
   * @throws RuntimeException for any reason; nothing of the change is then kept
   */
  void apply(DatasetGraph target);
}
