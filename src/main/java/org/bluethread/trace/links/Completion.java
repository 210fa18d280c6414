package org.bluethread.trace.links;

import java.util.Arrays;

/**
 * Finds the best way on from the end of a beginning to the target inside a corridor: the fewest
 * steps, then the fewest mapped, then the fewest mentions, then the fewest topical, then the first
 * by the IRIs. It enters nothing of the beginning again; two mapped steps never follow each other
 * if the limits say so. Apart from that a thing may come twice, which happens only where the way
 * around it is needed to keep two mapped steps apart; the caller sees to it.
 *
 * <p>A search level by level, back from the target. A state is a thing and whether the step that
 * leaves it is a mapped one. For one thread.
 */
final class Completion {
  private static final int UNKNOWN = Integer.MAX_VALUE;
  private static final byte NOT_REACHED = -1;
  private static final byte BARRED = -2;

  private final Corridor corridor;
  private final int target;
  private final boolean chained;
  private final byte[] depths;
  private final int[] rests;
  private final int[] order;

  Completion(Corridor corridor, int target, boolean chained) {
    this.corridor = corridor;
    this.target = corridor.place(target);
    this.chained = chained;
    this.depths = new byte[2 * corridor.size()];
    this.rests = new int[2 * corridor.size()];
    this.order = new int[2 * corridor.size()];
  }

  /**
   * Finds the way.
   *
   * @param beginning the things up to here
   * @param lastMapped whether the last step of the beginning is mapped
   * @param closed the things that must not come next
   * @return the things that follow, the last of them the target; empty if there is no way with
   *     which the whole stays within the corridor's bound
   */
  int[] find(int[] beginning, boolean lastMapped, int[] closed) {
    Arrays.fill(depths, NOT_REACHED);
    for (int thing : beginning) {
      int place = corridor.place(thing);
      depths[2 * place] = BARRED;
      depths[2 * place + 1] = BARRED;
    }
    int here = corridor.place(beginning[beginning.length - 1]);
    int[] closedPlaces = Arrays.stream(closed).map(corridor::place).toArray();
    int most = corridor.bound() - (beginning.length - 1);
    int steps = stepsFrom(here, lastMapped, closedPlaces, most);
    return steps > most ? new int[0] : best(here, lastMapped, closedPlaces, steps);
  }

  /** How many steps the way has; more than the most if there is none. */
  private int stepsFrom(int here, boolean lastMapped, int[] closed, int most) {
    depths[2 * target] = 0;
    depths[2 * target + 1] = BARRED;
    rests[2 * target] = 0;
    order[0] = 2 * target;
    int levelStart = 0;
    int size = 1;
    for (int depth = 1; depth <= most; depth++) {
      int levelEnd = size;
      boolean found = false;
      for (int i = levelStart; i < levelEnd; i++) {
        int place = order[i] >> 1;
        boolean leavesMapped = (order[i] & 1) == 1;
        int rest = rests[order[i]];
        int end = corridor.start(place + 1);
        for (int link = corridor.start(place); link < end; link++) {
          int other = corridor.other(link);
          boolean mapped = Kinds.isMapped(corridor.cost(link));
          if (clash(mapped, leavesMapped)) {
            continue;
          }
          if (other == here) {
            found |= !clash(mapped, lastMapped) && !isAmong(closed, place);
            continue;
          }
          int state = 2 * other + (mapped ? 1 : 0);
          int cost = rest + corridor.cost(link);
          if (depths[state] == NOT_REACHED) {
            if (corridor.stepsFrom(other) + depth <= corridor.bound()) {
              depths[state] = (byte) depth;
              rests[state] = cost;
              order[size++] = state;
            }
          } else if (depths[state] == depth && cost < rests[state]) {
            rests[state] = cost;
          }
        }
      }
      if (found) {
        return depth;
      }
      levelStart = levelEnd;
    }
    return most + 1;
  }

  private int[] best(int here, boolean lastMapped, int[] closed, int steps) {
    int[] way = new int[steps];
    int place = here;
    boolean mapped = lastMapped;
    for (int i = 0; i < steps; i++) {
      int best = Places.NONE;
      int bestCost = 0;
      int bestTotal = UNKNOWN;
      for (int link = corridor.start(place); link < corridor.start(place + 1); link++) {
        int other = corridor.other(link);
        int cost = corridor.cost(link);
        if (clash(Kinds.isMapped(cost), mapped) || (i == 0 && isAmong(closed, other))) {
          continue;
        }
        int rest = rest(other, Kinds.isMapped(cost), steps - i - 1);
        if (rest != UNKNOWN
            && (cost + rest < bestTotal
                || (cost + rest == bestTotal && other != best && corridor.isBefore(other, best)))) {
          best = other;
          bestCost = cost;
          bestTotal = cost + rest;
        }
      }
      way[i] = corridor.thing(best);
      place = best;
      mapped = Kinds.isMapped(bestCost);
    }
    return way;
  }

  private int rest(int place, boolean arrivesMapped, int depth) {
    int rest = depths[2 * place] == depth ? rests[2 * place] : UNKNOWN;
    return depths[2 * place + 1] == depth && !clash(arrivesMapped, true)
        ? Math.min(rest, rests[2 * place + 1])
        : rest;
  }

  private boolean clash(boolean mapped, boolean otherMapped) {
    return mapped && otherMapped && !chained;
  }

  private static boolean isAmong(int[] places, int place) {
    for (int one : places) {
      if (one == place) {
        return true;
      }
    }
    return false;
  }
}
