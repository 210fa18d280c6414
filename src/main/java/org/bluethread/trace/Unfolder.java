package org.bluethread.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bluethread.trace.Unfolding.Branch;
import org.bluethread.trace.Unfolding.Branches;
import org.bluethread.trace.links.Links;

/**
 * Unfolds what is around a thing on one side as a tree: level by level, so that each thing has its
 * branches where it is nearest to the root. Mappings are not followed. For one thread.
 */
final class Unfolder {
  /** How many branches of one thing are shown at the most. */
  static final int MOST_BRANCHES = 25;

  /** How many things one tree shows at the most. */
  static final int MOST_SHOWN = 400;

  private final Links links;
  private final StepReader reader;

  Unfolder(Links links, StepReader reader) {
    this.links = links;
    this.reader = reader;
  }

  /** A thing that gets its branches. */
  private record Open(String iri, int depth) {}

  Branches unfold(String thing, int depth, boolean downstream) {
    Map<String, List<String>> shown = new LinkedHashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    Set<String> seen = new HashSet<>(Set.of(thing));
    Deque<Open> open = new ArrayDeque<>(List.of(new Open(thing, 0)));
    int room = MOST_SHOWN;
    while (!open.isEmpty()) {
      Open next = open.poll();
      boolean unfolds = next.depth() < depth && (next.depth() == 0 || !isHub(next.iri()));
      List<String> chosen = List.of();
      if (unfolds) {
        List<String> around = around(next.iri(), downstream);
        chosen = around.subList(0, Math.min(around.size(), Math.min(room, MOST_BRANCHES)));
      }
      counts.put(next.iri(), count(next.iri(), downstream));
      room -= chosen.size();
      shown.put(next.iri(), chosen);
      for (String one : chosen) {
        if (seen.add(one)) {
          open.add(new Open(one, next.depth() + 1));
        }
      }
    }
    return branches(thing, downstream, shown, counts, new HashSet<>(Set.of(thing)));
  }

  private boolean isHub(String iri) {
    return links.isHub(links.thing(iri));
  }

  private List<String> around(String iri, boolean downstream) {
    int number = links.thing(iri);
    return number == Links.NONE ? List.of() : links.around(number, downstream);
  }

  private int count(String iri, boolean downstream) {
    int number = links.thing(iri);
    return number == Links.NONE ? 0 : links.countAround(number, downstream);
  }

  private Branches branches(
      String thing,
      boolean downstream,
      Map<String, List<String>> shown,
      Map<String, Integer> counts,
      Set<String> done) {
    Set<String> here = new HashSet<>();
    List<Branch> branches = new ArrayList<>();
    List<String> children = shown.get(thing);
    for (String child : children) {
      if (done.add(child)) {
        here.add(child);
      }
    }
    for (String child : children) {
      boolean first = here.contains(child);
      Step step = downstream ? reader.step(thing, child) : reader.step(child, thing);
      Branches further =
          first
              ? branches(child, downstream, shown, counts, done)
              : new Branches(counts.getOrDefault(child, 0), List.of());
      branches.add(new Branch(step, !first, isHub(child), further));
    }
    return new Branches(counts.get(thing), branches);
  }
}
