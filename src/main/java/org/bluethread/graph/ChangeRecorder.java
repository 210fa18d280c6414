package org.bluethread.graph;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.bluethread.gate.Delta;

/**
 * The dataset as a writer sees it. It passes every change on, notes the net change, sends what has
 * no graph to where such statements stand, and gives blank nodes the form in which they are stored.
 *
 * <p>Queries see through it (it is a plain wrapper, not a view), so a WHERE clause is answered by
 * the store's own engine. For one transaction of one thread.
 */
final class ChangeRecorder extends DatasetGraphWrapper {
  private static final Node ANY = Node.ANY;

  private final DefaultGraph defaultGraph;
  private final Delta delta = new Delta();
  private final Grounding grounding;
  private final SortedSet<String> heldElsewhere = new TreeSet<>();

  ChangeRecorder(DatasetGraph target, DefaultGraph defaultGraph, String skolemSeed) {
    super(target);
    this.defaultGraph = defaultGraph;
    this.grounding = defaultGraph.grounding(skolemSeed);
  }

  Delta delta() {
    return delta;
  }

  /** Graphs that hold what was to be deleted from the graph of unattributed statements. */
  SortedSet<String> heldElsewhere() {
    return Collections.unmodifiableSortedSet(heldElsewhere);
  }

  @Override
  public Graph getDefaultGraph() {
    return getGraph(defaultGraph.node());
  }

  @Override
  public Graph getGraph(Node name) {
    return GraphView.createNamedGraph(this, named(name));
  }

  @Override
  public boolean containsGraph(Node name) {
    return getR().containsGraph(named(name));
  }

  @Override
  public void add(Quad quad) {
    add(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
  }

  @Override
  public void add(Node g, Node s, Node p, Node o) {
    Quad quad = grounding.stored(named(g), s, p, o);
    if (!getR().contains(quad)) {
      getW().add(quad);
      delta.noteAdded(quad);
    }
  }

  @Override
  public void delete(Quad quad) {
    delete(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
  }

  @Override
  public void delete(Node g, Node s, Node p, Node o) {
    Quad quad = StoredForm.of(Quad.create(named(g), s, p, o));
    if (getR().contains(quad)) {
      getW().delete(quad);
      delta.noteRemoved(quad);
    } else if (!quad.getGraph().equals(g) && !quad.isDefaultGraph()) {
      noteWhereHeld(quad.asTriple());
    }
  }

  @Override
  public void deleteAny(Node g, Node s, Node p, Node o) {
    List<Quad> quads = Iter.toList(find(g, s, p, o));
    quads.forEach(this::delete);
  }

  @Override
  public void addGraph(Node name, Graph graph) {
    graph
        .find()
        .forEachRemaining(
            triple -> add(name, triple.getSubject(), triple.getPredicate(), triple.getObject()));
  }

  @Override
  public void removeGraph(Node name) {
    deleteAny(named(name), ANY, ANY, ANY);
  }

  @Override
  public void clear() {
    deleteAny(ANY, ANY, ANY, ANY);
  }

  @Override
  public Iterator<Quad> find() {
    return find(ANY, ANY, ANY, ANY);
  }

  @Override
  public Iterator<Quad> find(Quad quad) {
    return find(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
  }

  @Override
  public Iterator<Quad> find(Node g, Node s, Node p, Node o) {
    return ANY.equals(g) ? defaultGraph.find(getR(), s, p, o) : getR().find(named(g), s, p, o);
  }

  @Override
  public Iterator<Quad> findNG(Node g, Node s, Node p, Node o) {
    return ANY.equals(g) ? getR().findNG(ANY, s, p, o) : find(g, s, p, o);
  }

  @Override
  public boolean contains(Node g, Node s, Node p, Node o) {
    return find(g, s, p, o).hasNext();
  }

  @Override
  public boolean contains(Quad quad) {
    return find(quad).hasNext();
  }

  private void noteWhereHeld(Triple triple) {
    Iterator<Quad> held =
        getR().findNG(ANY, triple.getSubject(), triple.getPredicate(), triple.getObject());
    while (held.hasNext() && heldElsewhere.size() < Outcome.MOST_GRAPHS_NAMED) {
      heldElsewhere.add(held.next().getGraph().toString());
    }
    Iter.close(held);
  }

  private Node named(Node graph) {
    if (graph == null || Quad.isDefaultGraph(graph)) {
      return defaultGraph.node();
    }
    if (Quad.isUnionGraph(graph)) {
      throw new IllegalArgumentException(
          "The union of all graphs cannot be written: name the graph that is to change.");
    }
    return graph;
  }
}
