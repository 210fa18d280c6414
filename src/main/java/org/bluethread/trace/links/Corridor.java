package org.bluethread.trace.links;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The things and links between two ends that are on any way with no more steps than a bound, as two
 * waves saw them, and few others. Things have places here. Immutable but for what it remembers; for
 * one thread.
 */
final class Corridor {
  private final Links links;
  private final int bound;
  private final Places places = new Places();
  private byte[] stepsFrom = new byte[1 << 7];
  private byte[] stepsTo = new byte[1 << 7];
  private int[] bridged = new int[1 << 6]; // The places of two ends, and the cost.
  private int bridges;
  private int[] starts = {};
  private int[] others = {};
  private int[] costs = {};
  private String[] iris = {};

  private Corridor(Links links, int bound) {
    this.links = links;
    this.bound = bound;
  }

  /**
   * Makes the corridor.
   *
   * @param sides waves from both ends of ways; they go on until they meet
   */
  static Corridor of(Links links, Sides sides, int bound, Limits limits) {
    List<Sides.Pair> pairs = sides.pairs();
    for (Sides.Pair pair : pairs) {
      while (pair.depth() < pair.stepsBetween(bound) - 1 && grow(pair, limits)) {}
    }
    Corridor corridor = new Corridor(links, bound);
    for (Sides.Pair pair : pairs) {
      corridor.meet(pair);
      if (pair.depth() < pair.stepsBetween(bound)) {
        corridor.bridge(pair);
      }
    }
    corridor.widen(sides.ahead(), true);
    corridor.widen(sides.back(), false);
    corridor.join(sides.waves());
    return corridor;
  }

  /**
   * Searches from both ends, always on the side with fewer links to look at, until a link leads
   * from one side to the other.
   *
   * @return how many steps they are apart, if two mapped steps may follow each other; {@link
   *     Places#NONE} if it is more than the limit
   */
  static int fewestSteps(Sides.Pair pair, Limits limits) {
    while (pair.depth() < limits.hops()) {
      boolean isAhead = pair.isAheadLess();
      Wave far = pair.side(!isAhead).wave();
      if (!pair.side(isAhead).wave().bridge(far, (place, other, cost) -> false)) {
        return pair.depth() + 1;
      }
      if (!grow(pair, limits)) {
        break;
      }
    }
    return Places.NONE;
  }

  private static boolean grow(Sides.Pair pair, Limits limits) {
    limits.check();
    return pair.grow();
  }

  /** Takes in what both waves reached. */
  private void meet(Sides.Pair pair) {
    boolean isAhead = pair.isAheadSmaller();
    Side near = pair.side(isAhead);
    Side far = pair.side(!isAhead);
    Places reached = near.wave().places();
    for (int place = 0; place < reached.size(); place++) {
      int thing = reached.number(place);
      int other = far.wave().places().find(thing);
      if (other != Places.NONE && near.steps(place) + far.steps(other) <= bound) {
        add(thing, isAhead, near.steps(place), far.steps(other));
      }
    }
  }

  /**
   * Takes in the links from the last level of one wave to what the other reached, so that none of
   * the two has to go on.
   */
  private void bridge(Sides.Pair pair) {
    boolean isAhead = pair.isAheadLess();
    Side near = pair.side(isAhead);
    Side far = pair.side(!isAhead);
    near.wave()
        .bridge(
            far.wave(),
            (place, there, cost) -> {
              if (bridges + 3 > bridged.length) {
                bridged = Arrays.copyOf(bridged, bridged.length * 2);
              }
              int steps = near.steps(place);
              int rest = far.steps(there);
              int one = near.wave().places().number(place);
              int other = far.wave().places().number(there);
              bridged[bridges++] = add(one, isAhead, steps, rest + 1);
              bridged[bridges++] = add(other, isAhead, steps + 1, rest);
              bridged[bridges++] = cost;
              return true;
            });
  }

  /**
   * Takes in a thing, or that it is nearer to an end than was known.
   *
   * @param isAhead whether the steps from the beginning of ways are the first number, else the
   *     steps to their end
   */
  private int add(int thing, boolean isAhead, int near, int far) {
    int from = isAhead ? near : far;
    int to = isAhead ? far : near;
    int known = places.size();
    int place = places.add(thing);
    if (place == stepsFrom.length) {
      stepsFrom = Arrays.copyOf(stepsFrom, place * 2);
      stepsTo = Arrays.copyOf(stepsTo, place * 2);
    }
    stepsFrom[place] = (byte) (place == known ? from : Math.min(from, stepsFrom[place]));
    stepsTo[place] = (byte) (place == known ? to : Math.min(to, stepsTo[place]));
    return place;
  }

