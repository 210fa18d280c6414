package org.bluethread.gate;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;

/**
 * The judgement of one change: which results it brings. A result is new when the state before the
 * change does not have it, or when it is about a number that has moved further from its bound.
 *
 * <p>For one change and one thread.
 */
final class Judgement {
  private static final int MOST_OF_A_KIND = 5_000;

  private final Footprint footprint;
  private final UnionChange change;
  private final Supplier<State> before;
  private final State after;
  private final Map<Key, Finding> brought = new LinkedHashMap<>();
  private final Map<Key, Finding> standing = new LinkedHashMap<>();
  private final Set<Node> searchedWhole = new LinkedHashSet<>();
  private final Map<Node, Map<Part, Set<Node>>> hubs = new LinkedHashMap<>();
  private final Map<Kind, Integer> listed = new HashMap<>();
  private long unlisted;
  private boolean whole;

  /** Results of a kind are listed up to a number, so that none of another kind is lost. */
  private record Kind(boolean stands, Node severity) {}

  /**
   * A result and how it was found.
   *
   * @param entry the result
   * @param part the part of a shape that gave it
   * @param focusNode the focus node of that part, which need not be that of the result
   */
  record Finding(ReportEntry entry, Part part, Node focusNode) {}

  /**
   * @param many how many values a focus node may have for all of them to be judged; of more, only
   *     those that the change can touch
   */
  Judgement(Shapes shapes, Footprint footprint, UnionChange change, int many) {
    this.footprint = footprint;
    this.change = change;
    this.before = new Once<>(() -> new State(change.before(), shapes, many));
    this.after = new State(change.after(), shapes, many);
  }

  /** Judges the nodes whose verdict the change can worsen, and no others. */
  void judgeChange() {
    Candidates candidates = new Candidates(footprint, change);
    candidates.all().forEach(this::judge);
    judgeHubs(candidates);
    Map<Shape, BitSet> unknown = new LinkedHashMap<>();
    footprint.unknown().stream()
        .mapToObj(footprint.parts()::get)
        .forEach(
            part -> unknown.computeIfAbsent(part.root(), shape -> new BitSet()).set(part.index()));
    unknown.forEach(
        (shape, parts) -> {
          searchedWhole.add(shape.getShapeNode());
          whole = true;
          judgeTargets(shape, parts);
        });
  }

  /** Judges all targets of all shapes, as when the shapes are new. */
  void judgeAll() {
    whole = true;
    footprint.partsByShape().forEach(this::judgeTargets);
  }

  private void judgeTargets(Shape shape, BitSet parts) {
    after.membership().forEachTarget(shape, node -> judgeParts(node, parts));
  }

  private void judge(Node focusNode, BitSet parts) {
    int next = parts.nextSetBit(0);
    while (next >= 0) {
      Shape shape = footprint.parts().get(next).root();
      BitSet ofShape = footprint.partsByShape().get(shape);
      if (after.membership().isTarget(shape, focusNode)) {
        BitSet judging = (BitSet) ofShape.clone();
        judging.and(parts);
        judgeParts(focusNode, judging);
      }
      next = parts.nextSetBit(ofShape.length());
    }
  }

  private void judgeParts(Node focusNode, BitSet parts) {
    for (int i = parts.nextSetBit(0); i >= 0; i = parts.nextSetBit(i + 1)) {
      judge(footprint.parts().get(i), focusNode);
    }
  }

  private void judge(Part part, Node focusNode) {
    Optional<ValueWise> shape = footprint.valueWise(part);
    if (whole || shape.isEmpty()) {
      note(after.results(part, focusNode), part, focusNode);
      return;
    }
    Optional<Set<Node>> few = after.few(shape.get(), focusNode);
    if (few.isPresent()) {
      note(after.results(shape.get(), focusNode, few.get(), few.get()), part, focusNode);
    } else if (before.get().membership().isTarget(part.root(), focusNode)) {
      // Of so many values only the touched ones are to be judged.
      hubs.computeIfAbsent(focusNode, node -> new HashMap<>()).put(part, new HashSet<>());
    } else {
      note(after.results(part, focusNode), part, focusNode);
    }
  }

  private void judgeHubs(Candidates candidates) {
    if (hubs.isEmpty()) {
      return;
    }
    change.forEach(
        (triple, came) ->
            candidates.follow(
                triple,
                came,
                (cause, read, focusNode, parts) ->
                    hubs.getOrDefault(focusNode, Map.of())
                        .forEach(
                            (part, values) -> {
                              if (parts.get(part.index())) {
                                touch(part, focusNode, read, cause, values);
                              }
                            })));
    hubs.forEach(
        (focusNode, parts) ->
            parts.forEach(
                (part, values) ->
                    note(
                        after.results(footprint.valueWise(part).orElseThrow(), focusNode, values),
                        part,
                        focusNode)));
  }

  /** Notes the values of a hub at which a triple is looked at. */
  private void touch(Part part, Node focusNode, Read read, Triple triple, Set<Node> values) {
    ValueWise shape = footprint.valueWise(part).orElseThrow();
    if (!shape.looksAtValues(read)) {
      return; // It is what makes the node a target, which it was before.
    }
    shape
        .values(read, triple, change.wide())
        .forEachRemaining(
            value -> {
              if (shape.isValue(change.after(), focusNode, value)) {
                values.add(value);
              }
            });
  }

  private void note(Collection<ReportEntry> entries, Part part, Node focusNode) {
    entries.forEach(entry -> note(new Finding(entry, part, focusNode)));
  }

  private void note(Finding finding) {
    Key key = Key.of(finding.entry());
    if (brought.containsKey(key) || standing.containsKey(key)) {
      return;
    }
    boolean stands = before.get().has(key, footprint) && !isWorse(key);
    if (stands && !whole) {
      return; // It is told only when shapes come into force.
    }
    Kind kind = new Kind(stands, finding.entry().severity().level());
    if (listed.merge(kind, 1, Integer::sum) > MOST_OF_A_KIND) {
      unlisted++;
      return;
    }
    (stands ? standing : brought).put(key, finding);
  }

  private boolean isWorse(Key key) {
    if (!key.isCount()) {
      return false;
    }
    long was = before.get().count(key);
    long is = after.count(key);
    return key.isMinimum() ? is < was : is > was;
  }

  /** The results that the change brings. */
  Map<Key, Finding> brought() {
    return brought;
  }

  /** Results at the nodes that were judged which were there before. */
  Map<Key, Finding> standing() {
    return standing;
  }

  /** How many results there are that are not listed, some of them perhaps counted twice. */
  long unlisted() {
    return unlisted;
  }

  /** The shapes of which all targets were judged, for nobody can say where they look. */
  Set<Node> searchedWhole() {
    return searchedWhole;
  }
}
