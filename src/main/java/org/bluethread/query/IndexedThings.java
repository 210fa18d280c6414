package org.bluethread.query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.bluethread.graph.Snapshot;
import org.bluethread.vocabulary.Addresses;
import org.bluethread.vocabulary.BT;

/**
 * Finds things in the graph itself, by what is written there: IRI, code, label, or the end of the
 * IRI. Upper and lower case, separators and leading zeros make no difference. A citable unit is
 * also found by its document's slug and its number: {@code isa-2019-high-level-action-plan annex
 * II, 1.2.1 (b)}.
 *
 * <p>An IRI is looked up; anything else reads all things of the class, so this is for graphs where
 * they are thousands. Belongs to its snapshot's transaction and thread.
 */
public final class SnapshotThings implements Things {
  private static final String PLAIN_BASE = Addresses.BASE.replaceFirst("^https:", "http:");
  private static final String DOCUMENTS = Addresses.THINGS + "document/";
  private static final List<String> BASES =
      List.of("", Addresses.BASE, Addresses.THINGS, DOCUMENTS);
  private static final List<Node> NAMES =
      List.of(SKOS.notation.asNode(), SKOS.prefLabel.asNode(), SKOS.altLabel.asNode());
  private static final int MOST_SEGMENTS = 3;

  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}.]+");
  private static final Pattern LEADING_ZEROS = Pattern.compile("(?<![\\p{N}.])0+(?=\\p{N})");
  private static final Pattern HYPHENS_AROUND = Pattern.compile("^-|-$");

  private final Graph union;

  /** Looks in a snapshot. */
  public SnapshotThings(Snapshot snapshot) {
    this.union = snapshot.union();
  }

  @Override
  public List<String> find(String spelling, String classIri) {
    Set<Node> classes = subclasses(NodeFactory.createURI(classIri));
    List<String> byIri =
        BASES.stream()
            .map(base -> base + secure(spelling))
            .filter(iri -> isInstance(NodeFactory.createURI(iri), classes))
            .limit(1)
            .toList();
    return byIri.isEmpty() ? byKey(key(spelling), classes) : byIri;
  }

  private static String secure(String spelling) {
    return spelling.startsWith(PLAIN_BASE)
        ? Addresses.BASE + spelling.substring(PLAIN_BASE.length())
        : spelling;
  }

  private boolean isInstance(Node thing, Set<Node> classes) {
    return classes.stream().anyMatch(kind -> union.contains(thing, RDF.Nodes.type, kind));
  }

  private List<String> byKey(String key, Set<Node> classes) {
    Set<String> found = new TreeSet<>();
    for (Node kind : classes) {
      ExtendedIterator<Node> instances =
          union.find(Node.ANY, RDF.Nodes.type, kind).mapWith(triple -> triple.getSubject());
      instances
          .filterKeep(thing -> thing.isURI() && keys(thing).anyMatch(key::equals))
          .forEachRemaining(thing -> found.add(thing.getURI()));
    }
    return List.copyOf(found);
  }

  private Stream<String> keys(Node thing) {
    return Stream.of(endings(thing.getURI()), names(thing), numbers(thing))
        .flatMap(spellings -> spellings)
        .map(SnapshotThings::key)
        .filter(key -> !key.isEmpty());
  }

  /** The last segment of an IRI, the last two, the last three. */
  private static Stream<String> endings(String iri) {
    List<String> endings = new ArrayList<>();
    int slash = iri.length();
    while (endings.size() < MOST_SEGMENTS && slash > 0) {
      slash = iri.lastIndexOf('/', slash - 1);
      endings.add(iri.substring(slash + 1));
    }
    return endings.stream();
  }

  private Stream<String> names(Node thing) {
    return NAMES.stream().flatMap(property -> objects(thing, property)).map(SnapshotThings::word);
  }

  private Stream<String> numbers(Node thing) {
    return objects(thing, BT.inDocument.asNode())
        .flatMap(
            document ->
                objects(thing, BT.number.asNode())
                    .map(number -> word(document) + ' ' + word(number)));
  }

  private Stream<Node> objects(Node subject, Node property) {
    return union
        .find(subject, property, Node.ANY)
        .mapWith(triple -> triple.getObject())
        .toList()
        .stream();
  }

  private static String word(Node node) {
    return node.isLiteral()
        ? node.getLiteralLexicalForm()
        : node.toString().substring(node.toString().lastIndexOf('/') + 1);
  }

  private static String key(String spelling) {
    String hyphened = SEPARATORS.matcher(spelling.toLowerCase(Locale.ROOT)).replaceAll("-");
    String trimmed = HYPHENS_AROUND.matcher(hyphened).replaceAll("");
    return LEADING_ZEROS.matcher(trimmed).replaceAll("");
  }

  private Set<Node> subclasses(Node topClass) {
    Set<Node> reached = new HashSet<>(Set.of(topClass));
    Deque<Node> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      union
          .find(Node.ANY, RDFS.Nodes.subClassOf, open.pop())
          .mapWith(triple -> triple.getSubject())
          .filterKeep(Node::isURI)
          .toList()
          .stream()
          .filter(reached::add)
          .forEach(open::push);
    }
    return reached;
  }
}
