package org.bluethread.graph;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** Names of things for people. */
public final class Labels {
  private static final List<Node> PROPERTIES = List.of(SKOS.prefLabel.asNode(), RDFS.Nodes.label);

  private Labels() {}

  /**
   * The name of a thing in a language, else in English, else in the first language by alphabet.
   *
   * @param union the union of all graphs, in a transaction
   * @return a literal with its language; empty if the thing has no name
   */
  public static Optional<Node> of(Graph union, Node thing, String language) {
    for (Node property : PROPERTIES) {
      Map<String, Node> names = new TreeMap<>();
      Iterator<Triple> found = union.find(thing, property, Node.ANY);
      try {
        found.forEachRemaining(
            triple -> {
              if (triple.getObject().isLiteral()) {
                names.putIfAbsent(triple.getObject().getLiteralLanguage(), triple.getObject());
              }
            });
      } finally {
        Iter.close(found);
      }
      if (!names.isEmpty()) {
        Node other = names.getOrDefault("en", names.values().iterator().next());
        return Optional.of(names.getOrDefault(language, other));
      }
    }
    return Optional.empty();
  }
}
