package org.bluethread.publish.coverage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.bluethread.graph.Hierarchy;
import org.bluethread.graph.Snapshot;
import org.bluethread.publish.DocumentGraphs;
import org.bluethread.vocabulary.BT;

/** Reads what documents say about targets. Belongs to a transaction and its thread. */
public final class CoverageReader {
  /** How many targets of a framework are read at the most. */
  public static final int MOST_TARGETS = 1000;

  /** How many claims about the targets of a framework are read at the most. */
  public static final int MOST_CLAIMS = 20_000;

  private static final Comparator<Node> BY_IDENTIFIER = Comparator.comparing(Node::toString);
  private static final List<Node> MAPPED =
      List.of(sssom("subject_id"), sssom("object_id")); // https://w3id.org/sssom/

  private final Graph union;
  private final DocumentGraphs documents;
  private final List<Node> speaking;
  private final Set<Node> organs;
  private final Set<Node> regions;
  private final Set<Node> activities;
  private final Map<Node, Boolean> links = new HashMap<>();
  private final Map<Node, Map<Axis, Set<Node>>> ends = new HashMap<>();

  private CoverageReader(Snapshot snapshot) {
    this.union = snapshot.union();
    this.documents = new DocumentGraphs(snapshot);
    this.organs = classes(BT.Organ.asNode());
    this.regions = classes(BT.Place.asNode());
    this.regions.addAll(classes(BT.CountryGroup.asNode()));
    this.activities = classes(BT.Activity.asNode());
    Set<Node> all = new TreeSet<>(BY_IDENTIFIER);
    List<Node> graphs = G.listPO(union, RDF.Nodes.type, BT.EvidenceGraph.asNode());
    snapshot.fetch(
        snapshot.eachAtHand(graphs.stream()).flatMap(graph -> documents.units(graph).stream()));
    graphs.forEach(graph -> all.addAll(documents.documents(graph)));
    this.speaking = List.copyOf(all);
  }

  private static Node sssom(String name) {
    return NodeFactory.createURI("https://w3id.org/sssom/" + name);
  }

  /** What is said about each framework that has targets, by their identifiers. */
  public static List<Coverage> read(Snapshot snapshot) {
    CoverageReader reader = new CoverageReader(snapshot);
    return G.listPO(snapshot.union(), RDF.Nodes.type, BT.Framework.asNode()).stream()
        .filter(Node::isURI)
        .sorted(BY_IDENTIFIER)
        .map(reader::coverage)
        .filter(coverage -> !coverage.targets().isEmpty())
        .toList();
  }

  private Coverage coverage(Node framework) {
    List<Node> all = targets(framework);
    List<Node> targets = all.subList(0, Math.min(all.size(), MOST_TARGETS));
    List<Claim> claims = new ArrayList<>();
    Map<Node, List<Node>> mappings = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (Node target : targets) {
      if (claims.size() <= MOST_CLAIMS) {
        claims.addAll(claims(target));
      }
      mappings.put(
          target,
          MAPPED.stream()
              .flatMap(end -> G.listPO(union, end, target).stream())
              .distinct()
              .toList());
      findings.addAll(findings(target));
    }
    return new Coverage(
        framework,
        targets,
        claims.subList(0, Math.min(claims.size(), MOST_CLAIMS)),
        mappings,
        findings,
        speaking,
        all.size() <= MOST_TARGETS && claims.size() <= MOST_CLAIMS);
  }

  /** The targets under a framework and under its goals; one more than are read. */
  private List<Node> targets(Node framework) {
    return Stream.concat(
            G.listSP(union, framework, BT.hasTarget.asNode()).stream(),
            G.listSP(union, framework, BT.hasGoal.asNode()).stream()
                .flatMap(goal -> G.listSP(union, goal, BT.hasTarget.asNode()).stream()))
        .filter(Node::isURI)
        .distinct()
        .limit(MOST_TARGETS + 1L)
        .toList();
  }

