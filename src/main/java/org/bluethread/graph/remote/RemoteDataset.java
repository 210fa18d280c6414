package org.bluethread.graph.remote;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.DatasetGraphBaseFind;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.tdb2.TDB2;
import org.bluethread.execution.StopSignal;
import org.bluethread.geometry.GeoFunctions;
import org.bluethread.graph.Prefetching;
import org.bluethread.graph.QuadPart;
import org.bluethread.graph.ReadOnlyException;

/**
 * A store elsewhere as a dataset of Jena's. Its default graph is the union of its named graphs.
 * Queries go to the store as a whole where it can carry them out, see {@link RemoteEngine}; here,
 * single patterns do, and what is said of one thing is fetched at once and kept until the end of
 * the transaction.
 *
 * <p>A transaction is of this program alone: the store may change between two of its requests.
 *
 * <p>A blank node means something within one answer of the store. So the graphs that are made of
 * them, the ontology and the shapes, are read as a whole ({@link WholeGraphs}); of any other blank
 * node nothing can be asked, and nothing is found.
 *
 * <p>Safe for threads; a transaction belongs to its thread.
 */
final class RemoteDataset extends DatasetGraphBaseFind implements Prefetching {
  /** Of a thing of which more is said, single patterns are asked. */
  private static final int MOST_STATEMENTS_KEPT = 5000;

  private static final int MOST_STATEMENTS_TOGETHER = 50_000;

  private final SparqlClient client;
  private final PatternQueries patterns;
  private final Views views;
  private final WholeGraphs wholeGraphs;
  private final ThreadLocal<Optional<Reading>> reading = ThreadLocal.withInitial(Optional::empty);

  RemoteDataset(SparqlClient client) {
    this.client = client;
    this.patterns = new PatternQueries(client);
    this.views = new Views(client);
    this.wholeGraphs = new WholeGraphs(client);
    getContext().set(TDB2.symUnionDefaultGraph, true);
    GeoFunctions.addTo(getContext());
    QueryEngineRegistry engines = QueryEngineRegistry.get().copy();
    engines.add(new RemoteEngine());
    QueryEngineRegistry.set(getContext(), engines);
  }

  SparqlClient client() {
    return client;
  }

  /**
   * How the store is to be asked.
   *
   * @param asking the signal of the query that is to be asked
   */
  UnionView view(StopSignal asking) {
    return views.view(asking);
  }

  void forget() {
    views.forget();
    wholeGraphs.forget();
  }

  @Override
  public Iterator<Quad> find(Node g, Node s, Node p, Node o) {
    return super.find(any(g), any(s), any(p), any(o));
  }

  @Override
  public Iterator<Quad> findNG(Node g, Node s, Node p, Node o) {
    return super.findNG(any(g), any(s), any(p), any(o));
  }

  /** Jena takes null, too, for any node. */
  private static Node any(Node node) {
    return node == null ? Node.ANY : node;
  }

  @Override
  protected Iterator<Quad> findInAnyNamedGraphs(Node s, Node p, Node o) {
    return quads(Node.ANY, s, p, o);
  }

  @Override
  protected Iterator<Quad> findInSpecificNamedGraph(Node g, Node s, Node p, Node o) {
    return quads(g, s, p, o);
  }

  @Override
  protected Iterator<Quad> findInDftGraph(Node s, Node p, Node o) {
    return Iter.map(findInUnionGraph(s, p, o), triple -> Quad.create(Quad.defaultGraphIRI, triple));
  }

  @Override
  public Iterator<Triple> findInUnionGraph(Node s, Node p, Node o) {
    if (s.isConcrete() || !areSayable(p, o)) {
      return Iter.distinct(Iter.map(quads(Node.ANY, s, p, o), Quad::asTriple));
    }
    Iterator<Triple> there =
        Iter.map(patterns.distinct(s, p, o, wholeGraphs.filter()), quad -> noted(quad).asTriple());
    Set<Triple> here =
        wholeGraphs.find(Node.ANY, s, p, o).map(Quad::asTriple).collect(Collectors.toSet());
    return Iter.concat(here.iterator(), Iter.filter(there, triple -> !here.contains(triple)));
  }

  @Override
  public Iterator<Quad> findQuadsInUnionGraph(Node s, Node p, Node o) {
    return Iter.map(findInUnionGraph(s, p, o), triple -> Quad.create(Quad.unionGraph, triple));
  }

  private Iterator<Quad> quads(Node g, Node s, Node p, Node o) {
    if (s.isURI() && Sayable.is(s)) {
      Optional<List<Quad>> about = about(s);
      if (about.isPresent()) {
        List<Quad> found = about.get().stream().filter(quad -> matches(quad, g, p, o)).toList();
        found.forEach(this::noted); // All of them now: what is asked of the first goes for others.
        return found.iterator();
      }
    }
    Stream<Quad> here = wholeGraphs.find(g, s, p, o);
    if (WholeGraphs.hold(g) || !areSayable(g, s, p, o)) {
      return here.iterator();
    }
    Iterator<Quad> there =
        Iter.map(
            patterns.quads(g, s, p, o, g.isConcrete() ? "" : wholeGraphs.filter()), this::noted);
    return Iter.concat(here.iterator(), there);
  }

