package org.bluethread.facade.pages;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.bluethread.facade.pages.ThingPage.Entry;
import org.bluethread.facade.pages.ThingPage.Evidence;
import org.bluethread.facade.pages.ThingPage.Group;
import org.bluethread.facade.pages.ThingPage.Kind;
import org.bluethread.facade.pages.ThingPage.Origin;
import org.bluethread.facade.pages.ThingPage.Part;
import org.bluethread.facade.pages.ThingPage.Term;
import org.bluethread.graph.Snapshot;
import org.bluethread.publish.Description;
import org.bluethread.vocabulary.Addresses;
import org.bluethread.vocabulary.BT;

/** Reads the page of one thing, in a read transaction. Not safe for threads; good for one page. */
final class ThingReader {
  private static final String EVIDENCE_SUFFIX = "#statements";
  private static final Node DERIVED_FROM =
      NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom");

  /** Names and explanations come first. */
  private static final List<Node> FIRST =
      List.of(
          RDF.Nodes.type,
          SKOS.prefLabel.asNode(),
          RDFS.Nodes.label,
          SKOS.altLabel.asNode(),
          RDFS.Nodes.comment,
          SKOS.definition.asNode(),
          SKOS.note.asNode());

  private static final Comparator<Ranked> READING_ORDER =
      Comparator.comparing(Ranked::key, NaturalOrder.TEXT)
          .thenComparing(ranked -> ranked.entry().other().text())
          .thenComparing(ranked -> ranked.entry().other().language())
          .thenComparing(ranked -> ranked.entry().other().iri().orElse(""));

  private final Snapshot snapshot;
  private final Description description;
  private final Node thing;
  private final Terms terms;
  private final Map<Node, Optional<Origin>> origins = new HashMap<>();
  private final Map<String, Term> documents = new LinkedHashMap<>();

  ThingReader(Snapshot snapshot, Description description, String language) {
    this.snapshot = snapshot;
    this.description = description;
    this.thing = description.thing();
    this.terms = new Terms(snapshot.union(), language);
  }

  ThingPage page() {
    List<Quad> statements =
        description.statements().stream().filter(quad -> !isInTheHead(quad)).toList();
    List<Group> said = groups(statements, Quad::getObject);
    List<Group> pointing = groups(description.mentions(), Quad::getSubject);
    List<Evidence> evidence = evidence();
    return new ThingPage(
        thing.getURI(),
        terms.of(thing),
        terms.values(thing, RDF.Nodes.type).stream()
            .map(terms::of)
            .sorted(Comparator.comparing(Term::text))
            .toList(),
        terms.codes(thing),
        said,
        pointing,
        description.complete(),
        evidence,
        parts(),
        documents.values().stream().sorted(Comparator.comparing(Term::text)).toList(),
        snapshot.commit());
  }

  /** Whether the head of the page says this already, and nobody but a register answers for it. */
  private boolean isInTheHead(Quad quad) {
    boolean shown =
        quad.getPredicate().equals(RDF.Nodes.type)
            || quad.getPredicate().equals(SKOS.notation.asNode());
    return shown && origin(quad.getGraph()).isEmpty();
  }

