package org.bluethread.graph.remote;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/**
 * What one transaction has at hand of a store elsewhere: what is said of things, and which things
 * it has come upon. Who comes upon things mostly asks for their names next, so they are fetched
 * together. For one thread.
 */
final class Reading {
  private static final int MOST_KEPT = 5000;
  private static final int MOST_NOTED = 1000;
  private static final int TOGETHER = 100;

  private final Map<Node, Optional<List<Quad>>> about =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Node, Optional<List<Quad>>> eldest) {
          return size() > MOST_KEPT;
        }
      };

  private final LinkedHashSet<Node> noted = new LinkedHashSet<>();

  /** Whether it is known what is said of a thing, or that it is too much. */
  boolean knows(Node thing) {
    return about.containsKey(thing);
  }

  /** What is said of a thing; empty if that is too much to keep, or not known. */
  Optional<List<Quad>> about(Node thing) {
    return about.getOrDefault(thing, Optional.empty());
  }

  /** Keeps what is said of a thing; empty if it is too much. */
  void keep(Node thing, Optional<List<Quad>> statements) {
    about.put(thing, statements);
    noted.remove(thing);
  }

  /** Notes the things of a statement that was found, and the graph it stands in. */
  Quad note(Quad found) {
    note(found.getGraph());
    note(found.getSubject());
    note(found.getObject());
    return found;
  }

  private void note(Node thing) {
    if (thing.isURI() && !knows(thing) && noted.add(thing) && noted.size() > MOST_NOTED) {
      noted.removeFirst();
    }
  }

  /** A thing, and those it was come upon with last. */
  List<Node> with(Node thing) {
    List<Node> together = new ArrayList<>(List.of(thing));
    noted.reversed().stream()
        .filter(other -> !other.equals(thing))
        .limit(TOGETHER - 1)
        .forEach(together::add);
    return together;
  }
}
