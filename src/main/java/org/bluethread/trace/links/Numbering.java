package org.bluethread.trace.links;

import java.util.Arrays;

/**
 * Gives each of many long numbers a small one, 0, 1, 2 … in the order they come, without an object
 * for either (open addressing). Not safe for threads.
 */
public final class Numbering {
  private static final int FREE = -1;

  private long[] keys = new long[1 << 10];
  private int[] values = filled(1 << 10);
  private int size;

  /** The small number of a long one. */
  public int of(long key) {
    int slot = slot(keys, values, key);
    if (values[slot] == FREE) {
      if (size > keys.length / 2) {
        grow();
        slot = slot(keys, values, key);
      }
      keys[slot] = key;
      values[slot] = size++;
    }
    return values[slot];
  }

  /** How many numbers there are. */
  public int size() {
    return size;
  }

  /** The long numbers, ascending. */
  public long[] ascending() {
    long[] ascending = new long[size];
    int next = 0;
    for (int i = 0; i < keys.length; i++) {
      if (values[i] != FREE) {
        ascending[next++] = keys[i];
      }
    }
    Arrays.sort(ascending);
    return ascending;
  }

  private void grow() {
    long[] grownKeys = new long[keys.length * 2];
    int[] grownValues = filled(keys.length * 2);
    for (int i = 0; i < keys.length; i++) {
      if (values[i] != FREE) {
        int slot = slot(grownKeys, grownValues, keys[i]);
        grownKeys[slot] = keys[i];
        grownValues[slot] = values[i];
      }
    }
    keys = grownKeys;
    values = grownValues;
  }

  private static int slot(long[] keys, int[] values, long key) {
    int mask = keys.length - 1;
    long mixed = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 32) & mask;
    while (values[slot] != FREE && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static int[] filled(int length) {
    int[] filled = new int[length];
    Arrays.fill(filled, FREE);
    return filled;
  }
}
