package org.bluethread.trace.links;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What can be reached from a thing, whichever way the links run, nearest first; broken off where it
 * becomes too much. For one thread.
 */
public final class Surroundings {
  /** How many things are looked at, at the most. */
  public static final int MOST_THINGS = 5_000;

  private static final int MOST_LINKS = 50_000;
  private static final int MOST_PLACES = 100;

  private final Links links;
  private final Map<Integer, Integer> depths;
  private final int farthest;
  private final boolean complete;

  private Surroundings(Links links, Map<Integer, Integer> depths, int farthest, boolean complete) {
    this.links = links;
    this.depths = depths;
    this.farthest = farthest;
    this.complete = complete;
  }

  /**
   * Looks around a thing.
   *
   * @param thing its IRI; one that no link names reaches nothing
   * @param limits how many steps, and how long
   */
  public static Surroundings of(Links links, String thing, Limits limits) {
    Map<Integer, Integer> depths = new LinkedHashMap<>();
    int root = links.thing(thing);
    if (root == Links.NONE) {
      return new Surroundings(links, depths, 0, true);
    }
    depths.put(root, 0);
    List<Integer> level = List.of(root);
    int looked = 0;
    int depth = 0;
    while (!level.isEmpty() && depth < limits.hops()) {
      limits.check();
      List<Integer> next = new ArrayList<>();
      for (int one : level) {
        Neighbours neighbours = new Neighbours(links, one);
        while (neighbours.advance()) {
          if (depths.putIfAbsent(neighbours.thing(), depth + 1) == null) {
            next.add(neighbours.thing());
          }
          if (++looked > MOST_LINKS || depths.size() > MOST_THINGS) {
            return new Surroundings(links, depths, depth + 1, false);
          }
        }
      }
      if (!next.isEmpty()) {
        depth++;
      }
      level = next;
    }
    return new Surroundings(links, depths, depth, level.isEmpty());
  }

  /** How many things there are, without the one in the middle. */
  public int size() {
    return Math.max(0, depths.size() - 1);
  }

  /** How many steps away the farthest is. */
  public int farthest() {
    return farthest;
  }

  /** Whether nothing more can be reached. */
  public boolean isComplete() {
    return complete;
  }

  /**
   * A thing of one and a thing of the other that one place speaks of.
   *
   * @param one what was reached from here
   * @param other what was reached from there
   * @param place what speaks of both
   */
  public record Pair(String one, String other, String place) {}

  /**
   * The pair that one graph speaks of and that is the fewest steps away from the two middles.
   *
   * @param isPlace whether a graph is a place that can be named; asked of few
   */
  public Optional<Pair> nearest(Surroundings there, Predicate<String> isPlace) {
    Map<Integer, Integer> mine = nearestByGraph(MOST_LINKS);
    Map<Integer, Integer> theirs = there.nearestByGraph(MOST_LINKS);
    return mine.keySet().stream()
        .filter(theirs::containsKey)
        .filter(graph -> !mine.get(graph).equals(theirs.get(graph)))
        .sorted(
            Comparator.comparingInt(
                    (Integer graph) ->
                        depths.get(mine.get(graph)) + there.depths.get(theirs.get(graph)))
                .thenComparing(links::iri))
        .limit(MOST_PLACES)
        .filter(graph -> isPlace.test(links.iri(graph)))
        .findFirst()
        .map(
            graph ->
                new Pair(
                    links.iri(mine.get(graph)), links.iri(theirs.get(graph)), links.iri(graph)));
  }

  /**
   * The pair that one place speaks of, in whichever of its graphs; only the graphs next to the two
   * middles are looked at.
   *
   * @param placeOf gives the place that a graph belongs to; empty if to none
   */
  public Optional<Pair> nearestIn(Surroundings there, Function<String, Optional<String>> placeOf) {
    Map<String, Integer> mine = nearestByPlace(placeOf);
    Map<String, Integer> theirs = there.nearestByPlace(placeOf);
    return mine.keySet().stream()
        .filter(theirs::containsKey)
        .filter(place -> !mine.get(place).equals(theirs.get(place)))
        .min(
            Comparator.comparingInt(
                    (String place) ->
                        depths.get(mine.get(place)) + there.depths.get(theirs.get(place)))
                .thenComparing(Comparator.naturalOrder()))
        .map(place -> new Pair(links.iri(mine.get(place)), links.iri(theirs.get(place)), place));
  }

  /** For each graph the nearest thing that a link stated there joins to another, nearest first. */
  private Map<Integer, Integer> nearestByGraph(int mostLinks) {
    Map<Integer, Integer> byGraph = new LinkedHashMap<>();
    int looked = 0;
    for (int thing : depths.keySet()) {
      Page page = links.page(thing);
      for (int at = page.outStart(thing); at < page.outEnd(thing); at++) {
        if (++looked > mostLinks) {
          return byGraph;
        }
        if (page.outKind(at) != Kinds.MAPPING) {
          byGraph.putIfAbsent(page.outGraph(at), thing);
        }
      }
    }
    return byGraph;
  }

  private Map<String, Integer> nearestByPlace(Function<String, Optional<String>> placeOf) {
    Map<String, Integer> byPlace = new HashMap<>();
    nearestByGraph(MOST_LINKS).entrySet().stream()
        .limit(MOST_PLACES)
        .forEach(
            graph ->
                placeOf
                    .apply(links.iri(graph.getKey()))
                    .ifPresent(place -> byPlace.putIfAbsent(place, graph.getValue())));
    return byPlace;
  }
}
