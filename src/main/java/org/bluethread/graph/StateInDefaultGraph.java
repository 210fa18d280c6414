package org.bluethread.graph;

import java.util.Iterator;
import java.util.Optional;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * The state of a store whose queries see the union of its named graphs: it stands in the store's
 * own default graph, which holds nothing else.
 */
final class StateInDefaultGraph extends StoreState {
  private static final String BASE = "urn:bluethread:";
  private static final Node STORE = NodeFactory.createURI(BASE + "store");
  private static final Node GRAPH = Quad.defaultGraphIRI;

  private final DatasetGraph stored;

  StateInDefaultGraph(DatasetGraph stored) {
    this.stored = stored;
  }

  @Override
  Optional<String> value(String name) {
    Iterator<Quad> found = stored.find(GRAPH, STORE, property(name), Node.ANY);
    try {
      return found.hasNext()
          ? Optional.of(found.next().getObject().getLiteralLexicalForm())
          : Optional.empty();
    } finally {
      Iter.close(found);
    }
  }

  @Override
  void set(String name, String value) {
    stored.deleteAny(GRAPH, STORE, property(name), Node.ANY);
    stored.add(GRAPH, STORE, property(name), NodeFactory.createLiteralString(value));
  }

  private static Node property(String name) {
    return NodeFactory.createURI(BASE + name);
  }
}
