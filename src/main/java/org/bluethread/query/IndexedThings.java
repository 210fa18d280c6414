package org.bluethread.query;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.bluethread.graph.ClassesBelow;
import org.bluethread.graph.Snapshot;
import org.bluethread.lookup.ThingIndex;
import org.bluethread.vocabulary.Addresses;
import org.bluethread.vocabulary.BT;

/**
 * Finds things by the look-up index: by code, slug, or a whole name in any language. What has
 * neither name nor code is found by its IRI, which may leave out the beginning that all share; and
 * a citable unit by its document and its number ({@link UnitSpelling}).
 *
 * <p>What a search costs does not grow with the graph. Safe for threads; what {@link #in} gives
 * belongs to its snapshot's transaction and thread.
 */
public final class IndexedThings {
  private static final String PLAIN_BASE = Addresses.BASE.replaceFirst("^https:", "http:");
  private static final List<String> BASES =
      List.of("", Addresses.BASE, Addresses.THINGS, Addresses.THINGS + "document/");

  private final ThingIndex index;
  private final ClassesBelow classes = new ClassesBelow();

  /**
   * @param index follows the graph
   */
  public IndexedThings(ThingIndex index) {
    this.index = index;
  }

  /** The things of one state of the graph. */
  public Things in(Snapshot snapshot) {
    return (spelling, classIri) -> find(snapshot, spelling, classes.of(snapshot, classIri));
  }

  private List<String> find(Snapshot snapshot, String spelling, Set<String> types) {
    List<String> named = index.called(spelling, types);
    if (!named.isEmpty()) {
      return named;
    }
    Graph union = snapshot.union();
    List<String> byIri =
        BASES.stream()
            .map(base -> base + secure(spelling))
            .filter(iri -> isOf(union, iri, types))
            .limit(1)
            .toList();
    return byIri.isEmpty() ? units(snapshot, spelling, types) : byIri;
  }

  private static String secure(String spelling) {
    return spelling.startsWith(PLAIN_BASE)
        ? Addresses.BASE + spelling.substring(PLAIN_BASE.length())
        : spelling;
  }

  private List<String> units(Snapshot snapshot, String spelling, Set<String> types) {
    return new UnitSpelling(spelling)
        .units(snapshot, name -> index.called(name, classes.of(snapshot, BT.Document.getURI())))
        .filter(unit -> isOf(snapshot.union(), unit, types))
        .distinct()
        .sorted()
        .toList();
  }

  private static boolean isOf(Graph union, String thing, Set<String> types) {
    return types.stream()
        .anyMatch(
            type ->
                union.contains(
                    NodeFactory.createURI(thing), RDF.Nodes.type, NodeFactory.createURI(type)));
  }
}
