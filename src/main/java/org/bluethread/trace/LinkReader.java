package org.bluethread.trace;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.RDF;
import org.bluethread.graph.Hierarchy;
import org.bluethread.graph.NumberedQuads;
import org.bluethread.graph.Snapshot;
import org.bluethread.trace.links.Kinds;
import org.bluethread.trace.links.Link;
import org.bluethread.trace.links.Links;
import org.bluethread.trace.links.Numbering;
import org.bluethread.vocabulary.BT;

/**
 * Reads the links of a graph. A link is a statement between two IRIs, in whichever graph, whose
 * property is below {@code bt:link}; or a mapping (SSSOM) between its subject and its object. Hubs
 * are the things of which {@code bt:isHub} is true, and those of a class of which it is, or of a
 * class below such; mentions are the statements with {@code bt:mentions} and the properties below
 * it, and {@code bt:isTopical} says which links are topical.
 *
 * <p>Belongs to the transaction and the thread of its snapshot.
 */
final class LinkReader {
  private static final Node TRUE = NodeFactory.createLiteralByValue(true, XSDDatatype.XSDboolean);

  private final Snapshot snapshot;
  private final DatasetGraph dataset;
  private final Graph union;

  LinkReader(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.dataset = snapshot.dataset();
    this.union = snapshot.union();
  }

  /** The kinds of links that the ontology in the graph has. */
  Kinds kinds() {
    Set<Node> links = Hierarchy.properties(union, BT.link.asNode());
    links.remove(BT.link.asNode());
    Set<Node> mentions = Hierarchy.properties(union, BT.mentions.asNode());
    List<Node> topical = subjects(BT.isTopical.asNode(), TRUE);
    return new Kinds(iris(links), iris(mentions), iris(topical));
  }

  /** What is said to be a hub, with what is below it if it is a class. */
  Set<Node> hubClasses() {
    Set<Node> hubs = new LinkedHashSet<>();
    for (Node hub : subjects(BT.isHub.asNode(), TRUE)) {
      hubs.addAll(Hierarchy.classes(union, hub));
    }
    return hubs;
  }

  private static Set<String> iris(Collection<Node> nodes) {
    return nodes.stream().map(Node::getURI).collect(Collectors.toSet());
  }

  private List<Node> subjects(Node property, Node object) {
    return G.listPO(union, property, object).stream().filter(Node::isURI).toList();
  }

  /** All links. */
  Links links() {
    Kinds kinds = kinds();
    Links.Builder builder = new Links.Builder(kinds);
    if (NumberedQuads.areIn(snapshot)) {
      addByNumber(kinds, builder);
    } else {
      addByNode(kinds, builder);
    }
    Set<Node> mappings = new LinkedHashSet<>();
    forEach(
        dataset.findNG(Node.ANY, Node.ANY, Sssom.SUBJECT, Node.ANY),
        quad -> mappings.add(quad.getSubject()));
    snapshot
        .eachAtHand(mappings.stream())
        .forEach(mapping -> mapped(mapping).forEach(builder::add));
    Set<Node> hubClasses = hubClasses();
    Set<String> hubs = new HashSet<>(iris(hubClasses));
    for (Node hubClass : hubClasses) {
      forEach(
          dataset.findNG(Node.ANY, Node.ANY, RDF.Nodes.type, hubClass),
          quad -> {
            if (quad.getSubject().isURI()) {
              hubs.add(quad.getSubject().getURI());
            }
          });
    }
    return builder.build(snapshot.commit(), hubs);
  }

  /** Adds links with the store's numbers, and makes the node of each number once, at the end. */
  private void addByNumber(Kinds kinds, Links.Builder builder) {
    NumberedQuads quads = new NumberedQuads(snapshot);
    Numbering numbers = new Numbering();
    for (String property : kinds.properties()) {
      short kind = kinds.number(property);
      quads.forEach(
          NodeFactory.createURI(property),
          (subject, object, graph) ->
              builder.add(numbers.of(subject), kind, numbers.of(object), numbers.of(graph)));
    }
    long[] ascending = numbers.ascending();
    int[] here = new int[numbers.size()];
    PrimitiveIterator.OfLong next = Arrays.stream(ascending).iterator();
    quads.forEachNode(
        ascending,
        node ->
            here[numbers.of(next.nextLong())] =
                node.isURI() ? builder.number(node.getURI()) : Links.NONE);
    builder.renumber(here);
  }

  private void addByNode(Kinds kinds, Links.Builder builder) {
    for (String property : kinds.properties()) {
      short kind = kinds.number(property);
      forEach(
          dataset.findNG(Node.ANY, Node.ANY, NodeFactory.createURI(property), Node.ANY),
          quad -> {
            if (joinsIris(quad)) {
              builder.add(link(quad, kind));
            }
          });
    }
  }

  private static void forEach(Iterator<Quad> quads, Consumer<Quad> what) {
    try {
      quads.forEachRemaining(what);
    } finally {
      Iter.close(quads);
    }
  }

  static boolean joinsIris(Quad quad) {
    return quad.getSubject().isURI() && quad.getObject().isURI();
  }

  static Link link(Quad quad, short kind) {
    return new Link(
        quad.getSubject().getURI(), kind, quad.getObject().getURI(), quad.getGraph().getURI());
  }

  /** The links that a mapping stands for now: one, unless it has several subjects or objects. */
  Set<Link> mapped(Node mapping) {
    return mapped(mapping, values(mapping, Sssom.SUBJECT), values(mapping, Sssom.OBJECT));
  }

  static Set<Link> mapped(Node mapping, Collection<Node> subjects, Collection<Node> objects) {
    Set<Link> links = new LinkedHashSet<>();
    if (mapping.isURI()) {
      for (Node subject : subjects) {
        for (Node object : objects) {
          if (subject.isURI() && object.isURI()) {
            links.add(new Link(subject.getURI(), Kinds.MAPPING, object.getURI(), mapping.getURI()));
          }
        }
      }
    }
    return links;
  }

  private List<Node> values(Node subject, Node property) {
    return G.listSP(union, subject, property);
  }

  /** The quads of a subject and a property, in all graphs. */
  Set<Quad> quads(Node subject, Node property) {
    return Iter.toSet(dataset.findNG(Node.ANY, subject, property, Node.ANY));
  }

  /** Which of these things are hubs. */
  Map<String, Boolean> hubs(Set<Node> things, Set<Node> hubClasses) {
    Map<String, Boolean> hubs = new HashMap<>();
    for (Node thing : things) {
      boolean hub =
          hubClasses.contains(thing)
              || hubClasses.stream()
                  .anyMatch(hubClass -> union.contains(thing, RDF.Nodes.type, hubClass));
      hubs.put(thing.getURI(), hub);
    }
    return hubs;
  }
}
