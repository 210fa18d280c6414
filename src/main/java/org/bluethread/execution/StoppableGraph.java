package org.bluethread.execution;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.util.iterator.ExtendedIterator;

/** A graph that looks at the flag for every pattern it is asked and every triple it gives. */
final class StoppableGraph extends GraphWrapper {
  private final StopSignal signal;

  StoppableGraph(Graph graph, StopSignal signal) {
    super(graph);
    this.signal = signal;
  }

  @Override
  public ExtendedIterator<Triple> find(Triple pattern) {
    return find(pattern.getMatchSubject(), pattern.getMatchPredicate(), pattern.getMatchObject());
  }

  @Override
  public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
    signal.check();
    return super.find(subject, predicate, object)
        .mapWith(
            triple -> {
              signal.check();
              return triple;
            });
  }
}
