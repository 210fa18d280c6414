package org.bluethread.graph;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * A part of the quads of a pattern, in the order of the store, which is the same for all readers of
 * a commit. Those before and after it are counted by the store's own numbers, without making nodes
 * of them: very much may point to a country or a series of figures.
 *
 * @param quads the quads of this part
 * @param offset how many come before it
 * @param total how many there are in all; if more than {@link #MOST_COUNTED} come after this part,
 *     those counted until then
 * @param exact whether all were counted
 */
public record QuadPart(List<Quad> quads, long offset, long total, boolean exact) {
  /** How many quads after a part are counted at the most. */
  public static final long MOST_COUNTED = 100_000;

  /** Copies the list. */
  public QuadPart {
    quads = List.copyOf(quads);
  }

  /**
   * A part of the quads that point to a thing.
   *
   * @param snapshot in its transaction
   * @param offset how many to pass over
   * @param most how many to give at the most
   */
  public static QuadPart pointingTo(Snapshot snapshot, Node thing, long offset, int most) {
    return of(snapshot, Node.ANY, thing, offset, most);
  }

  /**
   * A part of a named graph. All quads of a subject come one after the other.
   *
   * @param snapshot in its transaction
   * @param offset how many to pass over
   * @param most how many to give at the most
   */
  public static QuadPart inGraph(Snapshot snapshot, Node graph, long offset, int most) {
    return of(snapshot, graph, Node.ANY, offset, most);
  }

  private static QuadPart of(Snapshot snapshot, Node graph, Node object, long offset, int most) {
    if (snapshot.dataset() instanceof Prefetching elsewhere) {
      return elsewhere.part(graph, object, offset, most);
    }
    NodeTupleTable table = table(snapshot.dataset());
    NodeTable nodes = table.getNodeTable();
    List<Quad> quads = new ArrayList<>();
    long count = 0;
    Iterator<Tuple<NodeId>> found =
        table.find(number(nodes, graph), NodeId.NodeIdAny, NodeId.NodeIdAny, number(nodes, object));
    try {
      for (; found.hasNext() && count < offset + most + MOST_COUNTED; count++) {
        Tuple<NodeId> quad = found.next();
        if (count >= offset && quads.size() < most) {
          quads.add(quad(nodes, quad));
        }
      }
      return new QuadPart(quads, offset, count, !found.hasNext());
    } finally {
      Iter.close(found);
    }
  }

  private static NodeTupleTable table(DatasetGraph dataset) {
    DatasetGraph store =
        dataset instanceof CompactableDataset guarded ? guarded.getWrapped() : dataset;
    return TDBInternal.requireStorage(store).getQuadTable().getNodeTupleTable();
  }

  private static NodeId number(NodeTable nodes, Node node) {
    return node.equals(Node.ANY) ? NodeId.NodeIdAny : nodes.getNodeIdForNode(node);
  }

  private static Quad quad(NodeTable nodes, Tuple<NodeId> quad) {
    return Quad.create(
        nodes.getNodeForNodeId(quad.get(0)),
        nodes.getNodeForNodeId(quad.get(1)),
        nodes.getNodeForNodeId(quad.get(2)),
        nodes.getNodeForNodeId(quad.get(3)));
  }

  /** Whether there is nothing before and after this part. */
  public boolean isAll() {
    return exact && quads.size() == total;
  }

  /** How many come up to the end of this part; empty if it is the last. */
  public OptionalLong next() {
    long end = offset + quads.size();
    return quads.isEmpty() || end >= total ? OptionalLong.empty() : OptionalLong.of(end);
  }
}
