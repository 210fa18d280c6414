package org.bluethread.publish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.bluethread.graph.Snapshot;
import org.bluethread.vocabulary.BT;

/**
 * How much there is in the graph.
 *
 * @param statements how many statements, each counted once however many graphs hold it
 * @param things how many things are of each class of the ontology; graphs are not counted among the
 *     things
 * @param documents the documents, {@link #MOST_DOCUMENTS} at the most
 */
public record Figures(long statements, Map<Node, Long> things, List<Node> documents) {
  /** How many documents are named at the most. */
  public static final int MOST_DOCUMENTS = 1000;

  /** Copies map and list. */
  public Figures {
    things = Map.copyOf(things);
    documents = List.copyOf(documents);
  }

  /** Counts, which takes time in proportion to the graph. */
  public static Figures of(Snapshot snapshot) {
    Map<Node, Long> things = new HashMap<>();
    List<Node> documents = new ArrayList<>();
    Iterator<Triple> types = snapshot.union().find(Node.ANY, RDF.Nodes.type, Node.ANY);
    try {
      while (types.hasNext()) {
        Triple triple = types.next();
        Node type = triple.getObject();
        if (type.isURI() && type.getURI().startsWith(BT.NS)) {
          things.merge(type, 1L, Long::sum);
        }
        if (type.equals(BT.Document.asNode()) && documents.size() < MOST_DOCUMENTS) {
          documents.add(triple.getSubject());
        }
      }
    } finally {
      Iter.close(types);
    }
    things.keySet().removeIf(type -> isGraphKind(snapshot, type));
    return new Figures(Iter.count(snapshot.union().find()), things, documents);
  }

  private static boolean isGraphKind(Snapshot snapshot, Node type) {
    return type.equals(BT.Graph.asNode())
        || snapshot.union().contains(type, RDFS.Nodes.subClassOf, BT.Graph.asNode());
  }
}