  private List<Group> groups(Collection<Quad> quads, Function<Quad, Node> end) {
    Map<Node, Map<Node, Set<Node>>> byProperty = new LinkedHashMap<>();
    for (Quad quad : quads) {
      byProperty
          .computeIfAbsent(quad.getPredicate(), property -> new LinkedHashMap<>())
          .computeIfAbsent(end.apply(quad), other -> new LinkedHashSet<>())
          .add(quad.getGraph());
    }
    return byProperty.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<Node, ?> group) -> rank(group.getKey()))
                .thenComparing(group -> terms.of(group.getKey()).text())
                .thenComparing(group -> group.getKey().toString()))
        .map(group -> new Group(terms.of(group.getKey()), entries(group.getValue())))
        .toList();
  }

  private static int rank(Node property) {
    int rank = FIRST.indexOf(property);
    return rank < 0 ? FIRST.size() : rank;
  }

  private List<Entry> entries(Map<Node, Set<Node>> others) {
    return others.entrySet().stream()
        .map(other -> new Ranked(key(other.getKey()), entry(other.getKey(), other.getValue())))
        .sorted(READING_ORDER)
        .map(Ranked::entry)
        .toList();
  }

  /** What decides where a node stands in a list: its code or its number, else its name. */
  private String key(Node other) {
    if (!other.isURI()) {
      return terms.of(other).text();
    }
    return terms.codes(other).stream()
        .findFirst()
        .or(
            () ->
                terms
                    .value(other, BT.number.asNode())
                    .filter(Node::isLiteral)
                    .map(Node::getLiteralLexicalForm))
        .orElseGet(() -> terms.of(other).text());
  }

  private Entry entry(Node other, Set<Node> graphs) {
    List<Origin> places =
        graphs.stream()
            .map(this::origin)
            .flatMap(Optional::stream)
            .sorted(
                Comparator.comparing(Origin::kind)
                    .thenComparing(origin -> origin.place().text(), NaturalOrder.TEXT))
            .toList();
    return new Entry(term(other), code(other), places);
  }

  /** The code that goes before the name, unless the name begins with it. */
  private String code(Node other) {
    return other.isURI()
        ? terms.codes(other).stream()
            .findFirst()
            .filter(code -> !terms.of(other).text().startsWith(code))
            .orElse("")
        : "";
  }

  /** On the page of a document its units go by their numbers, and parts by their fragments. */
  private Term term(Node other) {
    if (isPart(other) && !terms.isNamed(other)) {
      return new Term("#" + fragment(other), "", Optional.of(other.getURI()));
    }
    return other.isURI() && terms.values(other, BT.inDocument.asNode()).contains(thing)
        ? terms.number(other)
        : terms.of(other);
  }

  private boolean isPart(Node node) {
    return node.isURI() && node.getURI().startsWith(thing.getURI() + "#");
  }

  private String fragment(Node part) {
    return part.getURI().substring(thing.getURI().length() + 1);
  }

  /** Where a statement of a graph stands; empty for graphs that register what things are. */
  private Optional<Origin> origin(Node graph) {
    Optional<Origin> known = origins.get(graph);
    if (known == null) {
      known = kind(graph).map(kind -> origin(kind, graph));
      origins.put(graph, known);
    }
    return known;
  }

  private Optional<Kind> kind(Node graph) {
    List<Node> types = terms.values(graph, RDF.Nodes.type);
    if (types.contains(BT.EvidenceGraph.asNode())) {
      return Optional.of(Kind.EVIDENCE);
    }
    if (types.contains(BT.DerivationGraph.asNode())) {
      return Optional.of(Kind.DERIVATION);
    }
    if (types.contains(BT.CorrectionGraph.asNode())) {
      return Optional.of(Kind.CORRECTION);
    }
    if (types.contains(BT.MappingGraph.asNode())) {
      return Optional.of(Kind.MAPPING);
    }
    boolean registers =
        types.contains(BT.RegisterGraph.asNode())
            || types.contains(BT.OntologyGraph.asNode())
            || types.contains(BT.ShapesGraph.asNode())
            || graph.equals(Addresses.ONTOLOGY_GRAPH)
            || graph.equals(Addresses.SHAPES_GRAPH);
    return registers ? Optional.empty() : Optional.of(Kind.OTHER);
  }

  private Origin origin(Kind kind, Node graph) {
    if (kind == Kind.EVIDENCE && graph.getURI().endsWith(EVIDENCE_SUFFIX)) {
      Node unit = unitOf(graph);
      Optional<Term> document =
          terms.value(unit, BT.inDocument.asNode()).filter(Node::isURI).map(terms::of);
      document.ifPresent(term -> documents.putIfAbsent(term.iri().orElse(term.text()), term));
      return new Origin(kind, terms.number(unit), document, Optional.empty(), List.of());
    }
    Node rests = kind == Kind.CORRECTION ? BT.corrects.asNode() : DERIVED_FROM;
    List<Term> sources =
        terms.values(graph, rests).stream()
            .map(terms::number)
            .sorted(Comparator.comparing(Term::text, NaturalOrder.TEXT))
            .toList();
    Optional<Term> reason = terms.value(graph, BT.reason.asNode()).map(terms::of);
    return new Origin(kind, terms.of(graph), Optional.empty(), reason, sources);
  }

  private static Node unitOf(Node graph) {
    String iri = graph.getURI();
    return NodeFactory.createURI(iri.substring(0, iri.length() - EVIDENCE_SUFFIX.length()));
  }

  private List<Evidence> evidence() {
    Node graph = NodeFactory.createURI(thing.getURI() + EVIDENCE_SUFFIX);
    Map<Node, List<Quad>> bySubject = new LinkedHashMap<>();
    Iterator<Quad> found = snapshot.dataset().find(graph, Node.ANY, Node.ANY, Node.ANY);
    try {
      int room = Description.MOST_MENTIONS;
      while (found.hasNext() && room-- > 0) {
        Quad quad = found.next();
        bySubject.computeIfAbsent(quad.getSubject(), subject -> new ArrayList<>()).add(quad);
      }
    } finally {
      Iter.close(found);
    }
    return bySubject.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.comparing(this::key, NaturalOrder.TEXT)))
        .map(
            subject ->
                new Evidence(
                    term(subject.getKey()),
                    code(subject.getKey()),
                    groups(subject.getValue(), Quad::getObject)))
        .toList();
  }

  /** What the description names by the thing's IRI and a fragment. */
  private List<Part> parts() {
    Set<Node> found = new LinkedHashSet<>();
    for (Quad quad : description.statements()) {
      found.add(quad.getObject());
    }
    for (Quad quad : description.mentions()) {
      found.add(quad.getSubject());
    }
    return found.stream()
        .filter(this::isPart)
        .filter(node -> !node.getURI().endsWith(EVIDENCE_SUFFIX))
        .map(this::part)
        .sorted(Comparator.comparing(Part::fragment, NaturalOrder.TEXT))
        .toList();
  }

  private Part part(Node node) {
    List<Quad> said =
        Iter.toList(snapshot.dataset().findNG(Node.ANY, node, Node.ANY, Node.ANY)).stream()
            .filter(quad -> !quad.getObject().equals(thing))
            .toList();
    Term name =
        terms.isNamed(node)
            ? terms.of(node)
            : terms.value(node, RDF.Nodes.type).map(terms::of).orElseGet(() -> terms.of(node));
    return new Part(fragment(node), name, groups(said, Quad::getObject));
  }

  /** An entry with what decides where it stands in its list. */
  private record Ranked(String key, Entry entry) {}
}
