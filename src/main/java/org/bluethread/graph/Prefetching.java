package org.bluethread.graph;

import java.util.Collection;
import org.apache.jena.graph.Node;

/**
 * A dataset that is asked over a network, and so better about many things at once than about one
 * after the other.
 */
public interface Prefetching {
  /**
   * Fetches what is said of things, which the transaction of this thread then has at hand.
   *
   * @param subjects as many as one request may name
   */
  void prefetch(Collection<Node> subjects);

  /**
   * A part of the quads of a pattern, in an order that stays as long as the data do.
   *
   * @param graph a graph, or {@link Node#ANY}
   * @param object an object, or {@link Node#ANY}
   * @param offset how many to pass over
   * @param most how many to give at the most
   */
  QuadPart part(Node graph, Node object, long offset, int most);
}
