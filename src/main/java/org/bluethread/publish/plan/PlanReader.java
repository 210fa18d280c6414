package org.bluethread.publish.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.bluethread.graph.Snapshot;
import org.bluethread.publish.DocumentGraphs;
import org.bluethread.publish.plan.PlanRow.Part;
import org.bluethread.publish.plan.PlanRow.TimeFrame;
import org.bluethread.vocabulary.BT;

/** Reads the plans that set strategic directions. Belongs to a transaction and its thread. */
public final class PlanReader {
  /** How many rows of all plans together are read at the most. */
  public static final int MOST_ROWS = 3000;

  private final Graph union;
  private final DocumentGraphs documents;
  private final List<Node> roles;
  private final Map<Node, List<Node>> entries = new HashMap<>();
  private int left = MOST_ROWS;

  private PlanReader(Snapshot snapshot) {
    this.union = snapshot.union();
    this.documents = new DocumentGraphs(snapshot);
    this.roles = G.listPO(union, RDFS.Nodes.subPropertyOf, BT.involvesOrgan.asNode());
  }

  /** The plans, by their identifiers. */
  public static List<ActionPlan> read(Snapshot snapshot) {
    PlanReader reader = new PlanReader(snapshot);
    Set<Node> plans = new TreeSet<>(Comparator.comparing(Node::toString));
    Iter.iter(snapshot.union().find(Node.ANY, BT.setsDirection.asNode(), Node.ANY))
        .map(Triple::getSubject)
        .filter(Node::isURI)
        .forEach(plans::add);
    return plans.stream().map(reader::plan).toList();
  }

  private ActionPlan plan(Node plan) {
    List<PlanRow> rows = new ArrayList<>();
    boolean complete = true;
    for (Node direction : things(plan, BT.setsDirection.asNode())) {
      complete &= read(direction, rows);
    }
    return new ActionPlan(plan, rows, complete);
  }

  /** Reads what stands under a direction; false if it had to stop before the end. */
  private boolean read(Node direction, List<PlanRow> rows) {
    boolean complete = true;
    List<Node> subDirections = things(direction, BT.hasSubDirection.asNode());
    List<Node> own = things(direction, BT.hasAction.asNode());
    for (Node action : own) {
      complete &= read(row(direction, Optional.empty(), Optional.of(action)), rows);
    }
    for (Node sub : subDirections) {
      List<Node> actions = things(sub, BT.hasAction.asNode());
      for (Node action : actions) {
        complete &= read(row(direction, Optional.of(sub), Optional.of(action)), rows);
      }
      if (actions.isEmpty()) {
        complete &= add(row(direction, Optional.of(sub), Optional.empty()), rows);
      }
    }
    return (subDirections.isEmpty() && own.isEmpty())
        ? add(row(direction, Optional.empty(), Optional.empty()), rows)
        : complete;
  }

  private static PlanRow row(Node direction, Optional<Node> sub, Optional<Node> action) {
    return new PlanRow(
        direction,
        sub,
        action,
        Optional.empty(),
        false,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** Reads the rows of an action; false if it had to stop before the end. */
  private boolean read(PlanRow under, List<PlanRow> rows) {
    Node action = under.action().orElseThrow();
    boolean complete = true;
    List<Node> outputs = left > 0 ? things(action, BT.hasOutput.asNode()) : List.of();
    for (Node output : outputs) {
      complete &= add(row(under, output, Optional.of(output), false), rows);
    }
    boolean none = entries(action).stream().anyMatch(this::saysNoOutput);
    if (none || outputs.isEmpty()) {
      complete &= add(row(under, action, Optional.empty(), none), rows);
    }
    return complete;
  }

  private boolean add(PlanRow row, List<PlanRow> rows) {
    if (left == 0) {
      return false;
    }
    left--;
    rows.add(row);
    return true;
  }

  private PlanRow row(PlanRow under, Node about, Optional<Node> output, boolean none) {
    List<Node> entries = entries(about);
    return new PlanRow(
        under.direction(),
        under.subDirection(),
        under.action(),
        output,
        none,
        roles.stream()
            .flatMap(role -> things(about, role).stream().map(organ -> new Part(role, organ)))
            .toList(),
        entries.stream()
            .flatMap(entry -> things(entry, BT.timeFrame.asNode()).stream())
            .distinct()
            .map(this::timeFrame)
            .toList(),
        entries.stream()
            .flatMap(entry -> G.listSP(union, entry, BT.timeFramePrinted.asNode()).stream())
            .filter(Node::isLiteral)
            .distinct()
            .toList(),
        output
            .map(one -> units(under.action().orElseThrow(), BT.hasOutput.asNode(), one))
            .orElseGet(() -> noted(entries, about)));
  }

  /** The dated entries of a plan about a thing. */
  private List<Node> entries(Node about) {
    return entries.computeIfAbsent(
        about,
        thing ->
            G.listPO(union, BT.about.asNode(), thing).stream()
                .filter(one -> isA(one, BT.PlanEntry.asNode()) || saysNoOutput(one))
                .distinct()
                .toList());
  }

  private boolean saysNoOutput(Node entry) {
    return isA(entry, BT.NoOutputEntry.asNode());
  }

  private TimeFrame timeFrame(Node thing) {
    return new TimeFrame(
        thing,
        literals(thing, BT.dueYear.asNode()).findFirst(),
        literals(thing, BT.recurrence.asNode()).map(Node::getLiteralLexicalForm).findFirst());
  }

  private List<Node> noted(List<Node> entries, Node about) {
    return entries.stream()
        .flatMap(entry -> units(entry, BT.about.asNode(), about).stream())
        .distinct()
        .toList();
  }

  /** The units that state something. */
  private List<Node> units(Node subject, Node property, Node object) {
    try (Stream<Quad> stated = documents.statements(subject, property, object)) {
      return stated
          .map(Quad::getGraph)
          .filter(documents::isEvidence)
          .flatMap(graph -> documents.units(graph).stream())
          .distinct()
          .toList();
    }
  }

  private boolean isA(Node thing, Node type) {
    return union.contains(thing, RDF.Nodes.type, type);
  }

  private Stream<Node> literals(Node subject, Node property) {
    return G.listSP(union, subject, property).stream()
        .filter(Node::isLiteral)
        .sorted(Comparator.comparing(Node::getLiteralLexicalForm));
  }

  private List<Node> things(Node subject, Node property) {
    return G.listSP(union, subject, property).stream().filter(Node::isURI).toList();
  }
}
