package org.bluethread.trace.links;

import java.util.Arrays;

/**
 * How many steps things are from an end, looked at level by level, and the links seen on the way.
 * It does not go on from other ends. That two mapped steps may not follow each other is left out of
 * account, so a way may have more steps. For one thread.
 */
final class Wave {
  private static final long UNCOUNTED = -1;

  private final Links links;
  private final int end;
  private final int[] ends;
  private final boolean throughHubs;
  private final Places places = new Places();
  private byte[] depths = new byte[1 << 7];
  private int[] lastSeen = new int[1 << 7]; // Of the links to a thing, the one seen last, and 1.
  private int[] seenFrom = new int[1 << 8]; // The place of the thing a link was seen from.
  private int[] seenCosts = new int[1 << 8];
  private int[] seenBefore = new int[1 << 8];
  private int seen;
  private int levelStart;
  private int depth;
  private long work = UNCOUNTED;

  /**
   * Begins at an end.
   *
   * @param throughHubs whether to go to hubs that are no end
   * @param ends where it does not go on
   */
  Wave(Links links, int end, boolean throughHubs, int... ends) {
    this.links = links;
    this.end = end;
    this.ends = ends;
    this.throughHubs = throughHubs;
    reach(end);
  }

  /** How many steps away everything is known. */
  int depth() {
    return depth;
  }

  /** How many links there are to look at for a step more. */
  long work() {
    if (work == UNCOUNTED) {
      work = 0;
      for (int place = levelStart; place < places.size(); place++) {
        work += isEnd(places.number(place)) ? 0 : links.degree(places.number(place));
      }
    }
    return work;
  }

  /** Whether there is nothing farther away. */
  boolean isComplete() {
    return levelStart == places.size();
  }

  /** What was reached, nearest first. */
  Places places() {
    return places;
  }

  /** How many steps away the thing at a place is. */
  int depth(int place) {
    return depths[place];
  }

  /** Looks one step farther. */
  void grow() {
    int start = levelStart;
    levelStart = places.size();
    depth++;
    work = UNCOUNTED;
    for (int place = start; place < levelStart; place++) {
      if (!isEnd(places.number(place))) {
        leave(place);
      }
    }
  }

  /** Takes a link between what two waves reached. */
  interface Bridge {
    /**
     * Takes it.
     *
     * @param place the place of the one end in the one wave
     * @param other the place of the other end in the other
     * @return whether there may be more
     */
    boolean take(int place, int other, int cost);
  }

  /**
   * Finds the links from the last level to what another wave reached.
   *
   * @return false if no more were wanted
   */
  boolean bridge(Wave other, Bridge bridge) {
    for (int place = levelStart; place < places.size(); place++) {
      if (!isEnd(places.number(place))) {
        Neighbours next = new Neighbours(links, places.number(place));
        while (next.advance()) {
          int there = other.places.find(next.thing());
          if (there != Places.NONE && !bridge.take(place, there, next.cost())) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private void leave(int place) {
    Neighbours next = new Neighbours(links, places.number(place));
    while (next.advance()) {
      int other = next.thing();
      if (throughHubs || !links.isHub(other) || other == end || isEnd(other)) {
        see(reach(other), place, next.cost());
      }
    }
  }

  private int reach(int thing) {
    int known = places.size();
    int place = places.add(thing);
    if (place == known) {
      if (place == depths.length) {
        depths = Arrays.copyOf(depths, place * 2);
        lastSeen = Arrays.copyOf(lastSeen, place * 2);
      }
      depths[place] = (byte) depth;
    }
    return place;
  }

  private void see(int place, int from, int cost) {
    if (seen == seenFrom.length) {
      seenFrom = Arrays.copyOf(seenFrom, seen * 2);
      seenCosts = Arrays.copyOf(seenCosts, seen * 2);
      seenBefore = Arrays.copyOf(seenBefore, seen * 2);
    }
    seenFrom[seen] = from;
    seenCosts[seen] = cost;
    seenBefore[seen] = lastSeen[place];
    lastSeen[place] = ++seen;
  }

  /** Whether the links of the thing at a place were looked at. */
  boolean isLeft(int place) {
    return place < levelStart && !isEnd(places.number(place));
  }

  private boolean isEnd(int thing) {
    for (int one : ends) {
      if (one == thing) {
        return true;
      }
    }
    return false;
  }

  /** One of the links to the thing at a place that were seen; {@link Places#NONE} if none was. */
  int link(int place) {
    return lastSeen[place] - 1;
  }

  /** Another link to the same thing; {@link Places#NONE} if there is no other. */
  int nextLink(int link) {
    return seenBefore[link] - 1;
  }

  /** The place of the thing a link was seen from. */
  int from(int link) {
    return seenFrom[link];
  }

  /** What a step along a link costs. */
  int cost(int link) {
    return seenCosts[link];
  }
}
