package org.bluethread.graph;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.bluethread.gate.BrokenShapesException;
import org.bluethread.gate.Delta;
import org.bluethread.gate.Gate;
import org.bluethread.gate.Report;
import org.bluethread.gate.ShapesOfShapes;
import org.bluethread.vocabulary.Addresses;

/**
 * The gate that the last commit left. It is made of the shapes when the first change is judged:
 * nothing else needs it. Safe for threads.
 */
final class GateInForce {
  private final AtomicReference<Gate> gate = new AtomicReference<>();

  /**
   * What is said about a change.
   *
   * @param report what speaks against it
   * @param gate the gate in force after it
   */
  record Verdict(Report report, Gate gate) {}

  /**
   * Judges a change by the shapes in force, or, if it changes the shapes, by those it leaves.
   *
   * @param changed what the change leaves behind, as shapes see it
   * @throws BrokenShapesException if it would leave shapes that cannot be read
   */
  Verdict judge(DatasetGraph changed, Delta delta) {
    Graph shapes = changed.getGraph(Addresses.SHAPES_GRAPH);
    if (!delta.touches(Addresses.SHAPES_GRAPH)) {
      Gate inForce = of(shapes);
      return new Verdict(inForce.judge(changed, delta), inForce);
    }
    Gate next = Gate.of(shapes);
    Report wellFormed = ShapesOfShapes.judge(shapes);
    return wellFormed.passes()
        ? new Verdict(next.judgeAll(changed, delta), next)
        : new Verdict(wellFormed, next);
  }

  /**
   * @param shapes those of a commit; if it is not the last, its gate gives way
   */
  private Gate of(Graph shapes) {
    if (gate.get() == null) {
      gate.compareAndSet(null, Gate.of(shapes));
    }
    return gate.get();
  }

  /** Puts the gate in force that a change left, which is committed now. */
  void follow(Verdict verdict) {
    gate.set(verdict.gate());
  }
}
