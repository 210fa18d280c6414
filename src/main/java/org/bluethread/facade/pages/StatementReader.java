package org.bluethread.facade.pages;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.bluethread.facade.pages.ThingPage.Entry;
import org.bluethread.facade.pages.ThingPage.Group;
import org.bluethread.facade.pages.ThingPage.Kind;
import org.bluethread.facade.pages.ThingPage.Origin;
import org.bluethread.facade.pages.ThingPage.Stated;
import org.bluethread.facade.pages.ThingPage.Term;
import org.bluethread.vocabulary.Addresses;
import org.bluethread.vocabulary.BT;

/**
 * Statements as a page shows them: by property, in reading order, each with the places it stands
 * in. Not safe for threads; good for one page.
 */
final class StatementReader {
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

  private final Node thing;
  private final Terms terms;
  private final Map<Node, Optional<Origin>> origins = new HashMap<>();
  private final Map<String, Term> documents = new LinkedHashMap<>();
  private final Map<Node, Integer> blanks = new HashMap<>();

  /**
   * @param thing what the page is about
   * @param terms in the language of the page
   */
  StatementReader(Node thing, Terms terms) {
    this.thing = thing;
    this.terms = terms;
  }

  /** The documents of the citable units that the statements shown until now stand in. */
  List<Term> documents() {
    return documents.values().stream().sorted(Comparator.comparing(Term::text)).toList();
  }

  /** What statements of one graph say, by what they say it of. */
  List<Stated> stated(Collection<Quad> quads) {
    Map<Node, List<Quad>> bySubject = new LinkedHashMap<>();
    for (Quad quad : quads) {
      bySubject.computeIfAbsent(quad.getSubject(), subject -> new ArrayList<>()).add(quad);
    }
    return bySubject.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.comparing(this::key, NaturalOrder.TEXT)))
        .map(
            subject ->
                new Stated(
                    term(subject.getKey()),
                    code(subject.getKey()),
                    isPart(subject.getKey())
                        ? Optional.of(fragment(subject.getKey()))
                        : Optional.empty(),
                    groups(subject.getValue(), Quad::getObject)))
        .toList();
  }

  /**
   * Statements by property, in reading order.
   *
   * @param end which end of them to show
   */
  List<Group> groups(Collection<Quad> quads, Function<Quad, Node> end) {
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
  String key(Node other) {
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
  String code(Node other) {
    return other.isURI()
        ? terms.codes(other).stream()
            .findFirst()
            .filter(code -> !terms.of(other).text().startsWith(code))
            .orElse("")
        : "";
  }

  /** On the page of a document its units go by their numbers, and parts by their fragments. */
  Term term(Node other) {
    if (other.isBlank()) {
      return new Term(
          "_:" + blanks.computeIfAbsent(other, node -> blanks.size() + 1), "", Optional.empty());
    }
    if (isPart(other) && !terms.isNamed(other)) {
      return new Term("#" + fragment(other), "", Optional.of(other.getURI()));
    }
    return other.isURI() && terms.values(other, BT.inDocument.asNode()).contains(thing)
        ? terms.number(other)
        : terms.of(other);
  }

  /** Whether a node is identified by the IRI of the page's thing and a fragment. */
  boolean isPart(Node node) {
    return node.isURI() && node.getURI().startsWith(thing.getURI() + "#");
  }

  String fragment(Node part) {
    return part.getURI().substring(thing.getURI().length() + 1);
  }

  /** Where a statement of a graph stands; empty for graphs that register what things are. */
  Optional<Origin> origin(Node graph) {
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
    if (kind == Kind.EVIDENCE && graph.getURI().endsWith(Addresses.STATEMENTS)) {
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
    return NodeFactory.createURI(iri.substring(0, iri.length() - Addresses.STATEMENTS.length()));
  }

  /** An entry with what decides where it stands in its list. */
  private record Ranked(String key, Entry entry) {}
}
