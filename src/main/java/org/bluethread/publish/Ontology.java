package org.bluethread.publish;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.bluethread.graph.Snapshot;
import org.bluethread.publish.OntologyTerm.Kind;
import org.bluethread.vocabulary.Addresses;
import org.bluethread.vocabulary.BT;

/**
 * The project's ontology as its graph has it: its own terms, with what the file says of each.
 * Immutable; of one commit.
 */
public final class Ontology {
  /** The ontology itself. */
  public static final Node IRI = NodeFactory.createURI(Addresses.BASE + "ontology");

  private static final Node LINK = BT.link.asNode();
  private static final List<Kind> IN_TURN = List.of(Kind.values());

  private final Map<Node, OntologyTerm> terms;
  private final Map<String, String> descriptions;
  private final Optional<Node> versionIri;
  private final List<Node> priorVersions;

  private Ontology(Graph graph) {
    Map<Node, OntologyTerm> found = new LinkedHashMap<>();
    graph.stream(Node.ANY, RDF.Nodes.type, Node.ANY)
        .map(Triple::getSubject)
        .distinct()
        .filter(node -> node.isURI() && node.getURI().startsWith(BT.NS))
        .flatMap(node -> kind(graph, node).map(kind -> term(graph, node, kind)).stream())
        .sorted(
            comparing((OntologyTerm term) -> IN_TURN.indexOf(term.kind()))
                .thenComparing(OntologyTerm::localName))
        .forEach(term -> found.put(term.iri(), term));
    this.terms = found;
    this.descriptions = texts(graph, IRI, DCTerms.description.asNode());
    this.versionIri = objects(graph, IRI, OWL2.versionIRI.asNode()).findFirst();
    this.priorVersions = objects(graph, IRI, OWL2.priorVersion.asNode()).toList();
  }

  /** The ontology of a commit. */
  public static Ontology of(Snapshot snapshot) {
    return new Ontology(snapshot.dataset().getGraph(Addresses.ONTOLOGY_GRAPH));
  }

  /** Its terms: classes first, then properties, individuals, datatypes; each by name. */
  public List<OntologyTerm> terms() {
    return List.copyOf(terms.values());
  }

  /** A term by the end of its IRI. */
  public Optional<OntologyTerm> term(String localName) {
    return Optional.ofNullable(terms.get(NodeFactory.createURI(BT.NS + localName)));
  }

  /** What it is for, by language. */
  public Map<String, String> descriptions() {
    return Map.copyOf(descriptions);
  }

  /** The IRI of its version. */
  public Optional<Node> versionIri() {
    return versionIri;
  }

  /** The IRIs of the versions before that it names. */
  public List<Node> priorVersions() {
    return priorVersions;
  }

  /** A class and all classes of ours above it, nearest first. */
  public List<Node> upwards(Node type) {
    List<Node> found = new ArrayList<>(List.of(type));
    for (int i = 0; i < found.size(); i++) {
      Optional.ofNullable(terms.get(found.get(i))).stream()
          .flatMap(term -> term.broader().stream())
          .filter(node -> terms.containsKey(node) && !found.contains(node))
          .forEach(found::add);
    }
    return found;
  }

  private static Optional<Kind> kind(Graph graph, Node node) {
    if (is(graph, node, OWL2.Class.asNode())) {
      return Optional.of(Kind.CLASS);
    }
    if (is(graph, node, OWL2.ObjectProperty.asNode())) {
      boolean link = node.equals(LINK) || isBelow(graph, node, LINK, 0);
      return Optional.of(link ? Kind.LINK : Kind.OBJECT_PROPERTY);
    }
    if (is(graph, node, OWL2.DatatypeProperty.asNode())) {
      return Optional.of(Kind.DATATYPE_PROPERTY);
    }
    if (is(graph, node, OWL2.AnnotationProperty.asNode())) {
      return Optional.of(Kind.ANNOTATION_PROPERTY);
    }
    if (is(graph, node, RDFS.Nodes.Datatype)) {
      return Optional.of(Kind.DATATYPE);
    }
    return is(graph, node, OWL2.NamedIndividual.asNode())
        ? Optional.of(Kind.INDIVIDUAL)
        : Optional.empty();
  }

  private static boolean isBelow(Graph graph, Node property, Node top, int steps) {
    return steps < 10
        && objects(graph, property, RDFS.Nodes.subPropertyOf)
            .anyMatch(above -> above.equals(top) || isBelow(graph, above, top, steps + 1));
  }

  private static boolean is(Graph graph, Node node, Node type) {
    return graph.contains(node, RDF.Nodes.type, type);
  }

  private static OntologyTerm term(Graph graph, Node node, Kind kind) {
    Node above =
        switch (kind) {
          case CLASS -> RDFS.Nodes.subClassOf;
          case INDIVIDUAL -> RDF.Nodes.type;
          default -> RDFS.Nodes.subPropertyOf;
        };
    return new OntologyTerm(
        node,
        kind,
        texts(graph, node, RDFS.Nodes.label),
        texts(graph, node, RDFS.Nodes.comment),
        texts(graph, node, SKOS.example.asNode()),
        named(objects(graph, node, above))
            .filter(other -> !other.equals(OWL2.NamedIndividual.asNode()))
            .toList(),
        named(graph.stream(Node.ANY, above, node).map(Triple::getSubject)).toList(),
        classes(graph, node, RDFS.Nodes.domain),
        classes(graph, node, RDFS.Nodes.range),
        graph.contains(node, OWL2.deprecated.asNode(), Node.ANY),
        objects(graph, node, DCTerms.isReplacedBy.asNode()).findFirst());
  }

  /** Named classes, also those of a union. */
  private static List<Node> classes(Graph graph, Node node, Node property) {
    return named(
            objects(graph, node, property)
                .flatMap(
                    one ->
                        one.isURI()
                            ? Stream.of(one)
                            : objects(graph, one, OWL2.unionOf.asNode())
                                .flatMap(list -> items(graph, list))))
        .toList();
  }

  private static Stream<Node> items(Graph graph, Node list) {
    return Stream.iterate(
            Optional.of(list),
            Optional::isPresent,
            rest -> rest.flatMap(one -> objects(graph, one, RDF.Nodes.rest).findFirst()))
        .flatMap(rest -> objects(graph, rest.orElseThrow(), RDF.Nodes.first));
  }

  private static Stream<Node> named(Stream<Node> nodes) {
    return nodes.filter(Node::isURI).distinct().sorted(comparing(Node::getURI));
  }

  private static Stream<Node> objects(Graph graph, Node subject, Node property) {
    return graph.stream(subject, property, Node.ANY).map(Triple::getObject);
  }

  private static Map<String, String> texts(Graph graph, Node node, Node property) {
    Map<String, String> texts = new TreeMap<>();
    objects(graph, node, property)
        .filter(Node::isLiteral)
        .forEach(text -> texts.put(text.getLiteralLanguage(), text.getLiteralLexicalForm()));
    return texts;
  }
}
