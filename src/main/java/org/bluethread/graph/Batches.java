package org.bluethread.graph;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Node;

/** Nodes by the batch. */
final class Batches implements Iterator<List<Node>> {
  private final Iterator<Node> nodes;
  private final int size;

  /**
   * @param size how many a batch has, but for the last
   */
  Batches(Iterator<Node> nodes, int size) {
    this.nodes = nodes;
    this.size = size;
  }

  @Override
  public boolean hasNext() {
    return nodes.hasNext();
  }

  @Override
  public List<Node> next() {
    List<Node> batch = new ArrayList<>();
    while (batch.size() < size && nodes.hasNext()) {
      batch.add(nodes.next());
    }
    return batch;
  }
}
