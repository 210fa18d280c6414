package org.bluethread.graph;

import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * One state of the graph, inside a read transaction of the calling thread; no commit is seen half.
 *
 * @param dataset the dataset; queries on it see the default graph that {@link
 *     KnowledgeGraph#defaultGraph} says
 * @param commit the number of the commit it stands at; 0 before the first
 */
public record Snapshot(DatasetGraph dataset, long commit) {
  private static final int THINGS_AT_ONCE = 200;

  /** The union of all named graphs, each triple once. */
  public Graph union() {
    return dataset.getUnionGraph();
  }

  /**
   * Goes over things with what is said of each at hand: a store elsewhere is asked about a few
   * hundred at once, and not about one after the other.
   */
  public Stream<Node> eachAtHand(Stream<Node> things) {
    return dataset instanceof Prefetching elsewhere
        ? Iter.asStream(
            Iter.flatMap(
                new Batches<>(things.iterator(), THINGS_AT_ONCE),
                batch -> {
                  elsewhere.prefetch(batch);
                  return batch.iterator();
                }))
        : things;
  }

  /**
   * Has what is said of things at hand for the rest of the transaction. A store here has it anyway,
   * and the stream is not read.
   *
   * @param things some thousands at the most
   */
  public void fetch(Stream<Node> things) {
    if (dataset instanceof Prefetching elsewhere) {
      new Batches<>(things.distinct().iterator(), THINGS_AT_ONCE)
          .forEachRemaining(elsewhere::prefetch);
    }
  }
}
