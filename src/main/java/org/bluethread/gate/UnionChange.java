package org.bluethread.gate;

import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * What a change does to the union of all graphs, and the union before and after it. A triple enters
 * the union with its first graph and leaves it with its last.
 *
 * <p>For the transaction in which the change was made, and one thread.
 */
final class UnionChange {
  private final Graph after;
  private final Graph before;
  private final Graph wide;
  private final Set<Triple> entered;
  private final Set<Triple> left;

  /**
   * @param dataset the dataset as the change leaves it, in a running transaction
   * @param delta the change
   */
  UnionChange(DatasetGraph dataset, Delta delta) {
    this.after = dataset.getUnionGraph();
    this.entered = entered(dataset, delta);
    this.left = left(dataset, delta);
    Graph gone = GraphMemFactory.createDefaultGraphSameTerm();
    left.forEach(gone::add);
    this.before = new OverlayGraph(after, entered, gone);
    this.wide = left.isEmpty() ? after : new OverlayGraph(after, Set.of(), gone);
  }

  private static Set<Triple> entered(DatasetGraph dataset, Delta delta) {
    Set<Triple> lost = new HashSet<>();
    delta.removed().forEach(quad -> lost.add(quad.asTriple()));
    Set<Triple> entered = new LinkedHashSet<>();
    for (Quad quad : delta.added()) {
      Triple triple = quad.asTriple();
      if (!lost.contains(triple) && !entered.contains(triple) && isNew(dataset, delta, quad)) {
        entered.add(triple);
      }
    }
    return Collections.unmodifiableSet(entered);
  }

  /** Whether all graphs that hold a triple got it by the change. */
  private static boolean isNew(DatasetGraph dataset, Delta delta, Quad quad) {
    Iterator<Quad> holders =
        dataset.findNG(Node.ANY, quad.getSubject(), quad.getPredicate(), quad.getObject());
    try {
      while (holders.hasNext()) {
        Quad holder = holders.next();
        if (!holder.equals(quad) && !delta.added().contains(holder)) {
          return false;
        }
      }
      return true;
    } finally {
      Iter.close(holders);
    }
  }

  private static Set<Triple> left(DatasetGraph dataset, Delta delta) {
    Set<Triple> left = new LinkedHashSet<>();
    for (Quad quad : delta.removed()) {
      Triple triple = quad.asTriple();
      if (!left.contains(triple)
          && !dataset.contains(
              Node.ANY, triple.getSubject(), triple.getPredicate(), triple.getObject())) {
        left.add(triple);
      }
    }
    return Collections.unmodifiableSet(left);
  }

  /** Whether the union stays as it was. */
  boolean isEmpty() {
    return entered.isEmpty() && left.isEmpty();
  }

  /** The union as the change leaves it. */
  Graph after() {
    return after;
  }

  /** The union as it was. */
  Graph before() {
    return before;
  }

  /** All that is in the union before or after the change. */
  Graph wide() {
    return wide;
  }

  /** Calls with each triple that left and each that entered; {@code true} stands for entered. */
  void forEach(BiConsumer<Triple, Boolean> each) {
    left.forEach(triple -> each.accept(triple, false));
    entered.forEach(triple -> each.accept(triple, true));
  }

  /** Whether a triple entered the union. */
  boolean hasEntered(Triple triple) {
    return entered.contains(triple);
  }

  /** The triples that entered the union. */
  Set<Triple> entered() {
    return entered;
  }
}
