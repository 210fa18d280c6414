package org.bluethread.graph;

import java.util.Iterator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.bluethread.vocabulary.Addresses;

/**
 * What the default graph of a store is. A store is made with one of the two and keeps it: the same
 * statements would mean something else with the other.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-query/#rdfDataset">SPARQL 1.1 Query, 13: RDF
 *     datasets leave open what the default graph is</a>
 */
public enum DefaultGraph {
  /**
   * The union of all named graphs. What is written without a graph goes to the graph of
   * unattributed statements, and blank nodes become IRIs.
   */
  UNION {
    @Override
    public Node node() {
      return Addresses.UNATTRIBUTED_GRAPH;
    }

    @Override
    public Iterator<Quad> find(DatasetGraph dataset, Node s, Node p, Node o) {
      return dataset.findNG(Node.ANY, s, p, o);
    }

    @Override
    Graph in(DatasetGraph dataset) {
      return GraphView.createUnionGraph(dataset);
    }

    @Override
    DatasetGraph judged(DatasetGraph dataset) {
      return dataset;
    }

    @Override
    Grounding grounding(String seed) {
      return new Grounding(seed);
    }

    @Override
    StoreState state(DatasetGraph stored) {
      return new StateInDefaultGraph(stored);
    }
  },

  /**
   * A graph of its own, which no named graph adds to: what the SPARQL specifications start from.
   * Blank nodes stay blank nodes.
   */
  SEPARATE {
    @Override
    public Node node() {
      return Quad.defaultGraphIRI;
    }

    @Override
    public Iterator<Quad> find(DatasetGraph dataset, Node s, Node p, Node o) {
      return dataset.find(Node.ANY, s, p, o);
    }

    @Override
    Graph in(DatasetGraph dataset) {
      return GraphView.createDefaultGraph(dataset);
    }

    @Override
    DatasetGraph judged(DatasetGraph dataset) {
      return new DefaultAmongNamed(dataset);
    }

    @Override
    Grounding grounding(String seed) {
      return Grounding.none();
    }

    @Override
    StoreState state(DatasetGraph stored) {
      return new StateInPrefixes(stored);
    }
  };

  /** The name of the graph where statements stand that are written without one. */
  public abstract Node node();

  /**
   * The statements of all graphs, each in its graph, without what the store notes of itself. {@link
   * Node#ANY} stands for every node.
   *
   * @param dataset in a transaction
   */
  public abstract Iterator<Quad> find(DatasetGraph dataset, Node s, Node p, Node o);

  /** What queries on a dataset see as default graph. */
  abstract Graph in(DatasetGraph dataset);

  /** A dataset as the gate is to see it: the union of its graphs holds every statement. */
  abstract DatasetGraph judged(DatasetGraph dataset);

  /**
   * The form in which statements of one change are stored.
   *
   * @param seed what tells the IRIs of this change from those of others
   */
  abstract Grounding grounding(String seed);

  /** What a store notes of itself, where no query sees it. */
  abstract StoreState state(DatasetGraph stored);
}
