package org.bluethread.publish;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.bluethread.graph.Snapshot;
import org.bluethread.vocabulary.BT;

/**
 * The graphs that hold what documents say: what a unit states, what was derived from units, what a
 * misprint should have said. Belongs to a transaction and its thread.
 */
public final class DocumentGraphs {
  private static final Node DERIVED_FROM =
      NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom");

  private static final List<Node> KINDS =
      List.of(BT.EvidenceGraph.asNode(), BT.DerivationGraph.asNode(), BT.CorrectionGraph.asNode());

  private final DatasetGraph dataset;
  private final Graph union;
  private final Map<Node, Set<Node>> kinds = new HashMap<>();
  private final Map<Node, Set<Node>> units = new HashMap<>();
  private final Map<Node, Set<Node>> documents = new HashMap<>();

  /**
   * @param snapshot in whose transaction they are read
   */
  public DocumentGraphs(Snapshot snapshot) {
    this.dataset = snapshot.dataset();
    this.union = snapshot.union();
  }

  /** Statements of documents; a pattern's part may be {@link Node#ANY}. To be closed. */
  public Stream<Quad> statements(Node subject, Node property, Node object) {
    return Iter.asStream(dataset.findNG(Node.ANY, subject, property, object))
        .filter(quad -> !kinds(quad.getGraph()).isEmpty());
  }

  /** Whether a graph holds what one unit states. */
  public boolean isEvidence(Node graph) {
    return kinds(graph).contains(BT.EvidenceGraph.asNode());
  }

  /** The units that a graph rests on. */
  public Set<Node> units(Node graph) {
    return units.computeIfAbsent(graph, one -> objects(one, DERIVED_FROM));
  }

  /** The documents of these units. */
  public Set<Node> documents(Node graph) {
    return documents.computeIfAbsent(
        graph,
        one ->
            units(one).stream()
                .flatMap(unit -> objects(unit, BT.inDocument.asNode()).stream())
                .collect(toUnmodifiableSet()));
  }

  private Set<Node> kinds(Node graph) {
    return kinds.computeIfAbsent(
        graph,
        one ->
            objects(one, RDF.Nodes.type).stream()
                .filter(KINDS::contains)
                .collect(toUnmodifiableSet()));
  }

  private Set<Node> objects(Node subject, Node property) {
    return Iter.iter(union.find(subject, property, Node.ANY))
        .map(Triple::getObject)
        .filter(Node::isURI)
        .collect(toUnmodifiableSet());
  }
}
