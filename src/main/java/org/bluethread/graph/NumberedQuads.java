package org.bluethread.graph;

import java.util.Iterator;
import java.util.function.Consumer;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetable.NodeTableTRDF;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * The quads of a store with the store's own numbers in the place of nodes. Who reads a large part
 * of a graph can so go without making the same nodes again and again: a million quads of random
 * things take 0.1 to 0.3 s so, and 8 to 13 s as nodes.
 *
 * <p>Belongs to its snapshot's transaction and thread; numbers mean nothing beyond it.
 */
public final class NumberedQuads {
  /** Stands for an object that the store keeps without a number, such as a date. */
  public static final long SHORT_LITERAL = -1;

  private final NodeTupleTable quads;
  private final NodeTable nodes;

  /** Whether the store that a snapshot is of has such numbers: TDB2 has. */
  public static boolean areIn(Snapshot snapshot) {
    return !(snapshot.dataset() instanceof Prefetching);
  }

  /** Reads the store that a snapshot is of, which has such numbers. */
  public NumberedQuads(Snapshot snapshot) {
    DatasetGraph dataset = snapshot.dataset();
    DatasetGraph store =
        dataset instanceof CompactableDataset guarded ? guarded.getWrapped() : dataset;
    this.quads = TDBInternal.requireStorage(store).getQuadTable().getNodeTupleTable();
    this.nodes = quads.getNodeTable();
  }

  /** Takes a quad. */
  public interface Visitor {
    /**
     * A quad of the property.
     *
     * @param subject the number of its subject
     * @param object the number of its object
     * @param graph the number of its graph
     */
    void visit(long subject, long object, long graph);
  }

  /** Goes over the quads of a property, but for those whose object is a short literal. */
  public void forEach(Node property, Visitor visitor) {
    NodeId number = nodes.getNodeIdForNode(property);
    if (NodeId.isDoesNotExist(number)) {
      return;
    }
    Iterator<Tuple<NodeId>> found =
        quads.find(NodeId.NodeIdAny, NodeId.NodeIdAny, number, NodeId.NodeIdAny);
    try {
      while (found.hasNext()) {
        Tuple<NodeId> quad = found.next();
        if (quad.get(3).isPtr()) {
          visitor.visit(
              quad.get(1).getPtrLocation(),
              quad.get(3).getPtrLocation(),
              quad.get(0).getPtrLocation());
        }
      }
    } finally {
      Iter.close(found);
    }
  }

  /** Takes a triple of the union. */
  public interface TripleVisitor {
    /**
     * A triple, which comes once however many graphs hold it.
     *
     * @param subject the number of its subject
     * @param property the number of its property
     * @param object the number of its object; {@link #SHORT_LITERAL} if that has none
     */
    void visit(long subject, long property, long object);
  }

  /** Goes over the triples of the union: all those of a subject come one after the other. */
  public void forEachTriple(TripleVisitor visitor) {
    Iterator<Tuple<NodeId>> found = quads.getTupleTable().selectIndex("SPOG").all();
    try {
      Tuple<NodeId> last = null;
      while (found.hasNext()) {
        Tuple<NodeId> quad = found.next();
        if (last == null
            || !quad.get(1).equals(last.get(1))
            || !quad.get(2).equals(last.get(2))
            || !quad.get(3).equals(last.get(3))) {
          NodeId object = quad.get(3);
          visitor.visit(
              quad.get(1).getPtrLocation(),
              quad.get(2).getPtrLocation(),
              object.isPtr() ? object.getPtrLocation() : SHORT_LITERAL);
        }
        last = quad;
      }
    } finally {
      Iter.close(found);
    }
  }

  /** How many different objects the triples have. */
  public long countObjects() {
    Iterator<Tuple<NodeId>> found = quads.getTupleTable().selectIndex("OSPG").all();
    try {
      long count = 0;
      NodeId last = NodeId.NodeIdAny;
      while (found.hasNext()) {
        NodeId object = found.next().get(3);
        if (!object.equals(last)) {
          count++;
        }
        last = object;
      }
      return count;
    } finally {
      Iter.close(found);
    }
  }

  /**
   * The nodes of many numbers that were given. Numbers are places in the store's file, so that it
   * is read from front to back and once; for few numbers, {@link #node} is quicker.
   *
   * @param ascending the numbers, none twice
   * @param what takes a node for each number, in the same order
   */
  public void forEachNode(long[] ascending, Consumer<Node> what) {
    NodeTable table = nodes;
    while (table.wrapped() != null) {
      table = table.wrapped();
    }
    NodeTableTRDF stored = (NodeTableTRDF) table;
    NodeTable reading = new NodeTableTRDF(stored.getIndex(), new BlockwiseFile(stored.getData()));
    for (long number : ascending) {
      what.accept(reading.getNodeForNodeId(NodeIdFactory.createPtr(number)));
    }
  }

  /** The node of a number that was given. */
  public Node node(long number) {
    return nodes.getNodeForNodeId(NodeIdFactory.createPtr(number));
  }
}
