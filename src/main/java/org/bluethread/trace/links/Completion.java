package org.bluethread.trace.links;

/**
 * Finds the best way on from the end of a beginning to the target: the fewest steps, then the
 * fewest mapped, then the fewest mentions, then the fewest topical, then the first by the IRIs. It
 * enters nothing of the beginning again and goes through no hub if hubs are closed; two mapped
 * steps never follow each other. Apart from that a thing may come twice, which happens only where
 * the way around it is needed to keep two mapped steps apart; the caller sees to it.
 *
 * <p>A search level by level from both ends, always on the side with fewer links to look at, until
 * the two meet. For one thread.
 */
final class Completion {
  private static final int UNREACHABLE = 1_000;

  private final Links links;
  private final int target;
  private final boolean throughHubs;
  private final Limits limits;
  private final Reached ahead = new Reached();
  private final Reached back = new Reached();

  Completion(Links links, int target, boolean throughHubs, Limits limits) {
    this.links = links;
    this.target = target;
    this.throughHubs = throughHubs;
    this.limits = limits;
  }

  /**
   * Finds the way.
   *
   * @param beginning the things up to here
   * @param lastMapped whether the last step of the beginning is mapped
   * @param closed the things that must not come next
   * @param most how many steps it may have at the most
   * @return the things that follow, the last of them the target; empty if there is no way
   */
  int[] find(int[] beginning, boolean lastMapped, int[] closed, int most) {
    int here = beginning[beginning.length - 1];
    ahead.clear();
    back.clear();
    ahead.begin(Reached.state(here, lastMapped), Reached.UNKNOWN);
    ahead.bar(Reached.state(here, !lastMapped));
    back.begin(Reached.state(target, false), 0);
    for (int i = 0; i < beginning.length - 1; i++) {
      for (boolean mapped : new boolean[] {false, true}) {
        ahead.bar(Reached.state(beginning[i], mapped));
        back.bar(Reached.state(beginning[i], mapped));
      }
    }
    ahead.addWork(links.degree(here));
    back.addWork(links.degree(target));
    while (ahead.depth() + back.depth() < most) {
      limits.check();
      boolean met =
          ahead.work() <= back.work()
              ? step(ahead, back, here, closed)
              : step(back, ahead, here, closed);
      if (met) {
        spreadCosts();
        return findAsShort(new int[] {here}, lastMapped, closed);
      }
      if (ahead.lastLevelIsEmpty() || back.lastLevelIsEmpty()) {
        break;
      }
    }
    return new int[0];
  }

  /**
   * The fewest steps that the way on from a beginning can have, by what the last search saw around
   * the target; that search must have had nothing barred.
   *
   * @return more than any way may have, if nothing is open after the beginning
   */
  int fewestSteps(int[] beginning, int[] closed) {
    int fewest = UNREACHABLE;
    Neighbours next = new Neighbours(links, beginning[beginning.length - 1]);
    while (next.advance()) {
      int other = next.thing();
      if (isOpen(other) && !isAmong(closed, other) && !isAmong(beginning, other)) {
        fewest = Math.min(fewest, 1 + back.least(other));
      }
    }
    return fewest;
  }

  /**
   * Goes one level on, on one side.
   *
   * @return whether it met the last level of the opposite side
   */
  private boolean step(Reached side, Reached opposite, int here, int[] closed) {
    int start = side.levelStart(side.depth());
    int end = side.levelEnd(side.depth());
    side.nextLevel();
    boolean met = false;
    for (int place = start; place < end; place++) {
      int state = side.stateAt(place);
      int thing = Reached.thing(state);
      int costSoFar = side.costAt(place);
      Neighbours next = new Neighbours(links, thing);
      while (next.advance()) {
        int other = next.thing();
        boolean mapped = Kinds.isMapped(next.cost());
        if (clash(mapped, Reached.mapped(state))
            || (other != here && !isOpen(other))
            || (thing == here && isAmong(closed, other))
            || (other == here && isAmong(closed, thing))) {
          continue;
        }
        int cost = costSoFar == Reached.UNKNOWN ? Reached.UNKNOWN : costSoFar + next.cost();
        if (side.reach(Reached.state(other, mapped), cost)) {
          side.addWork(links.degree(other));
          met |= meets(opposite, other, mapped);
        }
      }
    }
    return met;
  }

