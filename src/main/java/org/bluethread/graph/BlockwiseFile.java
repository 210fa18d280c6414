package org.bluethread.graph;

import org.apache.jena.dboe.base.file.BinaryDataFile;

/**
 * A file of TDB2 for who reads on and on in it: a block at a time. TDB2 itself asks the system for
 * each few bytes of a node, which is right for one node here and there.
 *
 * <p>Cannot be written. Not safe for threads; reads what the transaction of its thread may see.
 */
final class BlockwiseFile implements BinaryDataFile {
  private static final int BLOCK = 1 << 20;

  private final BinaryDataFile file;
  private final byte[] block = new byte[BLOCK];
  private long start;
  private int length;

  /**
   * @param file what is read
   */
  BlockwiseFile(BinaryDataFile file) {
    this.file = file;
  }

  @Override
  public int read(long position, byte[] into, int from, int most) {
    if (position < start || position >= start + length) {
      start = position;
      length = Math.max(0, file.read(position, block, 0, BLOCK));
    }
    int offset = (int) (position - start);
    int count = Math.min(most, length - offset);
    System.arraycopy(block, offset, into, from, count);
    return count;
  }

  @Override
  public long length() {
    return file.length();
  }

  @Override
  public void open() {}

  @Override
  public boolean isOpen() {
    return file.isOpen();
  }

  @Override
  public long write(byte[] bytes, int from, int count) {
    throw new UnsupportedOperationException("This is for reading alone.");
  }

  @Override
  public void truncate(long size) {
    throw new UnsupportedOperationException("This is for reading alone.");
  }

  @Override
  public void sync() {}

  /** Leaves the file to whom it belongs. */
  @Override
  public void close() {}
}
