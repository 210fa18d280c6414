package org.bluethread.gate;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * Finds the nodes whose verdict a change can worsen: follows each triple that came or went back to
 * the focus nodes of the parts of shapes that look at it. Whether such a node is a target is not
 * asked. For one change and one thread.
 */
final class Candidates {
  private final Footprint footprint;
  private final UnionChange change;
  private final Graph wide;
  private final Map<Node, Set<Node>> superclasses = new HashMap<>();

  /**
   * @param footprint where the shapes look
   * @param change the change; ways back are sought in all that was there before or after it
   */
  Candidates(Footprint footprint, UnionChange change) {
    this.footprint = footprint;
    this.change = change;
    this.wide = change.wide();
  }

  /** Is told what a triple leads to. */
  interface Sink {
    /**
     * A focus node.
     *
     * @param read how the triple was looked at
     * @param parts the parts by which the node is to be judged; not to be changed
     */
    void accept(Triple triple, Read read, Node focusNode, BitSet parts);
  }

  /** All candidates, each with the parts by which it is to be judged. */
  Map<Node, BitSet> all() {
    Map<Node, BitSet> candidates = new LinkedHashMap<>();
    Map<Read, Set<Node>> followed = new HashMap<>();
    change.forEach(
        (triple, came) ->
            footprint.readsOf(
                triple,
                came,
                (read, parts) -> {
                  if (!matters(triple, came, read) || !isFirst(triple, read, followed)) {
                    return;
                  }
                  follow(
                      triple,
                      read,
                      parts,
                      (cause, how, focus, judging) ->
                          candidates.computeIfAbsent(focus, key -> new BitSet()).or(judging));
                }));
    return candidates;
  }

  /** Whether the way back from a triple was not followed yet from another. */
  private static boolean isFirst(Triple triple, Read read, Map<Read, Set<Node>> followed) {
    return read.from().isEmpty()
        || read.goal().isPresent()
        || followed.computeIfAbsent(read, key -> new HashSet<>()).add(read.start(triple));
  }

  /** Follows one triple. */
  void follow(Triple triple, boolean came, Sink sink) {
    footprint.readsOf(
        triple,
        came,
        (read, parts) -> {
          if (matters(triple, came, read)) {
            follow(triple, read, parts, sink);
          }
        });
  }

  /**
   * A triple that comes to a second graph changes nothing. To know that takes a look-up, which pays
   * where there is a way to follow; without one the node is judged for nothing, which is as cheap.
   */
  private boolean matters(Triple triple, boolean came, Read read) {
    return !came || read.from().isEmpty() || change.isNew(triple);
  }

  private void follow(Triple triple, Read read, BitSet parts, Sink sink) {
    if (read.goal().isPresent()
        && !superclasses
            .computeIfAbsent(read.end(triple), type -> Paths.superclasses(wide, type))
            .contains(read.goal().get())) {
      return;
    }
    Iterator<Node> starts = Paths.startsOf(wide, read.from(), read.start(triple));
    while (starts.hasNext()) {
      sink.accept(triple, read, starts.next(), parts);
    }
  }
}
