package org.bluethread.gate;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/**
 * The net change of one transaction: the quads that are in the dataset afterwards and were not
 * before, and the other way round. A quad is never in both.
 *
 * <p>Not safe for threads: one transaction fills it, and it is only read afterwards.
 */
public final class Delta {
  private final Set<Quad> added = new LinkedHashSet<>();
  private final Set<Quad> removed = new LinkedHashSet<>();

  /** Notes that {@code quad}, which was absent a moment ago, is now present. */
  public void noteAdded(Quad quad) {
    if (!removed.remove(quad)) {
      added.add(quad);
    }
  }

  /** Notes that {@code quad}, which was present a moment ago, is now absent. */
  public void noteRemoved(Quad quad) {
    if (!added.remove(quad)) {
      removed.add(quad);
    }
  }

  /** The quads that came, in the order they came. */
  public Set<Quad> added() {
    return Collections.unmodifiableSet(added);
  }

  /** The quads that went, in the order they went. */
  public Set<Quad> removed() {
    return Collections.unmodifiableSet(removed);
  }

  /** Whether nothing changed. */
  public boolean isEmpty() {
    return added.isEmpty() && removed.isEmpty();
  }

  /** Whether a quad of {@code graph} came or went. */
  public boolean touches(Node graph) {
    return quads().anyMatch(quad -> quad.getGraph().equals(graph));
  }

  /** The names of the graphs that a quad came to or went from. */
  public Set<Node> graphs() {
    return quads().map(Quad::getGraph).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** All quads that came or went. */
  public Stream<Quad> quads() {
    return Stream.concat(removed.stream(), added.stream());
  }
}
