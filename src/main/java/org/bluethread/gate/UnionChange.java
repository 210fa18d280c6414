package org.bluethread.gate;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
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
public final class UnionChange {
  private final DatasetGraph dataset;
  private final Delta delta;
  private final Graph after;
  private final Graph wide;
  private final Graph gone = GraphMemFactory.createDefaultGraphSameTerm();
  private final Set<Triple> left;
  private final Supplier<Set<Triple>> taken;

  /**
   * @param dataset the dataset as the change leaves it, in a running transaction
   * @param delta the change
   */
  public UnionChange(DatasetGraph dataset, Delta delta) {
    this.dataset = dataset;
    this.delta = delta;
    this.after = new NearGraph(dataset.getUnionGraph());
    this.left = left(after, delta);
    left.forEach(gone::add);
    this.taken = new Once<>(() -> triples(delta.removed()));
    this.wide = left.isEmpty() ? after : new OverlayGraph(after, triple -> false, gone);
  }

  /**
   * Whether a triple of the change entered the union: no graph had it before. It takes a look-up in
   * the store.
   */
  boolean isNew(Triple triple) {
    if (taken.get().contains(triple)) {
      return false;
    }
    Iterator<Quad> holders =
        dataset.findNG(Node.ANY, triple.getSubject(), triple.getPredicate(), triple.getObject());
    try {
      while (holders.hasNext()) {
        if (!delta.added().contains(holders.next())) {
          return false;
        }
      }
      return true;
    } finally {
      Iter.close(holders);
    }
  }

  private static Set<Triple> left(Graph after, Delta delta) {
    Set<Triple> left = new LinkedHashSet<>();
    for (Quad quad : delta.removed()) {
      Triple triple = quad.asTriple();
      if (!left.contains(triple) && !after.contains(triple)) {
        left.add(triple);
      }
    }
    return Collections.unmodifiableSet(left);
  }

  private static Set<Triple> triples(Set<Quad> quads) {
    Set<Triple> triples = new HashSet<>();
    quads.forEach(quad -> triples.add(quad.asTriple()));
    return triples;
  }

  /** The triples that left the union: the last graph that held them gave them up. */
  public Set<Triple> left() {
    return left;
  }

  /** The triples that entered the union: no graph held them before. Each takes a look-up. */
  public Set<Triple> entered() {
    Set<Triple> entered = new LinkedHashSet<>();
    delta.added().forEach(quad -> entered.add(quad.asTriple()));
    entered.removeIf(triple -> !isNew(triple));
    return entered;
  }

  /** The union as the change leaves it. */
  public Graph after() {
    return after;
  }

  /** The union as it was. */
  public Graph before() {
    Set<Triple> came = triples(delta.added());
    Map<Triple, Boolean> known = new HashMap<>();
    return new OverlayGraph(
        after, triple -> came.contains(triple) && known.computeIfAbsent(triple, this::isNew), gone);
  }

  /** All that is in the union before or after the change. */
  Graph wide() {
    return wide;
  }

  /**
   * Calls with each triple that left the union, and with each that came to a graph, whether or not
   * another one had it; {@code true} stands for those that came.
   */
  void forEach(BiConsumer<Triple, Boolean> each) {
    left.forEach(triple -> each.accept(triple, false));
    delta.added().forEach(quad -> each.accept(quad.asTriple(), true));
  }
}
