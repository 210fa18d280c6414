package org.bluethread.query;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.bluethread.graph.Hierarchy;
import org.bluethread.graph.Snapshot;
import org.bluethread.lookup.ThingIndex;
import org.bluethread.vocabulary.Addresses;

/**
 * Finds things by the look-up index: by code, slug, or a whole name in any language. What has
 * neither name nor code is found by its IRI, which may leave out the beginning that all share; and
 * a citable unit by its document and its number ({@link UnitSpelling}).
 *
 * <p>What a call costs does not grow with the graph. Belongs to its snapshot's transaction and
 * thread.
 */
public final class IndexedThings implements Things {
  private static final String PLAIN_BASE = Addresses.BASE.replaceFirst("^https:", "http:");
  private static final List<String> BASES =
      List.of("", Addresses.BASE, Addresses.THINGS, Addresses.THINGS + "document/");

  private final ThingIndex index;
  private final Snapshot snapshot;

  /**
   * @param index follows the graph
   * @param snapshot the state of the graph whose things are meant
   */
  public IndexedThings(ThingIndex index, Snapshot snapshot) {
    this.index = index;
    this.snapshot = snapshot;
  }

  @Override
  public List<String> find(String spelling, String classIri) {
    Set<Node> classes = Hierarchy.classes(snapshot.union(), NodeFactory.createURI(classIri));
    List<String> named =
        index.called(spelling, classes.stream().map(Node::getURI).collect(Collectors.toSet()));
    if (!named.isEmpty()) {
      return named;
    }
    List<String> byIri =
        BASES.stream()
            .map(base -> base + secure(spelling))
            .filter(iri -> isInstance(NodeFactory.createURI(iri), classes))
            .limit(1)
            .toList();
    return byIri.isEmpty()
        ? new UnitSpelling(spelling)
            .units(index, snapshot)
            .filter(unit -> isInstance(unit, classes))
            .map(Node::getURI)
            .distinct()
            .sorted()
            .toList()
        : byIri;
  }

  private static String secure(String spelling) {
    return spelling.startsWith(PLAIN_BASE)
        ? Addresses.BASE + spelling.substring(PLAIN_BASE.length())
        : spelling;
  }

  private boolean isInstance(Node thing, Set<Node> classes) {
    return classes.stream()
        .anyMatch(kind -> snapshot.union().contains(thing, RDF.Nodes.type, kind));
  }
}
