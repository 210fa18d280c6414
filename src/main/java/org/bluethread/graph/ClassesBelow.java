package org.bluethread.graph;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The classes below classes, worked out once for each commit: things carry the types that were
 * stated, and who asks for a class means those below it as well. Only classes with others below
 * them are kept, so there are never more than the graph has. Safe for threads.
 */
public final class ClassesBelow {
  private final PerCommit<Map<String, Set<String>>> known =
      new PerCommit<>(snapshot -> new ConcurrentHashMap<>());

  /**
   * A class and all below it.
   *
   * @param snapshot the state of the graph that says so, in its transaction
   * @param type the IRI of the class, which need not be there
   */
  public Set<String> of(Snapshot snapshot, String type) {
    Map<String, Set<String>> kept = known.of(snapshot);
    Set<String> found = kept.get(type);
    if (found == null) {
      found =
          Hierarchy.classes(snapshot.union(), NodeFactory.createURI(type)).stream()
              .map(Node::getURI)
              .collect(Collectors.toUnmodifiableSet());
      if (found.size() > 1) {
        kept.put(type, found);
      }
    }
    return found;
  }
}
