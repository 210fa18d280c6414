package org.bluethread.graph;

import java.util.HashSet;
import java.util.Iterator;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.TDB2;
import org.bluethread.gate.Delta;
import org.bluethread.vocabulary.Addresses;

/**
 * Which of our own names once stood in the graph and stand there no more, each with the commit that
 * took the last statement with it. A name that comes back is no longer among them. Things, which
 * are subjects and objects, are told apart from graphs: of a graph that is empty much may be said.
 *
 * <p>They stand where the store notes its own state, in its default graph, and change in the same
 * transaction as the data: nothing has to be read again after a crash or a start. Where the default
 * graph is for data, nothing is noted.
 *
 * <p>All methods want a transaction.
 */
enum Removals {
  /** Subjects and objects. */
  THINGS("urn:bluethread:removed") {
    @Override
    void names(Quad quad, Set<Node> names) {
      addOurs(quad.getSubject(), names);
      addOurs(quad.getObject(), names);
    }

    @Override
    boolean holds(DatasetGraph dataset, Node name) {
      return isAny(dataset.findNG(Node.ANY, name, Node.ANY, Node.ANY))
          || isAny(dataset.findNG(Node.ANY, Node.ANY, Node.ANY, name));
    }
  },

  /** Names of graphs. */
  GRAPHS("urn:bluethread:emptied") {
    @Override
    void names(Quad quad, Set<Node> names) {
      addOurs(quad.getGraph(), names);
    }

    @Override
    boolean holds(DatasetGraph dataset, Node name) {
      return isAny(dataset.findNG(name, Node.ANY, Node.ANY, Node.ANY));
    }
  };

  private static final Node STATE = Quad.defaultGraphIRI;

  private final String property;

  Removals(String property) {
    this.property = property;
  }

  /** What leads from a name to the number of the commit. */
  private Node removedBy() {
    return NodeFactory.createURI(property);
  }

  /** Adds the names that a quad has of this kind. */
  abstract void names(Quad quad, Set<Node> names);

  /** Whether a name still stands in the graph. */
  abstract boolean holds(DatasetGraph dataset, Node name);

  /**
   * Notes what a change takes away for good, and forgets what it brings back.
   *
   * @param dataset the dataset as the change leaves it, in a write transaction
   * @param commit the number of the commit
   */
  static void note(DatasetGraph dataset, Delta delta, long commit) {
    if (dataset.getContext().isTrue(TDB2.symUnionDefaultGraph)) {
      for (Removals kind : values()) {
        kind.noteOwn(dataset, delta, commit);
      }
    }
  }

  private void noteOwn(DatasetGraph dataset, Delta delta, long commit) {
    Node removedBy = removedBy();
    Set<Node> came = new HashSet<>();
    delta.added().forEach(quad -> names(quad, came));
    if (isAny(dataset.find(STATE, Node.ANY, removedBy, Node.ANY))) {
      came.forEach(name -> dataset.deleteAny(STATE, name, removedBy, Node.ANY));
    }
    Set<Node> went = new HashSet<>();
    delta.removed().forEach(quad -> names(quad, went));
    Node number = NodeFactory.createLiteralString(Long.toString(commit));
    for (Node name : went) {
      if (!came.contains(name) && !holds(dataset, name)) {
        dataset.add(STATE, name, removedBy, number);
      }
    }
  }

  /** The number of the commit that took the last statement with a name; empty if none did. */
  OptionalLong commit(DatasetGraph dataset, Node name) {
    Iterator<Quad> found = dataset.find(STATE, name, removedBy(), Node.ANY);
    try {
      return found.hasNext()
          ? OptionalLong.of(Long.parseLong(found.next().getObject().getLiteralLexicalForm()))
          : OptionalLong.empty();
    } finally {
      Iter.close(found);
    }
  }

  private static void addOurs(Node node, Set<Node> names) {
    if (node.isURI() && node.getURI().startsWith(Addresses.BASE)) {
      names.add(node);
    }
  }

  private static boolean isAny(Iterator<Quad> found) {
    try {
      return found.hasNext();
    } finally {
      Iter.close(found);
    }
  }
}