  /**
   * Takes in what is nearer to one end of ways, if it is on a way within the bound: level by level
   * away from the opposite end.
   *
   * @param sides those that see that end
   */
  private void widen(List<Side> sides, boolean isAhead) {
    int[] level = new int[16];
    for (int depth = 0; depth < bound; depth++) {
      int count = 0;
      for (int place = 0; place < places.size(); place++) {
        if ((isAhead ? stepsTo : stepsFrom)[place] == depth) {
          if (count == level.length) {
            level = Arrays.copyOf(level, count * 2);
          }
          level[count++] = place;
        }
      }
      for (Side side : sides) {
        for (int i = 0; i < count; i++) {
          int at = side.wave().places().find(places.number(level[i]));
          if (at != Places.NONE) {
            widen(side, isAhead, at, depth + 1);
          }
        }
      }
    }
  }

  private void widen(Side side, boolean isAhead, int at, int steps) {
    Wave wave = side.wave();
    for (int link = wave.link(at); link != Places.NONE; link = wave.nextLink(link)) {
      int from = wave.from(link);
      if (side.steps(from) + steps <= bound) {
        add(wave.places().number(from), isAhead, side.steps(from), steps);
      }
    }
  }

  /** Takes in the links. */
  private void join(List<Wave> waves) {
    int size = places.size();
    List<int[]> here = waves.stream().map(this::here).toList();
    Consumer<LinkEnds> links =
        ends -> {
          for (int i = 0; i < waves.size(); i++) {
            links(waves.get(i), here.get(i), ends);
          }
          for (int i = 0; i < bridges; i += 3) {
            ends.take(bridged[i], bridged[i + 1], bridged[i + 2]);
            ends.take(bridged[i + 1], bridged[i], bridged[i + 2]);
          }
        };
    starts = new int[size + 1];
    links.accept((place, other, cost) -> starts[place + 1]++);
    for (int place = 0; place < size; place++) {
      starts[place + 1] += starts[place];
    }
    others = new int[starts[size]];
    costs = new int[starts[size]];
    int[] next = starts.clone();
    links.accept(
        (place, other, cost) -> {
          others[next[place]] = other;
          costs[next[place]++] = cost;
        });
    iris = new String[size];
  }

  /** Takes the end of a link. */
  private interface LinkEnds {
    void take(int place, int other, int cost);
  }

  private void links(Wave wave, int[] here, LinkEnds ends) {
    for (int at = 0; at < here.length; at++) {
      for (int link = here[at] == Places.NONE ? Places.NONE : wave.link(at);
          link != Places.NONE;
          link = wave.nextLink(link)) {
        int other = here[wave.from(link)];
        if (other != Places.NONE) {
          ends.take(here[at], other, wave.cost(link));
          if (!wave.isLeft(at)) {
            ends.take(other, here[at], wave.cost(link)); // Not seen from here.
          }
        }
      }
    }
  }

  /** The places that what a wave reached has here, by the places it has there. */
  private int[] here(Wave wave) {
    int[] here = new int[wave.places().size()];
    Arrays.fill(here, Places.NONE);
    for (int place = 0; place < places.size(); place++) {
      int at = wave.places().find(places.number(place));
      if (at != Places.NONE) {
        here[at] = place;
      }
    }
    return here;
  }

  /** The most steps of ways that are here. */
  int bound() {
    return bound;
  }

  /** The thing that most links meet at, of all but the two ends; empty if there are but these. */
  Optional<Integer> busiest(int from, int to) {
    return IntStream.range(0, places.size())
        .mapToObj(places::number)
        .filter(thing -> thing != from && thing != to)
        .max(Comparator.comparingInt(links::degree));
  }

  /** How many things there are. */
  int size() {
    return places.size();
  }

  /** The thing at a place. */
  int thing(int place) {
    return places.number(place);
  }

  /** The place of a thing; {@link Places#NONE} if it is not here. */
  int place(int thing) {
    return places.find(thing);
  }

  /** How many steps the thing at a place is from the beginning of ways, at the least. */
  int stepsFrom(int place) {
    return stepsFrom[place];
  }

  /** Where the links of the thing at a place begin; they end where those of the next begin. */
  int start(int place) {
    return starts[place];
  }

  /** The place of what a link joins to. */
  int other(int link) {
    return others[link];
  }

  /** What a step along a link costs. */
  int cost(int link) {
    return costs[link];
  }

  /** Whether the IRI of the thing at one place comes before that at another. */
  boolean isBefore(int one, int other) {
    return iri(one).compareTo(iri(other)) < 0;
  }

  private String iri(int place) {
    if (iris[place] == null) {
      iris[place] = links.iri(places.number(place));
    }
    return iris[place];
  }
}
