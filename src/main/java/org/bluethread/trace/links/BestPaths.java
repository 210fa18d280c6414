package org.bluethread.trace.links;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * Finds the best paths from one thing to another, whichever way the links on them run. No thing is
 * twice on a path, and two mapped steps follow each other only if the limits allow it.
 *
 * <p>Paths without a hub as inner thing come before those with one; then those with fewer steps,
 * then fewer mapped ones, then fewer mentions, then fewer topical ones; then the first by the IRIs
 * on the way, compared from the first to the last as {@link String#compareTo} does. A step between
 * two things that several links join counts as the best of them.
 *
 * <p>Paths are told apart by where they leave the better ones (J. Y. Yen, Finding the K shortest
 * loopless paths in a network, Management Science 17, 1971; E. L. Lawler, A procedure for computing
 * the K best solutions, Management Science 18, 1972). Safe for threads.
 */
public final class BestPaths {
  /** From how many links on a thing counts as a crossing. */
  private static final int MANY = 500;

  private final Links links;
  private final int many;
  private final Comparator<Way> order =
      Comparator.comparingInt(Way::steps)
          .thenComparing(Way::isFound)
          .thenComparingInt(Way::cost)
          .thenComparing(Way::things, this::compareIris);

  /** Searches among these links. */
  public BestPaths(Links links) {
    this(links, MANY);
  }

  /**
   * Searches among these links.
   *
   * @param many from how many links on a thing counts as a crossing
   */
  BestPaths(Links links, int many) {
    this.links = links;
    this.many = many;
  }

  /**
   * Finds paths.
   *
   * @param from the number of the thing they begin with
   * @param to the number of the thing they end with, another one
   * @param most how many at the most
   * @param limits the most steps of each, and the time there is
   * @return the best, best first; none if there is no path within the limits
   * @throws java.util.concurrent.CancellationException if the time does not suffice
   */
  public List<Path> find(int from, int to, int most, Limits limits) {
    List<Path> found = new ArrayList<>();
    search(from, to, false, most, limits, found);
    if (found.size() < most) {
      search(from, to, true, most, limits, found);
    }
    return found;
  }

  private void search(
      int from, int to, boolean throughHubs, int most, Limits limits, List<Path> found) {
    Sides sides = Sides.of(links, from, to, throughHubs);
    int fewest = Corridor.fewestSteps(sides.pairs().get(0), limits);
    if (fewest == Places.NONE) {
      return;
    }
    Corridor corridor = Corridor.of(links, sides, fewest, limits);
    Completion completion = new Completion(corridor, to, limits.chained());
    PriorityQueue<Way> open = new PriorityQueue<>(order);
    open.add(Way.toFind(new int[] {from}, new int[0], fewest));
    int wanted = most - found.size();
    int[] known = new int[limits.hops() + 1]; // How many ways that are wanted, by their steps.
    while (!open.isEmpty() && found.size() < most) {
      Way way = open.poll();
      if (way.isFound()) {
        if (isWanted(way, throughHubs)) {
          found.add(path(way));
        }
        leave(open, way);
      } else if (way.steps() <= mostSteps(known, wanted)) {
        limits.check();
        if (way.steps() > corridor.bound()) {
          if (corridor.bound() == fewest) {
            sides = aroundCrossing(corridor, from, to, throughHubs).orElse(sides);
          }
          corridor = Corridor.of(links, sides, way.steps(), limits);
          completion = new Completion(corridor, to, limits.chained());
        }
        Way completed = complete(completion, way);
        open.add(completed);
        if (isWanted(completed, throughHubs)) {
          known[completed.steps()]++;
        }
      }
    }
  }

  /** For longer ways: waves that keep off the crossing of the shortest ones, if they have one. */
  private Optional<Sides> aroundCrossing(Corridor shortest, int from, int to, boolean throughHubs) {
    return shortest
        .busiest(from, to)
        .filter(thing -> links.degree(thing) >= many)
        .map(
            thing -> {
              int steps = shortest.stepsFrom(shortest.place(thing));
              int rest = shortest.bound() - steps;
              return Sides.around(thing, steps, rest, links, from, to, throughHubs);
            });
  }

  /** Adds, for each place where others leave this way, that the best of them is to be found. */
  private static void leave(PriorityQueue<Way> open, Way way) {
    int last = Math.min(simpleLength(way.things()), way.things().length - 1);
    for (int length = way.beginning(); length <= last; length++) {
      int[] beginning = Arrays.copyOf(way.things(), length);
      int[] closed = length == way.beginning() ? way.closed() : new int[0];
      int[] closedNow = Arrays.copyOf(closed, closed.length + 1);
      closedNow[closed.length] = way.things()[length];
      open.add(Way.toFind(beginning, closedNow, way.steps()));
    }
  }

  /**
   * How many steps a way may have to be among those wanted: no more than the last of them, once as
   * many are known.
   */
  private static int mostSteps(int[] known, int wanted) {
    int ways = 0;
    for (int steps = 0; steps < known.length; steps++) {
      ways += known[steps];
      if (ways >= wanted) {
        return steps;
      }
    }
    return known.length - 1;
  }

  private boolean isWanted(Way way, boolean throughHubs) {
    return way.isFound()
        && simpleLength(way.things()) == way.things().length
        && isThroughHub(way.things()) == throughHubs;
  }

  /** The best way with a beginning; or that it has more steps and is still to be found. */
  private Way complete(Completion completion, Way way) {
    int[] beginning = way.things();
    int[] rest = completion.find(beginning, isLastMapped(beginning), way.closed());
    return rest.length == 0
        ? Way.toFind(beginning, way.closed(), way.steps() + 1)
        : found(beginning, rest, way.closed());
  }

  private boolean isLastMapped(int[] beginning) {
    int last = beginning.length - 1;
    return last > 0 && Kinds.isMapped(cost(beginning[last - 1], beginning[last]));
  }

  private Way found(int[] beginning, int[] rest, int[] closed) {
    int[] things = Arrays.copyOf(beginning, beginning.length + rest.length);
    System.arraycopy(rest, 0, things, beginning.length, rest.length);
    int cost = Arrays.stream(costs(things)).sum();
    return new Way(things, things.length - 1, true, cost, beginning.length, closed);
  }

  /** How many things from the first on are different from one another. */
  private static int simpleLength(int[] things) {
    for (int i = 1; i < things.length; i++) {
      for (int j = 0; j < i; j++) {
        if (things[j] == things[i]) {
          return i;
        }
      }
    }
    return things.length;
  }

  private boolean isThroughHub(int[] things) {
    return IntStream.range(1, things.length - 1).anyMatch(i -> links.isHub(things[i]));
  }

  private Path path(Way way) {
    int[] things = way.things();
    return new Path(
        Arrays.stream(things).mapToObj(links::iri).toList(),
        isThroughHub(things),
        way.cost() / Kinds.MAPPED,
        way.cost() % Kinds.MAPPED / Kinds.MENTION,
        way.cost() % Kinds.MENTION);
  }

  private int[] costs(int[] things) {
    int[] costs = new int[things.length - 1];
    for (int i = 0; i < costs.length; i++) {
      costs[i] = cost(things[i], things[i + 1]);
    }
    return costs;
  }

  private int cost(int from, int to) {
    boolean turned = links.degree(from) > links.degree(to);
    Neighbours next = new Neighbours(links, turned ? to : from);
    int sought = turned ? from : to;
    int best = Integer.MAX_VALUE;
    while (next.advance()) {
      if (next.thing() == sought) {
        best = Math.min(best, next.cost());
      }
    }
    return best;
  }

  private int compareIris(int[] one, int[] other) {
    for (int i = 0; i < Math.min(one.length, other.length); i++) {
      if (one[i] != other[i]) {
        return links.iri(one[i]).compareTo(links.iri(other[i]));
      }
    }
    return Integer.compare(one.length, other.length);
  }

  /**
   * A way that is still to be looked at, or a beginning whose way is still to be found.
   *
   * @param things what is on it
   * @param steps how many steps it has, or will have at the least
   * @param isFound whether it leads to the end
   * @param cost the sum of the costs of its steps
   * @param beginning how many of its things were given
   * @param closed what must not come after the beginning
   */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares them, and they are not changed.
  private record Way(
      int[] things, int steps, boolean isFound, int cost, int beginning, int[] closed) {
    static Way toFind(int[] beginning, int[] closed, int steps) {
      return new Way(beginning, steps, false, 0, beginning.length, closed);
    }
  }
}