  private List<Claim> claims(Node target) {
    Map<Triple, Set<Node>> graphs = new LinkedHashMap<>();
    for (Quad quad : statements(target)) {
      if (isLink(quad.getPredicate()) && quad.getObject().isURI()) {
        graphs.computeIfAbsent(quad.asTriple(), one -> new LinkedHashSet<>()).add(quad.getGraph());
      }
    }
    return graphs.entrySet().stream()
        .map(one -> claim(target, one.getKey(), one.getValue()))
        .toList();
  }

  /** What documents say of a target, up to one more than are read. */
  private List<Quad> statements(Node target) {
    try (Stream<Quad> from = documents.statements(target, Node.ANY, Node.ANY);
        Stream<Quad> to = documents.statements(Node.ANY, Node.ANY, target)) {
      return Stream.concat(from, to).limit(MOST_CLAIMS + 1L).toList();
    }
  }

  private Claim claim(Node target, Triple statement, Set<Node> graphs) {
    Set<Node> inDocuments = new HashSet<>();
    graphs.forEach(graph -> inDocuments.addAll(documents.documents(graph)));
    Node other = Claim.other(target, statement);
    Map<Axis, Set<Node>> columns = new EnumMap<>(ends.computeIfAbsent(other, this::columns));
    columns.put(Axis.DOCUMENT, Set.copyOf(inDocuments));
    return new Claim(target, statement, List.copyOf(graphs), columns);
  }

  /** Under what a claim is counted that has this at its other end. */
  private Map<Axis, Set<Node>> columns(Node other) {
    Set<Node> reached = new LinkedHashSet<>();
    reached.add(other);
    try (Stream<Quad> said = documents.statements(other, Node.ANY, Node.ANY)) {
      said.filter(quad -> quad.getObject().isURI())
          .filter(quad -> isLink(quad.getPredicate()) || isRegion(quad.getPredicate()))
          .limit(MOST_CLAIMS)
          .forEach(quad -> reached.add(quad.getObject()));
    }
    Map<Axis, Set<Node>> columns = new EnumMap<>(Axis.class);
    columns.put(Axis.ORGAN, ofClass(reached, organs));
    columns.put(Axis.REGION, ofClass(reached, regions));
    columns.put(Axis.ACTIVITY, kinds(other));
    return columns;
  }

  private Set<Node> ofClass(Collection<Node> things, Set<Node> classes) {
    Set<Node> found = new LinkedHashSet<>();
    things.stream()
        .filter(
            thing -> G.listSP(union, thing, RDF.Nodes.type).stream().anyMatch(classes::contains))
        .forEach(found::add);
    return Set.copyOf(found);
  }

  /** The classes of an activity, without those that another of them belongs to. */
  private Set<Node> kinds(Node thing) {
    Set<Node> kinds = new HashSet<>(G.listSP(union, thing, RDF.Nodes.type));
    kinds.retainAll(activities);
    Set<Node> narrowest = new HashSet<>(kinds);
    kinds.forEach(
        kind ->
            kinds.stream()
                .filter(other -> !other.equals(kind) && classes(kind).contains(other))
                .findAny()
                .ifPresent(narrower -> narrowest.remove(kind)));
    return Set.copyOf(narrowest);
  }

  private Set<Node> classes(Node top) {
    return Hierarchy.classes(union, top);
  }

  private boolean isLink(Node property) {
    return links.computeIfAbsent(
        property, one -> union.contains(one, RDFS.Nodes.subPropertyOf, BT.link.asNode()));
  }

  private static boolean isRegion(Node property) {
    return property.equals(BT.region.asNode());
  }

  private List<Finding> findings(Node target) {
    return G.listPO(union, BT.about.asNode(), target).stream()
        .filter(one -> union.contains(one, RDF.Nodes.type, BT.GapFinding.asNode()))
        .flatMap(
            one ->
                G.listSP(union, one, BT.assessment.asNode()).stream()
                    .map(verdict -> finding(one, target, verdict)))
        .limit(MOST_TARGETS)
        .toList();
  }

  private Finding finding(Node thing, Node target, Node verdict) {
    try (Stream<Quad> stated = documents.statements(thing, BT.assessment.asNode(), verdict)) {
      return new Finding(
          thing,
          target,
          verdict,
          G.listSP(union, thing, BT.region.asNode()),
          stated.flatMap(quad -> documents.units(quad.getGraph()).stream()).distinct().toList());
    }
  }
}