  private static boolean areSayable(Node... terms) {
    return Stream.of(terms).allMatch(Sayable::is);
  }

  private static boolean matches(Quad quad, Node g, Node p, Node o) {
    return (!g.isConcrete() || quad.getGraph().equals(g))
        && (!p.isConcrete() || quad.getPredicate().equals(p))
        && (!o.isConcrete() || quad.getObject().sameTermAs(o));
  }

  /** All statements about a thing; empty if they are too many. */
  private Optional<List<Quad>> about(Node subject) {
    Optional<Reading> now = reading.get();
    if (now.isEmpty()) {
      return Optional.empty();
    }
    if (!now.get().knows(subject)) {
      prefetch(now.get().with(subject));
    }
    if (!now.get().knows(subject)) {
      prefetch(List.of(subject)); // Of all of them together there was too much.
    }
    return now.get().about(subject);
  }

  /** Notes the things of a statement for the transaction of this thread. */
  private Quad noted(Quad quad) {
    reading.get().ifPresent(now -> now.note(quad));
    return quad;
  }

  @Override
  public void prefetch(Collection<Node> subjects) {
    Optional<Reading> now = reading.get();
    List<Node> missing =
        subjects.stream()
            .distinct()
            .filter(Node::isURI)
            .filter(Sayable::is)
            .filter(node -> now.isPresent() && !now.get().knows(node))
            .toList();
    if (missing.isEmpty()) {
      return;
    }
    long most = missing.size() == 1 ? MOST_STATEMENTS_KEPT : MOST_STATEMENTS_TOGETHER;
    Map<Node, List<Quad>> found = new LinkedHashMap<>();
    missing.forEach(
        node ->
            found.put(
                node,
                wholeGraphs
                    .find(Node.ANY, node, Node.ANY, Node.ANY)
                    .collect(Collectors.toCollection(ArrayList::new))));
    long count = 0;
    Iterator<Quad> quads = patterns.about(missing, wholeGraphs.filter(), most + 1);
    while (quads.hasNext()) {
      Quad quad = quads.next();
      found.get(quad.getSubject()).add(quad);
      count++;
    }
    if (count <= most) {
      found.forEach((node, all) -> now.get().keep(node, Optional.of(all)));
    } else if (missing.size() == 1) {
      now.get().keep(missing.get(0), Optional.empty());
    } // Else each is fetched when it is asked for.
  }

  @Override
  public QuadPart part(Node graph, Node object, long offset, int most) {
    if (WholeGraphs.hold(graph)) {
      List<Quad> all = wholeGraphs.find(graph, Node.ANY, Node.ANY, object).toList();
      return new QuadPart(all.stream().skip(offset).limit(most).toList(), offset, all.size(), true);
    }
    if (!areSayable(graph, object)) {
      return new QuadPart(List.of(), offset, 0, true);
    }
    return patterns.part(graph, object, offset, most);
  }

  @Override
  public boolean containsGraph(Node name) {
    Iterator<Quad> found = quads(name, Node.ANY, Node.ANY, Node.ANY);
    try {
      return found.hasNext();
    } finally {
      Iter.close(found);
    }
  }

  @Override
  public Iterator<Node> listGraphNodes() {
    return patterns.graphs();
  }

  @Override
  public Graph getDefaultGraph() {
    return GraphView.createUnionGraph(this);
  }

  @Override
  public Graph getGraph(Node name) {
    return GraphView.createNamedGraph(this, name);
  }

  @Override
  public PrefixMap prefixes() {
    return PrefixMapFactory.create();
  }

  @Override
  public void addGraph(Node name, Graph graph) {
    throw new ReadOnlyException();
  }

  @Override
  public void removeGraph(Node name) {
    throw new ReadOnlyException();
  }

  @Override
  public boolean supportsTransactions() {
    return true;
  }

  @Override
  public boolean supportsTransactionAbort() {
    return false;
  }

  @Override
  public void begin(TxnType type) {
    if (type == TxnType.WRITE) {
      throw new ReadOnlyException();
    }
    reading.set(Optional.of(new Reading()));
  }

  @Override
  public boolean promote(Promote mode) {
    return false;
  }

  @Override
  public void commit() {
    end();
  }

  @Override
  public void abort() {
    end();
  }

  @Override
  public void end() {
    reading.remove();
  }

  @Override
  public ReadWrite transactionMode() {
    return isInTransaction() ? ReadWrite.READ : null;
  }

  @Override
  public TxnType transactionType() {
    return isInTransaction() ? TxnType.READ : null;
  }

  @Override
  public boolean isInTransaction() {
    return reading.get().isPresent();
  }
}
