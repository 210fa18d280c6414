package org.bluethread.trace.links;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A long row of bytes that only grows. An entry is the number of a prefix, the length of the rest,
 * and the rest; numbers are written seven bits a byte, the lowest first.
 *
 * <p>Written by one thread at a time; what was written may be read by any through a {@link View}
 * that was made afterwards and handed over safely.
 */
final class Bytes {
  private static final int BLOCK_BITS = 16;
  private static final int BLOCK = 1 << BLOCK_BITS;

  private byte[][] blocks = new byte[1][];
  private long size;

  /** Writes an entry and gives its place. */
  long append(int prefix, byte[] rest) {
    long at = size;
    appendNumber(prefix);
    appendNumber(rest.length);
    for (byte one : rest) {
      append(one);
    }
    return at;
  }

  private void appendNumber(int number) {
    int left = number;
    while (left >= 0x80) {
      append((byte) (left | 0x80));
      left >>>= 7;
    }
    append((byte) left);
  }

  private void append(byte one) {
    int block = (int) (size >>> BLOCK_BITS);
    if (block == blocks.length) {
      blocks = Arrays.copyOf(blocks, blocks.length * 2);
    }
    if (blocks[block] == null) {
      blocks[block] = new byte[BLOCK];
    }
    blocks[block][(int) (size & (BLOCK - 1))] = one;
    size++;
  }

  boolean equal(long at, int prefix, byte[] rest) {
    return view().equal(at, prefix, rest);
  }

  int prefix(long at) {
    return view().prefix(at);
  }

  /** The hash of an entry's rest, as {@link Arrays#hashCode(byte[])} has it. */
  int restHash(long at) {
    View view = view();
    long next = view.afterNumber(at);
    long end = view.afterNumber(next) + view.number(next);
    int hash = 1;
    for (next = view.afterNumber(next); next < end; next++) {
      hash = 31 * hash + view.get(next);
    }
    return hash;
  }

  View view() {
    return new View(blocks);
  }

  /** What was written up to a moment. */
  static final class View {
    private final byte[][] blocks;

    private View(byte[][] blocks) {
      this.blocks = blocks;
    }

    int prefix(long at) {
      return number(at);
    }

    String rest(long at) {
      return new String(restBytes(at), StandardCharsets.UTF_8);
    }

    boolean equal(long at, int prefix, byte[] rest) {
      long next = afterNumber(at);
      if (number(at) != prefix || number(next) != rest.length) {
        return false;
      }
      next = afterNumber(next);
      for (int i = 0; i < rest.length; i++) {
        if (get(next + i) != rest[i]) {
          return false;
        }
      }
      return true;
    }

    private byte[] restBytes(long at) {
      long next = afterNumber(at);
      byte[] rest = new byte[number(next)];
      next = afterNumber(next);
      for (int i = 0; i < rest.length; i++) {
        rest[i] = get(next + i);
      }
      return rest;
    }

    private int number(long at) {
      int number = 0;
      int shift = 0;
      long next = at;
      byte one = get(next++);
      while (one < 0) {
        number |= (one & 0x7F) << shift;
        shift += 7;
        one = get(next++);
      }
      return number | one << shift;
    }

    private long afterNumber(long at) {
      long next = at;
      while (get(next) < 0) {
        next++;
      }
      return next + 1;
    }

    private byte get(long at) {
      return blocks[(int) (at >>> BLOCK_BITS)][(int) (at & (BLOCK - 1))];
    }
  }
}
