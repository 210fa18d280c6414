package org.bluethread.gate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.path.Path;

/**
 * Finds the statements of a change because of which there are results: those on the way from focus
 * node to value, or else all that selected the focus node. For one change and one thread.
 */
final class Causes {
  private static final int MOST = 100;

  private final UnionChange change;
  private final Delta delta;
  private final Candidates candidates;

  private record Place(int part, Node focusNode) {}

  Causes(Footprint footprint, UnionChange change, Delta delta) {
    this.change = change;
    this.delta = delta;
    this.candidates = new Candidates(footprint, change);
  }

  /** The causes of each finding, at most a hundred of one; in the order of the change. */
  Map<Key, List<Cause>> of(Map<Key, Judgement.Finding> findings) {
    Map<Key, Set<Triple>> triples = new HashMap<>();
    Graph came = GraphMemFactory.createDefaultGraphSameTerm();
    change.forEach(
        (triple, entered) -> {
          if (entered) {
            came.add(triple);
          }
        });
    findings.forEach((key, finding) -> triples.put(key, onTheWay(key, came)));
    selecting(findings, triples);
    return withGraphs(triples);
  }

  private Set<Triple> onTheWay(Key key, Graph came) {
    Set<Triple> found = new LinkedHashSet<>();
    if (key.path().isPresent() && key.value().isPresent()) {
      Path path = key.path().get();
      Paths.steps(path, step -> addOnTheWay(key, step, came, found));
    }
    return found;
  }

  private void addOnTheWay(Key key, Paths.Step step, Graph came, Set<Triple> found) {
    Iterator<Node> starts = Paths.endsOf(change.after(), key.focusNode(), step.before());
    while (starts.hasNext() && found.size() < MOST) {
      Node start = starts.next();
      List<Triple> steps =
          step.forward()
              ? came.find(start, step.predicate(), Node.ANY).toList()
              : came.find(Node.ANY, step.predicate(), start).toList();
      for (Triple triple : steps) {
        Node end = step.forward() ? triple.getObject() : triple.getSubject();
        if (leads(end, step.after(), key.value().get())) {
          found.add(triple);
        }
      }
    }
  }

  private boolean leads(Node from, Optional<Path> path, Node to) {
    Iterator<Node> ends = Paths.endsOf(change.after(), from, path);
    while (ends.hasNext()) {
      if (ends.next().equals(to)) {
        return true;
      }
    }
    return false;
  }

  private void selecting(Map<Key, Judgement.Finding> findings, Map<Key, Set<Triple>> triples) {
    Map<Place, Collection<Set<Triple>>> open = new HashMap<>();
    findings.forEach(
        (key, finding) -> {
          if (triples.get(key).isEmpty()) {
            open.computeIfAbsent(
                    new Place(finding.part().index(), finding.focusNode()),
                    place -> new ArrayList<>())
                .add(triples.get(key));
          }
        });
    if (open.isEmpty()) {
      return;
    }
    change.forEach(
        (triple, came) -> {
          if (!came || change.isNew(triple)) {
            candidates.follow(
                triple,
                came,
                (cause, read, focusNode, parts) ->
                    parts.stream()
                        .mapToObj(part -> open.get(new Place(part, focusNode)))
                        .filter(Objects::nonNull)
                        .flatMap(Collection::stream)
                        .filter(found -> found.size() < MOST)
                        .forEach(found -> found.add(cause)));
          }
        });
  }

  private Map<Key, List<Cause>> withGraphs(Map<Key, Set<Triple>> triples) {
    Map<Triple, List<Cause>> quads = new HashMap<>();
    triples.values().stream()
        .flatMap(Set::stream)
        .forEach(triple -> quads.put(triple, new ArrayList<>()));
    add(delta.removed(), false, quads);
    add(delta.added(), true, quads);
    Map<Key, List<Cause>> causes = new HashMap<>();
    triples.forEach(
        (key, found) ->
            causes.put(key, found.stream().map(quads::get).flatMap(List::stream).toList()));
    return causes;
  }

  private static void add(Set<Quad> changed, boolean came, Map<Triple, List<Cause>> quads) {
    for (Quad quad : changed) {
      List<Cause> wanted = quads.get(quad.asTriple());
      if (wanted != null) {
        wanted.add(new Cause(quad, came, Optional.empty()));
      }
    }
  }
}
