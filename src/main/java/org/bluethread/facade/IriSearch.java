package org.bluethread.facade;

import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.bluethread.facade.pages.Terms;
import org.bluethread.facade.pages.ThingPage;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Snapshot;
import org.bluethread.lookup.Hit;
import org.bluethread.lookup.Hits;
import org.bluethread.lookup.Query;
import org.bluethread.lookup.ThingIndex;
import org.bluethread.publish.Description;
import org.bluethread.vocabulary.Addresses;

/**
 * Searching for an IRI as people have it at hand: in full, or as the address that this server shows
 * it at. It also finds things that have neither name nor code, which the look-up index does not
 * know. Any other text is searched for as it is.
 */
final class IriSearch {
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)https?://([^/?#]*)/([^?#]*)(?:\\?[^#]*)?(#.*)?");

  private final KnowledgeGraph graph;
  private final ThingIndex index;

  IriSearch(KnowledgeGraph graph, ThingIndex index) {
    this.graph = graph;
    this.index = index;
  }

  Hits search(Context ctx, Query query) {
    String text = canonical(ctx, query.text());
    Hits hits =
        index.search(
            new Query(text, query.type(), query.language(), query.limit(), query.offset()));
    boolean isOurs = text.startsWith(Addresses.BASE) && query.type().isEmpty();
    return hits.total() > 0 || !isOurs ? hits : unnamed(hits, text, query.language());
  }

  /** The IRI that is shown at an address of this server; any other text as it is. */
  private static String canonical(Context ctx, String text) {
    Matcher address = ADDRESS.matcher(text.strip());
    if (!address.matches() || !address.group(1).equalsIgnoreCase(ctx.host())) {
      return text;
    }
    String fragment = address.group(3) == null ? "" : address.group(3);
    return ThingAddress.readings("/" + address.group(2)).findFirst().orElseThrow().iri() + fragment;
  }

  private Hits unnamed(Hits none, String iri, String language) {
    return graph.read(
        snapshot -> {
          Node thing = NodeFactory.createURI(iri);
          return Description.isKnown(snapshot, thing)
              ? new Hits(1, List.of(hit(snapshot, thing, language)), none.standing())
              : none;
        });
  }

  private static Hit hit(Snapshot snapshot, Node thing, String language) {
    ThingPage.Term name = new Terms(snapshot.union(), language).of(thing);
    Set<String> types =
        snapshot.union().stream(thing, RDF.Nodes.type, Node.ANY)
            .map(Triple::getObject)
            .filter(Node::isURI)
            .map(Node::getURI)
            .collect(Collectors.toSet());
    return new Hit(thing.getURI(), name.text(), name.language(), types, List.of(), 0);
  }
}
