package org.bluethread.graph;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphTriplesQuads;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Transactional;
import org.apache.jena.sparql.core.TransactionalNull;
import org.bluethread.geometry.GeoFunctions;

/**
 * A dataset that looks changed while the one below stays as it is: changes are kept in memory and
 * shown in every look-up. It lets a change be tried in a read transaction.
 *
 * <p>For one transaction of one thread.
 */
final class OverlayDataset extends DatasetGraphTriplesQuads {
  private final DatasetGraph base;
  private final DefaultGraph defaultGraph;
  private final int mostQuads;
  private final Transactional transaction = TransactionalNull.create();
  private final QuadIndex added = new QuadIndex();
  private final Set<Quad> removed = new HashSet<>();

  /**
   * @param base what lies below, in a read transaction
   * @param defaultGraph what its default graph is
   * @param mostQuads how many changed quads are kept before it gives up
   */
  OverlayDataset(DatasetGraph base, DefaultGraph defaultGraph, int mostQuads) {
    this.base = base;
    this.defaultGraph = defaultGraph;
    this.mostQuads = mostQuads;
    GeoFunctions.addTo(getContext());
  }

  @Override
  protected void addToNamedGraph(Node g, Node s, Node p, Node o) {
    Quad quad = Quad.create(g, s, p, o);
    if (!removed.remove(quad) && !base.contains(quad)) {
      added.add(quad);
      bound();
    }
  }

  @Override
  protected void deleteFromNamedGraph(Node g, Node s, Node p, Node o) {
    Quad quad = Quad.create(g, s, p, o);
    if (!added.remove(quad) && base.contains(quad)) {
      removed.add(quad);
      bound();
    }
  }

  @Override
  protected void addToDftGraph(Node s, Node p, Node o) {
    addToNamedGraph(Quad.defaultGraphIRI, s, p, o);
  }

  @Override
  protected void deleteFromDftGraph(Node s, Node p, Node o) {
    deleteFromNamedGraph(Quad.defaultGraphIRI, s, p, o);
  }

  private void bound() {
    if (added.size() + removed.size() > mostQuads) {
      throw new TooLargeException(mostQuads);
    }
  }

  @Override
  protected Iterator<Quad> findInDftGraph(Node s, Node p, Node o) {
    return defaultGraph.node().equals(Quad.defaultGraphIRI)
        ? findInSpecificNamedGraph(Quad.defaultGraphIRI, s, p, o)
        : Iter.nullIterator();
  }

  @Override
  protected Iterator<Quad> findInSpecificNamedGraph(Node g, Node s, Node p, Node o) {
    return find(base.find(g, s, p, o), g, s, p, o);
  }

  @Override
  protected Iterator<Quad> findInAnyNamedGraphs(Node s, Node p, Node o) {
    return Iter.filter(
        find(base.findNG(Node.ANY, s, p, o), Node.ANY, s, p, o), quad -> !quad.isDefaultGraph());
  }

  private Iterator<Quad> find(Iterator<Quad> below, Node g, Node s, Node p, Node o) {
    // Some of Jena's readers, that of shapes among them, write null for any node.
    Stream<Quad> here = added.find(any(g), any(s), any(p), any(o));
    return Iter.concat(Iter.filter(below, quad -> !removed.contains(quad)), here.iterator());
  }

  private static Node any(Node node) {
    return Objects.requireNonNullElse(node, Node.ANY);
  }

  @Override
  public Iterator<Node> listGraphNodes() {
    return Iter.distinct(
        Iter.map(findInAnyNamedGraphs(Node.ANY, Node.ANY, Node.ANY), Quad::getGraph));
  }

  @Override
  public Graph getDefaultGraph() {
    return defaultGraph.in(this);
  }

  @Override
  public Graph getGraph(Node name) {
    return GraphView.createNamedGraph(this, name);
  }

  @Override
  public PrefixMap prefixes() {
    return base.prefixes();
  }

  @Override
  public boolean supportsTransactions() {
    return true;
  }

  @Override
  public void begin(TxnType type) {
    transaction.begin(type);
  }

  @Override
  public boolean promote(Promote mode) {
    return transaction.promote(mode);
  }

  @Override
  public void commit() {
    transaction.commit();
  }

  @Override
  public void abort() {
    transaction.abort();
  }

  @Override
  public void end() {
    transaction.end();
  }

  @Override
  public ReadWrite transactionMode() {
    return transaction.transactionMode();
  }

  @Override
  public TxnType transactionType() {
    return transaction.transactionType();
  }

  @Override
  public boolean isInTransaction() {
    return transaction.isInTransaction();
  }
}
