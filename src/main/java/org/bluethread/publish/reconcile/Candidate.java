package org.bluethread.publish.reconcile;

import java.util.List;
import java.util.OptionalDouble;
import org.apache.jena.graph.Node;

/**
 * A thing that a cell may mean.
 *
 * @param thing the thing
 * @param types its classes, sorted
 * @param score from 0 to 100, how well it fits
 * @param sure whether the text is its identifier, one of its codes or a whole name of it
 * @param similarity from 0 to 1, how much of the text and of the name that is nearest to it are the
 *     same
 * @param agreeing from 0 to 1, the share of the constraints that it meets; empty if there are none
 * @param match whether it is what is meant, and nothing else can be
 */
public record Candidate(
    Node thing,
    List<Node> types,
    double score,
    boolean sure,
    double similarity,
    OptionalDouble agreeing,
    boolean match) {
  /** Copies the list. */
  public Candidate {
    types = List.copyOf(types);
  }

  Candidate matching() {
    return new Candidate(thing, types, score, sure, similarity, agreeing, true);
  }

  /** Whether it may be matched by itself: sure, and against nothing that is known. */
  boolean fits() {
    return sure && agreeing.orElse(1) == 1;
  }
}
