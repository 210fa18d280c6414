package org.bluethread.publish;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.bluethread.graph.Snapshot;
import org.bluethread.publish.partition.Partitions;
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

  /** Takes what is counted already and looks for the documents. */
  public static Figures of(Snapshot snapshot, Partitions partitions) {
    Map<Node, Long> things = new HashMap<>();
    partitions
        .classes()
        .forEach(
            (type, partition) -> {
              if (type.getURI().startsWith(BT.NS) && !isGraphKind(snapshot, type)) {
                things.put(type, partition.entities());
              }
            });
    List<Node> documents =
        snapshot.union().stream(Node.ANY, RDF.Nodes.type, BT.Document.asNode())
            .map(Triple::getSubject)
            .limit(MOST_DOCUMENTS)
            .toList();
    return new Figures(partitions.triples(), things, documents);
  }

  private static boolean isGraphKind(Snapshot snapshot, Node type) {
    return type.equals(BT.Graph.asNode())
        || snapshot.union().contains(type, RDFS.Nodes.subClassOf, BT.Graph.asNode());
  }
}
