package org.bluethread.trace;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.bluethread.gate.Delta;
import org.bluethread.graph.CommitListener;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Snapshot;
import org.bluethread.trace.links.Kinds;
import org.bluethread.trace.links.Link;
import org.bluethread.trace.links.LinkChange;
import org.bluethread.trace.links.LinkIndex;
import org.bluethread.vocabulary.BT;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the links at the graph's last commit. They are put together beside whatever else goes on,
 * once when the graph is opened and again when what is a link, a mention or a class of hubs
 * changes; any other commit changes what it changes.
 *
 * <p>Called by one thread at a time, as listeners are.
 */
public final class LinkFollower implements CommitListener {
  private static final Logger LOG = LoggerFactory.getLogger(LinkFollower.class);

  private final KnowledgeGraph graph;
  private final LinkIndex index;
  private Kinds kinds = new Kinds(Set.of(), Set.of(), Set.of());
  private Set<Node> hubClasses = Set.of();
  private long at = -1;

  private LinkFollower(KnowledgeGraph graph, LinkIndex index) {
    this.graph = graph;
    this.index = index;
  }

  /** Brings the index to the graph's last commit, and from then on to each new one. */
  public static void follow(KnowledgeGraph graph, LinkIndex index) {
    LinkFollower follower = new LinkFollower(graph, index);
    if (!graph.isElsewhere()) { // Else the first refresh is its beginning.
      graph.read(
          snapshot -> {
            follower.begin(snapshot);
            return snapshot;
          });
    }
    graph.addListener(follower);
  }

  @Override
  public void committed(Snapshot snapshot, Delta delta) {
    if (at != snapshot.commit() - 1 || changesWhatLinksAre(delta)) {
      begin(snapshot);
      return;
    }
    try {
      index.apply(change(snapshot, delta));
      at = snapshot.commit();
    } catch (IllegalStateException e) {
      LOG.error("The links could not follow commit {}; they are read again", snapshot.commit(), e);
      begin(snapshot);
    }
  }

  @Override
  public void refreshed(Snapshot snapshot) {
    index.replace(new LinkReader(snapshot).links());
  }

  /** Lets the links be read from the graph. */
  private void begin(Snapshot snapshot) {
    LinkReader reader = new LinkReader(snapshot);
    kinds = reader.kinds();
    hubClasses = reader.hubClasses();
    at = snapshot.commit();
    long ticket = index.begin();
    Thread.ofPlatform().daemon().name("links").start(() -> build(ticket));
  }

  private void build(long ticket) {
    try {
      index.put(ticket, graph.read(state -> new LinkReader(state).links()));
    } catch (RuntimeException e) {
      LOG.error("The links could not be read; there are no traces until the next commit", e);
      index.fail(ticket);
    }
  }

  private boolean changesWhatLinksAre(Delta delta) {
    return delta.quads().anyMatch(this::changesWhatLinksAre);
  }

  private boolean changesWhatLinksAre(Quad quad) {
    Node property = quad.getPredicate();
    Node above = quad.getObject();
    if (property.equals(RDFS.Nodes.subPropertyOf)) {
      return above.equals(BT.link.asNode())
          || above.equals(BT.mentions.asNode())
          || (above.isURI() && kinds.isLink(above.getURI()));
    }
    return property.equals(BT.isHub.asNode())
        || property.equals(BT.isTopical.asNode())
        || (property.equals(RDFS.Nodes.subClassOf) && hubClasses.contains(above));
  }

  private LinkChange change(Snapshot snapshot, Delta delta) {
    LinkReader reader = new LinkReader(snapshot);
    List<Link> removed = new ArrayList<>(links(delta.removed().stream()).toList());
    List<Link> added = new ArrayList<>(links(delta.added().stream()).toList());
    for (Node mapping : subjects(delta, Set.of(Sssom.SUBJECT, Sssom.OBJECT))) {
      Set<Link> now = reader.mapped(mapping);
      Set<Link> then =
          LinkReader.mapped(
              mapping,
              before(reader, delta, mapping, Sssom.SUBJECT),
              before(reader, delta, mapping, Sssom.OBJECT));
      then.stream().filter(link -> !now.contains(link)).forEach(removed::add);
      now.stream().filter(link -> !then.contains(link)).forEach(added::add);
    }
    Set<Node> typed =
        delta
            .quads()
            .filter(
                quad ->
                    quad.getPredicate().equals(RDF.Nodes.type)
                        && hubClasses.contains(quad.getObject())
                        && quad.getSubject().isURI())
            .map(Quad::getSubject)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return new LinkChange(snapshot.commit(), removed, added, reader.hubs(typed, hubClasses));
  }

  private Stream<Link> links(Stream<Quad> quads) {
    return quads
        .filter(quad -> LinkReader.joinsIris(quad) && kinds.isLink(quad.getPredicate().getURI()))
        .map(quad -> LinkReader.link(quad, kinds.number(quad.getPredicate().getURI())));
  }

  private static Set<Node> subjects(Delta delta, Set<Node> properties) {
    return delta
        .quads()
        .filter(quad -> properties.contains(quad.getPredicate()))
        .map(Quad::getSubject)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The values a property had in the union before the commit. */
  private static Set<Node> before(LinkReader reader, Delta delta, Node subject, Node property) {
    Stream<Quad> kept =
        reader.quads(subject, property).stream().filter(quad -> !delta.added().contains(quad));
    Stream<Quad> gone =
        delta.removed().stream()
            .filter(
                quad -> quad.getSubject().equals(subject) && quad.getPredicate().equals(property));
    return Stream.concat(kept, gone).map(Quad::getObject).collect(Collectors.toSet());
  }
}
