package org.bluethread.trace.links;

import java.util.Arrays;

/** Gives numbers places: 0, 1, 2 … in the order they come. For one thread. */
final class Places {
  static final int NONE = -1;

  private static final int FIRST_SLOTS = 1 << 8;

  private int[] slots = new int[FIRST_SLOTS]; // A place and 1, so that 0 is a free slot.
  private int[] numbers = new int[FIRST_SLOTS / 2];
  private int size;

  /** How many numbers have a place. */
  int size() {
    return size;
  }

  /** The number at a place. */
  int number(int place) {
    return numbers[place];
  }

  /** The place of a number; {@link #NONE} if it has none. */
  int find(int number) {
    return slots[slot(number)] - 1;
  }

  /** The place of a number, which it gets now if it has none. */
  int add(int number) {
    int slot = slot(number);
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    if (size == numbers.length) {
      grow();
      slot = slot(number);
    }
    numbers[size] = number;
    slots[slot] = ++size;
    return size - 1;
  }

  private int slot(int number) {
    int mask = slots.length - 1;
    int mixed = number * 0x9E3779B9;
    int slot = (mixed ^ (mixed >>> 15)) & mask;
    while (slots[slot] != 0 && numbers[slots[slot] - 1] != number) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    numbers = Arrays.copyOf(numbers, numbers.length * 2);
    slots = new int[slots.length * 2];
    for (int place = 0; place < size; place++) {
      slots[slot(numbers[place])] = place + 1;
    }
  }
}
