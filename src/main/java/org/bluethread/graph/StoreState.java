package org.bluethread.graph;

import java.util.Iterator;
import java.util.Optional;
import java.util.UUID;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * What the store knows of itself: its identity and the number of its last commit. They stand in the
 * store's own default graph, which holds no data and which no query on the union sees, and change
 * in the same transaction as the data.
 */
final class StoreState {
  private static final Node STORE = NodeFactory.createURI("urn:bluethread:store");
  private static final Node IDENTITY = NodeFactory.createURI("urn:bluethread:identity");
  private static final Node COMMIT = NodeFactory.createURI("urn:bluethread:commit");
  private static final Node GRAPH = Quad.defaultGraphIRI;

  private StoreState() {}

  /** The store's identity; empty in a store that was never written. In a transaction. */
  static Optional<String> identity(DatasetGraph dataset) {
    return value(dataset, IDENTITY);
  }

  /** The number of the last commit; 0 before the first. In a transaction. */
  static long commit(DatasetGraph dataset) {
    return value(dataset, COMMIT).map(Long::parseLong).orElse(0L);
  }

  /** Gives a new store its identity. In a write transaction. */
  static String identify(DatasetGraph dataset) {
    String identity = UUID.randomUUID().toString();
    set(dataset, IDENTITY, identity);
    return identity;
  }

  /** Notes the number of the commit that this write transaction makes. */
  static void setCommit(DatasetGraph dataset, long number) {
    set(dataset, COMMIT, Long.toString(number));
  }

  private static void set(DatasetGraph dataset, Node property, String value) {
    dataset.deleteAny(GRAPH, STORE, property, Node.ANY);
    dataset.add(GRAPH, STORE, property, NodeFactory.createLiteralString(value));
  }

  private static Optional<String> value(DatasetGraph dataset, Node property) {
    Iterator<Quad> found = dataset.find(GRAPH, STORE, property, Node.ANY);
    try {
      return found.hasNext()
          ? Optional.of(found.next().getObject().getLiteralLexicalForm())
          : Optional.empty();
    } finally {
      Iter.close(found);
    }
  }
}
