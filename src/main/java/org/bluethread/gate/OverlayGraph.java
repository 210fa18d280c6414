package org.bluethread.gate;

import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/**
 * A graph without some of its triples and with some others. It is only read, and as safe for
 * threads as the graph below.
 */
final class OverlayGraph extends GraphBase {
  private final Graph base;
  private final Predicate<Triple> hidden;
  private final Graph shown;

  /**
   * @param base the graph below
   * @param hidden which triples of it are not to be seen
   * @param shown triples that are to be seen besides, none of which {@code base} has
   */
  OverlayGraph(Graph base, Predicate<Triple> hidden, Graph shown) {
    this.base = base;
    this.hidden = hidden;
    this.shown = shown;
  }

  @Override
  protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
    ExtendedIterator<Triple> below = base.find(pattern).filterDrop(hidden);
    return shown.isEmpty() ? below : WrappedIterator.create(below.andThen(shown.find(pattern)));
  }
}
