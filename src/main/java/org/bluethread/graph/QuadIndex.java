package org.bluethread.graph;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/** Quads in memory, found by subject or object without a look at the others. For one thread. */
final class QuadIndex {
  private final Set<Quad> all = new LinkedHashSet<>();
  private final Map<Node, Set<Quad>> bySubject = new HashMap<>();
  private final Map<Node, Set<Quad>> byObject = new HashMap<>();

  void add(Quad quad) {
    if (all.add(quad)) {
      bySubject.computeIfAbsent(quad.getSubject(), key -> new HashSet<>(4)).add(quad);
      byObject.computeIfAbsent(quad.getObject(), key -> new HashSet<>(4)).add(quad);
    }
  }

  /** Takes a quad out, if it is here. */
  boolean remove(Quad quad) {
    if (!all.remove(quad)) {
      return false;
    }
    bySubject.get(quad.getSubject()).remove(quad);
    byObject.get(quad.getObject()).remove(quad);
    return true;
  }

  int size() {
    return all.size();
  }

  /** The quads of a pattern, in which {@link Node#ANY} stands for every node. */
  Stream<Quad> find(Node g, Node s, Node p, Node o) {
    return candidates(s, o).stream().filter(quad -> quad.matches(g, s, p, o));
  }

  private Collection<Quad> candidates(Node s, Node o) {
    if (s.isConcrete()) {
      return bySubject.getOrDefault(s, Set.of());
    }
    return o.isConcrete() ? byObject.getOrDefault(o, Set.of()) : all;
  }
}
