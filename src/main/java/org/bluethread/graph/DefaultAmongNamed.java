package org.bluethread.graph;

import java.util.Iterator;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;

/**
 * A dataset that counts its default graph among the named ones, so that the union of these holds
 * every statement. For reading, in one transaction of one thread.
 */
final class DefaultAmongNamed extends DatasetGraphWrapper {
  DefaultAmongNamed(DatasetGraph dataset) {
    super(dataset);
  }

  @Override
  public Graph getUnionGraph() {
    return GraphView.createUnionGraph(this);
  }

  @Override
  public Iterator<Quad> findNG(Node g, Node s, Node p, Node o) {
    return find(g, s, p, o);
  }

  @Override
  public Iterator<Quad> find(Node g, Node s, Node p, Node o) {
    if (!Quad.isUnionGraph(g)) {
      return getR().find(g, s, p, o);
    }
    Iterator<Quad> found = getR().find(Node.ANY, s, p, o);
    return Iter.distinct(Iter.map(found, quad -> Quad.create(g, quad.asTriple())));
  }
}
