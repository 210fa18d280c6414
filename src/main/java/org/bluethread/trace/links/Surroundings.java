package org.bluethread.trace.links;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

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
  private final Places things;
  private final int[] depths; // By the places of things.
  private final int farthest;
  private final boolean complete;

  private Surroundings(Links links, Places things, int[] depths, int farthest, boolean complete) {
    this.links = links;
    this.things = things;
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
    Places things = new Places();
    int[] depths = new int[MOST_THINGS + 1];
    int root = links.thing(thing);
    if (root == Links.NONE) {
      return new Surroundings(links, things, depths, 0, true);
    }
    things.add(root);
    int looked = 0;
    int levelStart = 0;
    int depth = 0;
    while (levelStart < things.size() && depth < limits.hops()) {
      limits.check();
      int levelEnd = things.size();
      for (int place = levelStart; place < levelEnd; place++) {
        Neighbours neighbours = new Neighbours(links, things.number(place));
        while (neighbours.advance()) {
          int there = things.add(neighbours.thing());
          if (there >= levelEnd) {
            depths[there] = depth + 1;
          }
          if (++looked > MOST_LINKS || things.size() > MOST_THINGS) {
            return new Surroundings(links, things, depths, depth + 1, false);
          }
        }
      }
      if (things.size() > levelEnd) {
        depth++;
      }
      levelStart = levelEnd;
    }
    return new Surroundings(links, things, depths, depth, levelStart == things.size());
  }

  /** How many things there are, without the one in the middle. */
  public int size() {
    return Math.max(0, things.size() - 1);
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
    Speaking mine = speaking();
    Speaking theirs = there.speaking();
    return IntStream.range(0, mine.graphs().size())
        .mapToObj(mine.graphs()::number)
        .filter(graph -> theirs.graphs().find(graph) != Places.NONE)
        .filter(graph -> things.number(mine.of(graph)) != there.things.number(theirs.of(graph)))
        .sorted(
            Comparator.comparingInt(
                    (Integer graph) -> depths[mine.of(graph)] + there.depths[theirs.of(graph)])
                .thenComparing(links::iri))
        .limit(MOST_PLACES)
        .filter(graph -> isPlace.test(links.iri(graph)))
        .findFirst()
        .map(graph -> new Pair(iri(mine.of(graph)), there.iri(theirs.of(graph)), links.iri(graph)));
  }

  private String iri(int place) {
    return links.iri(things.number(place));
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
        .filter(place -> things.number(mine.get(place)) != there.things.number(theirs.get(place)))
        .min(
            Comparator.comparingInt(
                    (String place) -> depths[mine.get(place)] + there.depths[theirs.get(place)])
                .thenComparing(Comparator.naturalOrder()))
        .map(place -> new Pair(iri(mine.get(place)), there.iri(theirs.get(place)), place));
  }

  /**
   * The graphs that state links from here, nearest first.
   *
   * @param graphs their numbers
   * @param places for each, the place of the nearest thing that a link stated there leads from
   */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares them, and they are not changed.
  private record Speaking(Places graphs, int[] places) {
    int of(int graph) {
      return places[graphs.find(graph)];
    }
  }

  private Speaking speaking() {
    Places graphs = new Places();
    int[] nearest = new int[MOST_THINGS];
    int looked = 0;
    for (int place = 0; place < things.size(); place++) {
      int thing = things.number(place);
      Page page = links.page(thing);
      for (int at = page.outStart(thing); at < page.outEnd(thing); at++) {
        if (++looked > MOST_LINKS) {
          return new Speaking(graphs, nearest);
        }
        int known = graphs.size();
        if (page.outKind(at) != Kinds.MAPPING && graphs.add(page.outGraph(at)) == known) {
          if (known == nearest.length) {
            nearest = Arrays.copyOf(nearest, known * 2);
          }
          nearest[known] = place;
        }
      }
    }
    return new Speaking(graphs, nearest);
  }

  private Map<String, Integer> nearestByPlace(Function<String, Optional<String>> placeOf) {
    Map<String, Integer> byPlace = new HashMap<>();
    Speaking speaking = speaking();
    for (int i = 0; i < Math.min(speaking.graphs().size(), MOST_PLACES); i++) {
      int nearest = speaking.places()[i];
      placeOf
          .apply(links.iri(speaking.graphs().number(i)))
          .ifPresent(place -> byPlace.putIfAbsent(place, nearest));
    }
    return byPlace;
  }
}