  private boolean meets(Reached opposite, int thing, boolean mapped) {
    return opposite.isOn(Reached.state(thing, false), opposite.depth())
        || (!clash(mapped, true) && opposite.isOn(Reached.state(thing, true), opposite.depth()));
  }

  private boolean isOpen(int thing) {
    return throughHubs || thing == target || !links.isHub(thing);
  }

  /** Whether two steps must not follow each other. */
  private boolean clash(boolean mapped, boolean otherMapped) {
    return mapped && otherMapped && !limits.chained();
  }

  private static boolean isAmong(int[] things, int thing) {
    for (int one : things) {
      if (one == thing) {
        return true;
      }
    }
    return false;
  }

  /** Gives the states ahead that lie on a best way the cost of the rest of the way. */
  private void spreadCosts() {
    int last = ahead.depth();
    for (int place = ahead.levelStart(last); place < ahead.levelEnd(last); place++) {
      int state = ahead.stateAt(place);
      int thing = Reached.thing(state);
      int cost = back.cost(Reached.state(thing, false), back.depth());
      if (!clash(Reached.mapped(state), true)) {
        cost = Math.min(cost, back.cost(Reached.state(thing, true), back.depth()));
      }
      ahead.lower(state, last, cost);
    }
    for (int depth = last; depth > 0; depth--) {
      for (int place = ahead.levelStart(depth); place < ahead.levelEnd(depth); place++) {
        if (ahead.costAt(place) != Reached.UNKNOWN) {
          spreadCost(ahead.stateAt(place), ahead.costAt(place), depth);
        }
      }
    }
  }

  private void spreadCost(int state, int rest, int depth) {
    int thing = Reached.thing(state);
    boolean arrivesMapped = Reached.mapped(state);
    Neighbours before = new Neighbours(links, thing);
    while (before.advance()) {
      int cost = before.cost();
      int other = before.thing();
      if (Kinds.isMapped(cost) != arrivesMapped) {
        continue;
      }
      ahead.lower(Reached.state(other, false), depth - 1, rest + cost);
      if (!clash(arrivesMapped, true)) {
        ahead.lower(Reached.state(other, true), depth - 1, rest + cost);
      }
    }
  }

  /**
   * Finds the best way on from a beginning that has as many steps in all as the way which the last
   * search found, without another search. That search must have begun with the first thing of the
   * beginning, with nothing closed, and the beginning must be that of a way with as many steps. A
   * thing of the beginning may come again, as with {@link #find}.
   *
   * @return the things that follow; empty if every way on has more steps
   */
  int[] findAsShort(int[] beginning, boolean lastMapped, int[] closed) {
    int done = beginning.length - 1;
    int[] way = new int[ahead.depth() + back.depth() - done];
    int thing = beginning[done];
    boolean mapped = lastMapped;
    for (int i = 0; i < way.length; i++) {
      int best = Reached.NONE;
      int bestCost = 0;
      int bestTotal = Reached.UNKNOWN;
      Neighbours next = new Neighbours(links, thing);
      while (next.advance()) {
        int cost = next.cost();
        int other = next.thing();
        if (clash(Kinds.isMapped(cost), mapped) || (i == 0 && isAmong(closed, other))) {
          continue;
        }
        int rest = rest(other, Kinds.isMapped(cost), done + i + 1);
        if (rest != Reached.UNKNOWN
            && (cost + rest < bestTotal
                || (cost + rest == bestTotal && other != best && isBefore(other, best)))) {
          best = other;
          bestCost = cost;
          bestTotal = cost + rest;
        }
      }
      if (best == Reached.NONE) {
        return new int[0];
      }
      way[i] = best;
      thing = best;
      mapped = Kinds.isMapped(bestCost);
    }
    return way;
  }

  /** What the rest of a way costs after a step to a thing; unknown if it is on no best way. */
  private int rest(int thing, boolean mapped, int depth) {
    if (depth <= ahead.depth()) {
      return ahead.cost(Reached.state(thing, mapped), depth);
    }
    int left = ahead.depth() + back.depth() - depth;
    int cost = back.cost(Reached.state(thing, false), left);
    return clash(mapped, true) ? cost : Math.min(cost, back.cost(Reached.state(thing, true), left));
  }

  private boolean isBefore(int one, int other) {
    return links.iri(one).compareTo(links.iri(other)) < 0;
  }
}
