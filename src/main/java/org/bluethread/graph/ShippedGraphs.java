package org.bluethread.graph;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.bluethread.vocabulary.Addresses;
import org.bluethread.vocabulary.BT;

/**
 * The list of graphs that a release shipped, which stands in the dataset itself: for each the hash
 * of the files it came from and the hash of what it held then. All methods want a transaction.
 */
final class ShippedGraphs {
  private static final Node LIST = Addresses.RELEASE_GRAPH;
  private static final Node SOURCE_HASH = BT.sourceHash.asNode();
  private static final Node CONTENT_HASH = BT.contentHash.asNode();
  private static final Node FINGERPRINT = BT.releaseFingerprint.asNode();

  private ShippedGraphs() {}

  /** Whether a graph belongs to the release: it was shipped, or only releases may change it. */
  static boolean contains(DatasetGraph dataset, Node graph) {
    return graph.equals(LIST)
        || graph.equals(Addresses.SHAPES_GRAPH)
        || graph.equals(Addresses.ONTOLOGY_GRAPH)
        || dataset.contains(LIST, graph, SOURCE_HASH, Node.ANY);
  }

  /** The fingerprint of all files of the release that was loaded last. */
  static Optional<String> fingerprint(DatasetGraph dataset) {
    return value(dataset, LIST, FINGERPRINT);
  }

  /** The hash of the files that a graph came from, by graph. */
  static Map<Node, String> sourceHashes(DatasetGraph dataset) {
    Map<Node, String> hashes = new LinkedHashMap<>();
    Iterator<Quad> quads = dataset.find(LIST, Node.ANY, SOURCE_HASH, Node.ANY);
    quads.forEachRemaining(
        quad -> hashes.put(quad.getSubject(), quad.getObject().getLiteralLexicalForm()));
    return hashes;
  }

  /** Whether a graph holds something else than what the release put there. */
  static boolean isEdited(DatasetGraph dataset, Node graph) {
    return !value(dataset, graph, CONTENT_HASH).equals(Optional.of(GraphHash.of(dataset, graph)));
  }

  /** Takes a graph off the list. */
  static void remove(DatasetGraph dataset, Collection<Node> graphs) {
    for (Node graph : graphs) {
      dataset.deleteAny(LIST, graph, Node.ANY, Node.ANY);
    }
  }

  /** Puts a graph as it now is on the list. */
  static void put(DatasetGraph dataset, Node graph, String sourceHash) {
    set(dataset, graph, SOURCE_HASH, sourceHash);
    set(dataset, graph, CONTENT_HASH, GraphHash.of(dataset, graph));
  }

  /** Notes the fingerprint of all files. */
  static void setFingerprint(DatasetGraph dataset, String fingerprint) {
    dataset.add(LIST, LIST, RDF.Nodes.type, BT.RegisterGraph.asNode());
    set(dataset, LIST, FINGERPRINT, fingerprint);
  }

  private static void set(DatasetGraph dataset, Node subject, Node property, String value) {
    dataset.deleteAny(LIST, subject, property, Node.ANY);
    dataset.add(LIST, subject, property, NodeFactory.createLiteralString(value));
  }

  private static Optional<String> value(DatasetGraph dataset, Node subject, Node property) {
    Iterator<Quad> quads = dataset.find(LIST, subject, property, Node.ANY);
    try {
      return quads.hasNext()
          ? Optional.of(quads.next().getObject().getLiteralLexicalForm())
          : Optional.empty();
    } finally {
      Iter.close(quads);
    }
  }
}
