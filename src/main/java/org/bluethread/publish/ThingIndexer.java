package org.bluethread.publish;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.bluethread.gate.Delta;
import org.bluethread.graph.CommitListener;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Snapshot;
import org.bluethread.lookup.Entry;
import org.bluethread.lookup.Label;
import org.bluethread.lookup.Standing;
import org.bluethread.lookup.ThingIndex;

/**
 * Keeps the look-up index at the graph's last commit: with each commit it brings the things that
 * changed, and when the index stands elsewhere it is built again.
 *
 * <p>A thing is what has a name or a code. Called by one thread at a time, as listeners are.
 */
public final class ThingIndexer implements CommitListener {
  private static final List<Node> NAMES =
      List.of(SKOS.prefLabel.asNode(), SKOS.altLabel.asNode(), RDFS.Nodes.label);
  private static final Node CODE = SKOS.notation.asNode();

  private final String storeId;
  private final ThingIndex index;

  private ThingIndexer(String storeId, ThingIndex index) {
    this.storeId = storeId;
    this.index = index;
  }

  /** Brings an index to the graph's last commit, and from then on to each new one. */
  public static void follow(KnowledgeGraph graph, ThingIndex index) {
    ThingIndexer indexer = new ThingIndexer(graph.storeId(), index);
    graph.addListener(indexer);
    if (graph.isElsewhere()) {
      return; // The first refresh is its beginning.
    }
    graph.read(
        snapshot -> {
          if (!indexer.standsAt(snapshot.commit())) {
            indexer.rebuild(snapshot);
          }
          return snapshot;
        });
  }

  @Override
  public void committed(Snapshot snapshot, Delta delta) {
    if (standsAt(snapshot.commit() - 1)) {
      apply(snapshot, delta);
    } else {
      rebuild(snapshot);
    }
  }

  @Override
  public void refreshed(Snapshot snapshot) {
    rebuild(snapshot);
  }

  private boolean standsAt(long commit) {
    return index.standing().equals(Optional.of(new Standing(storeId, commit)));
  }

  private void apply(Snapshot snapshot, Delta delta) {
    Graph union = snapshot.union();
    Set<Node> touched =
        delta
            .quads()
            .map(Quad::getSubject)
            .filter(Node::isURI)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Stream<String> gone = touched.stream().filter(node -> !isThing(union, node)).map(Node::getURI);
    Stream<Entry> changed =
        touched.stream().filter(node -> isThing(union, node)).map(node -> entry(union, node));
    index.apply(storeId, snapshot.commit(), changed, gone);
  }

  private void rebuild(Snapshot snapshot) {
    Graph union = snapshot.union();
    Set<Node> things = things(union);
    index.rebuild(
        storeId,
        snapshot.commit(),
        snapshot.eachAtHand(things.stream()).map(node -> entry(union, node)));
  }

  /** All that have a name or a code. */
  public static Set<Node> things(Graph union) {
    Set<Node> things = new LinkedHashSet<>();
    for (Node property : NAMES) {
      collectSubjects(union, property, things);
    }
    collectSubjects(union, CODE, things);
    return things;
  }

  private static void collectSubjects(Graph union, Node property, Set<Node> subjects) {
    Iterator<Triple> found = union.find(Node.ANY, property, Node.ANY);
    try {
      found.forEachRemaining(
          triple -> {
            if (triple.getSubject().isURI()) {
              subjects.add(triple.getSubject());
            }
          });
    } finally {
      Iter.close(found);
    }
  }

  /** Whether something has a name or a code. */
  public static boolean isThing(Graph union, Node node) {
    return union.contains(node, CODE, Node.ANY)
        || NAMES.stream().anyMatch(property -> union.contains(node, property, Node.ANY));
  }

  private static Entry entry(Graph union, Node thing) {
    List<Label> labels = new ArrayList<>();
    for (Node property : NAMES) {
      boolean preferred = !property.equals(SKOS.altLabel.asNode());
      objects(union, thing, property)
          .filter(Node::isLiteral)
          .map(
              node -> new Label(node.getLiteralLexicalForm(), node.getLiteralLanguage(), preferred))
          .forEach(labels::add);
    }
    Set<String> types =
        objects(union, thing, RDF.Nodes.type)
            .filter(Node::isURI)
            .map(Node::getURI)
            .collect(Collectors.toSet());
    Set<String> codes =
        objects(union, thing, CODE)
            .filter(Node::isLiteral)
            .map(Node::getLiteralLexicalForm)
            .collect(Collectors.toSet());
    String iri = thing.getURI();
    return new Entry(iri, types, labels, codes, iri.substring(iri.lastIndexOf('/') + 1));
  }

  private static Stream<Node> objects(Graph union, Node thing, Node property) {
    Iterable<Triple> found = () -> union.find(thing, property, Node.ANY);
    return StreamSupport.stream(found.spliterator(), false).map(Triple::getObject);
  }
}
