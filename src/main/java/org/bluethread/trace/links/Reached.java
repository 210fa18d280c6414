package org.bluethread.trace.links;

import java.util.Arrays;

/**
 * The states a search has reached from one side: a thing, and whether the step next to it on the
 * way is a mapped one. Each has a depth and a cost. States can be barred beforehand. Emptied and
 * used again by the searches of one thread.
 */
final class Reached {
  static final int NONE = -1;
  static final int UNKNOWN = Integer.MAX_VALUE;

  private static final int BARRED = -1;
  private static final int FIRST_SLOTS = 1 << 8;

  private int[] keys = new int[FIRST_SLOTS]; // A state and 1, so that 0 is a free slot.
  private byte[] depths = new byte[FIRST_SLOTS];
  private int[] costs = new int[FIRST_SLOTS];
  private int[] order = new int[FIRST_SLOTS]; // Slots, level by level.
  private int[] barred = new int[16];
  private int barredCount;
  private int size;
  private int[] levels = new int[16];
  private int depth;
  private long work;

  static int state(int thing, boolean mapped) {
    return thing << 1 | (mapped ? 1 : 0);
  }

  static int thing(int state) {
    return state >>> 1;
  }

  static boolean mapped(int state) {
    return (state & 1) == 1;
  }

  /** Forgets everything. */
  void clear() {
    if (size + barredCount > keys.length / 8) {
      Arrays.fill(keys, 0);
    } else {
      for (int i = 0; i < size; i++) {
        keys[order[i]] = 0;
      }
      for (int i = 0; i < barredCount; i++) {
        keys[barred[i]] = 0;
      }
    }
    size = 0;
    barredCount = 0;
    depth = 0;
    work = 0;
    levels[0] = 0;
    levels[1] = 0;
  }

  /** Lets a state never be reached. */
  void bar(int state) {
    int slot = free(state);
    if (slot != NONE) {
      put(slot, state, BARRED, UNKNOWN);
      if (barredCount == barred.length) {
        barred = Arrays.copyOf(barred, barredCount * 2);
      }
      barred[barredCount++] = slot;
    }
  }

  /** Adds the state the search begins with. */
  void begin(int state, int cost) {
    add(state, cost);
    levels[1] = size;
  }

  /** Begins the next level. */
  void nextLevel() {
    depth++;
    work = 0;
    if (depth + 2 > levels.length) {
      levels = Arrays.copyOf(levels, levels.length * 2);
    }
    levels[depth] = size;
    levels[depth + 1] = size;
  }

  /** Notes how many links there are to look at from a state of the last level. */
  void addWork(int more) {
    work += more;
  }

  /** How many links there are to look at from the last level. */
  long work() {
    return work;
  }

  /** The depth of the last level. */
  int depth() {
    return depth;
  }

  int levelStart(int ofDepth) {
    return levels[ofDepth];
  }

  int levelEnd(int ofDepth) {
    return ofDepth == depth ? size : levels[ofDepth + 1];
  }

  boolean lastLevelIsEmpty() {
    return size == levels[depth];
  }

  /** The state at a place in the order of the levels. */
  int stateAt(int place) {
    return keys[order[place]] - 1;
  }

  int costAt(int place) {
    return costs[order[place]];
  }

  /**
   * Reaches a state on the present level, or, if it is there already on this level, at less cost.
   *
   * @return whether it was not reached before
   */
  boolean reach(int state, int cost) {
    int slot = slot(state);
    if (keys[slot] == 0) {
      add(state, cost);
      return true;
    }
    if (depths[slot] == depth && cost < costs[slot]) {
      costs[slot] = cost;
    }
    return false;
  }

  /** Whether a state is on a level. */
  boolean isOn(int state, int ofDepth) {
    int slot = slot(state);
    return keys[slot] != 0 && depths[slot] == ofDepth;
  }

  /** The least depth that a thing has, or can have if it was not reached. */
  int least(int thing) {
    int one = slot(state(thing, false));
    int other = slot(state(thing, true));
    int least = depth + 1;
    if (keys[one] != 0) {
      least = depths[one];
    }
    return keys[other] != 0 ? Math.min(least, depths[other]) : least;
  }

  /** The cost of a state on a level; {@link #UNKNOWN} if it is not on it. */
  int cost(int state, int ofDepth) {
    int slot = slot(state);
    return keys[slot] != 0 && depths[slot] == ofDepth ? costs[slot] : UNKNOWN;
  }

  /** Makes the cost of a state on a level lower, if it is on it and the cost was higher. */
  void lower(int state, int ofDepth, int cost) {
    int slot = slot(state);
    if (keys[slot] != 0 && depths[slot] == ofDepth && cost < costs[slot]) {
      costs[slot] = cost;
    }
  }

  private void add(int state, int cost) {
    if (size + barredCount > keys.length / 2) {
      grow();
    }
    if (size == order.length) {
      order = Arrays.copyOf(order, size * 2);
    }
    int slot = slot(state);
    put(slot, state, depth, cost);
    order[size++] = slot;
  }

  private void put(int slot, int state, int atDepth, int cost) {
    keys[slot] = state + 1;
    depths[slot] = (byte) atDepth;
    costs[slot] = cost;
  }

  private int free(int state) {
    int slot = slot(state);
    return keys[slot] == 0 ? slot : NONE;
  }

  private int slot(int state) {
    int mask = keys.length - 1;
    int mixed = state * 0x9E3779B9;
    int slot = (mixed ^ (mixed >>> 15)) & mask;
    while (keys[slot] != 0 && keys[slot] != state + 1) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldKeys = keys;
    byte[] oldDepths = depths;
    int[] oldCosts = costs;
    keys = new int[oldKeys.length * 2];
    depths = new byte[keys.length];
    costs = new int[keys.length];
    move(order, size, oldKeys, oldDepths, oldCosts);
    move(barred, barredCount, oldKeys, oldDepths, oldCosts);
  }

  private void move(int[] slots, int count, int[] oldKeys, byte[] oldDepths, int[] oldCosts) {
    for (int i = 0; i < count; i++) {
      int old = slots[i];
      int slot = slot(oldKeys[old] - 1);
      put(slot, oldKeys[old] - 1, oldDepths[old], oldCosts[old]);
      slots[i] = slot;
    }
  }
}
