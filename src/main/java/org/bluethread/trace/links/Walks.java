package org.bluethread.trace.links;

/**
 * All walks with exactly so many steps from one thing to another, as what the rest of each costs:
 * from it the best walk with any beginning follows without a search. Walks go through no hub if
 * hubs are closed, come to neither end again, and take no two mapped steps in a row unless the
 * limits allow it. Apart from that a thing may come twice; with one step more than the shortest
 * walk has, that takes a link of a thing to itself or two mapped steps to keep apart.
 *
 * <p>Not safe for threads.
 */
final class Walks {
  private final Links links;
  private final int from;
  private final int to;
  private final int steps;
  private final boolean throughHubs;
  private final boolean chained;
  private final Reached[] rests;

  /**
   * Finds all walks.
   *
   * @throws java.util.concurrent.CancellationException if the time does not suffice
   */
  Walks(Links links, int from, int to, int steps, boolean throughHubs, Limits limits) {
    this.links = links;
    this.from = from;
    this.to = to;
    this.steps = steps;
    this.throughHubs = throughHubs;
    this.chained = limits.chained();
    this.rests = new Reached[steps + 1];
    Reached near = near(limits);
    rests[0] = new Reached();
    rests[0].clear();
    rests[0].begin(Reached.state(to, false), 0);
    for (int left = 1; left <= steps; left++) {
      limits.check();
      rests[left] = before(rests[left - 1], left, near);
    }
  }

  /** What half as many steps reach from the beginning, so that the other half looks no farther. */
  private Reached near(Limits limits) {
    Reached near = new Reached();
    near.clear();
    near.begin(Reached.state(from, false), 0);
    for (int depth = 0; depth < steps / 2; depth++) {
      limits.check();
      int start = near.levelStart(depth);
      int end = near.levelEnd(depth);
      near.nextLevel();
      for (int place = start; place < end; place++) {
        Neighbours next = new Neighbours(links, Reached.thing(near.stateAt(place)));
        while (next.advance()) {
          if (isOpen(next.thing())) {
            near.reach(Reached.state(next.thing(), false), 0);
          }
        }
      }
    }
    return near;
  }

  private Reached before(Reached after, int left, Reached near) {
    Reached before = new Reached();
    before.clear();
    int end = after.levelEnd(0);
    for (int place = after.levelStart(0); place < end; place++) {
      int state = after.stateAt(place);
      int costAfter = after.costAt(place);
      Neighbours next = new Neighbours(links, Reached.thing(state));
      while (next.advance()) {
        int other = next.thing();
        boolean mapped = Kinds.isMapped(next.cost());
        boolean fits = left == steps ? other == from : isOpen(other) && other != from;
        if (fits && !clash(mapped, Reached.mapped(state)) && near.least(other) <= steps - left) {
          before.reach(Reached.state(other, mapped), costAfter + next.cost());
        }
      }
    }
    return before;
  }

  private boolean isOpen(int thing) {
    return thing != to && (throughHubs || !links.isHub(thing));
  }

  private boolean clash(boolean mapped, boolean otherMapped) {
    return mapped && otherMapped && !chained;
  }

  /**
   * Goes on from a beginning to the end.
   *
   * @param beginning things on a walk, from the first on
   * @param lastMapped whether its last step is mapped
   * @param closed what must not come next
   * @return the things that follow on the best walk; empty if there is none
   */
  int[] rest(int[] beginning, boolean lastMapped, int[] closed) {
    int done = beginning.length - 1;
    int[] rest = new int[steps - done];
    int thing = beginning[done];
    boolean mapped = lastMapped;
    for (int i = 0; i < rest.length; i++) {
      int best = Reached.NONE;
      int bestCost = 0;
      int bestTotal = Reached.UNKNOWN;
      Neighbours next = new Neighbours(links, thing);
      while (next.advance()) {
        int other = next.thing();
        int cost = next.cost();
        if (clash(Kinds.isMapped(cost), mapped) || (i == 0 && isAmong(closed, other))) {
          continue;
        }
        int after = costOfRest(other, Kinds.isMapped(cost), steps - done - i - 1);
        if (after != Reached.UNKNOWN
            && (cost + after < bestTotal
                || (cost + after == bestTotal && other != best && isBefore(other, best)))) {
          best = other;
          bestCost = cost;
          bestTotal = cost + after;
        }
      }
      if (best == Reached.NONE) {
        return new int[0];
      }
      rest[i] = best;
      thing = best;
      mapped = Kinds.isMapped(bestCost);
    }
    return rest;
  }

  private int costOfRest(int thing, boolean mapped, int left) {
    int cost = rests[left].cost(Reached.state(thing, false), 0);
    return clash(mapped, true)
        ? cost
        : Math.min(cost, rests[left].cost(Reached.state(thing, true), 0));
  }

  private boolean isBefore(int one, int other) {
    return links.iri(one).compareTo(links.iri(other)) < 0;
  }

  private static boolean isAmong(int[] things, int thing) {
    for (int one : things) {
      if (one == thing) {
        return true;
      }
    }
    return false;
  }
}
