package org.bluethread.trace.links;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * IRIs and the numbers that stand for them: 0, 1, 2 … in the order they came. A number is never
 * given twice and never taken back.
 *
 * <p>What IRIs have in common up to their last slash is kept once; the rest of each stands as UTF-8
 * in one long row of bytes.
 *
 * <p>Safe for threads. {@link #iris()} gives a view that needs no lock.
 */
final class IriTable {
  /** What {@link #find} says of an IRI that is not here. */
  static final int NONE = -1;

  private static final int BLOCK_BITS = 12;
  private static final int BLOCK = 1 << BLOCK_BITS;
  private static final int FIRST_SLOTS = 1 << 10;

  private final Map<String, Integer> prefixNumbers = new HashMap<>();
  private final List<String> prefixes = new ArrayList<>();
  private final Bytes bytes = new Bytes();
  private long[][] places = new long[1][];

  /**
   * A power of two of slots. One that is taken holds, in as many low bits as a slot's index has, a
   * number plus one, and above them the same bits of the hash, so that most others are told apart
   * without a look at the bytes.
   */
  private int[] slots = new int[FIRST_SLOTS];

  private int size;
  private String[] prefixView = new String[0];

  /** The number of an IRI, which it gets now if it has none. */
  synchronized int add(String iri) {
    int cut = iri.lastIndexOf('/') + 1;
    int prefix = prefixNumbers.computeIfAbsent(iri.substring(0, cut), this::addPrefix);
    byte[] rest = iri.substring(cut).getBytes(StandardCharsets.UTF_8);
    int hash = hash(prefix, Arrays.hashCode(rest));
    int slot = slot(hash, prefix, rest);
    if (slots[slot] != 0) {
      return number(slot);
    }
    int number = size++;
    place(number, bytes.append(prefix, rest));
    take(slot, hash, number);
    if (size > slots.length / 4 * 3) {
      grow();
    }
    return number;
  }

  /** The number of an IRI, or {@link #NONE}. */
  synchronized int find(String iri) {
    int cut = iri.lastIndexOf('/') + 1;
    Integer prefix = prefixNumbers.get(iri.substring(0, cut));
    if (prefix == null) {
      return NONE;
    }
    byte[] rest = iri.substring(cut).getBytes(StandardCharsets.UTF_8);
    return number(slot(hash(prefix, Arrays.hashCode(rest)), prefix, rest));
  }

  /** The IRIs there are now, by their numbers. */
  synchronized Iris iris() {
    if (prefixView.length != prefixes.size()) {
      prefixView = prefixes.toArray(String[]::new);
    }
    return new Iris(places, bytes.view(), prefixView, size);
  }

  private Integer addPrefix(String prefix) {
    prefixes.add(prefix);
    return prefixes.size() - 1;
  }

  private void place(int number, long at) {
    int block = number >>> BLOCK_BITS;
    if (block == places.length) {
      places = Arrays.copyOf(places, places.length * 2);
    }
    if (places[block] == null) {
      places[block] = new long[BLOCK];
    }
    places[block][number & (BLOCK - 1)] = at;
  }

  /** Where an IRI stands in the table of slots, or the free slot where it would. */
  private int slot(int hash, int prefix, byte[] rest) {
    int mask = slots.length - 1;
    int slot = hash & mask;
    while (slots[slot] != 0
        && (((slots[slot] ^ hash) & ~mask) != 0
            || !bytes.equal(place(number(slot)), prefix, rest))) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void take(int slot, int hash, int number) {
    int mask = slots.length - 1;
    slots[slot] = (hash & ~mask) | (number + 1);
  }

  /** The number in a slot; {@link #NONE} if it is free. */
  private int number(int slot) {
    return (slots[slot] & (slots.length - 1)) - 1;
  }

  private long place(int number) {
    return places[number >>> BLOCK_BITS][number & (BLOCK - 1)];
  }

  private void grow() {
    slots = new int[slots.length * 2];
    int mask = slots.length - 1;
    for (int number = 0; number < size; number++) {
      long at = place(number);
      int hash = hash(bytes.prefix(at), bytes.restHash(at));
      int slot = hash & mask;
      while (slots[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      take(slot, hash, number);
    }
  }

  private static int hash(int prefix, int restHash) {
    int mixed = (restHash + prefix * 0x9E3779B9) * 0x85EBCA6B;
    return mixed ^ (mixed >>> 15);
  }

  /** The IRIs of one moment. Safe for threads: what it reads does not change any more. */
  static final class Iris {
    private final long[][] places;
    private final Bytes.View bytes;
    private final String[] prefixes;
    private final int size;

    private Iris(long[][] places, Bytes.View bytes, String[] prefixes, int size) {
      this.places = places;
      this.bytes = bytes;
      this.prefixes = prefixes;
      this.size = size;
    }

    /** How many there are. */
    int size() {
      return size;
    }

    /** The IRI of a number below the size. */
    String iri(int number) {
      long at = places[number >>> BLOCK_BITS][number & (BLOCK - 1)];
      return prefixes[bytes.prefix(at)] + bytes.rest(at);
    }
  }
}
