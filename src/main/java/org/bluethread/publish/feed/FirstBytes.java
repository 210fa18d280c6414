package org.bluethread.publish.feed;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The beginning of a stream of bytes, as if there were no more. For one thread. */
final class FirstBytes extends FilterInputStream {
  private long left;

  /**
   * @param in is closed with this
   * @param bytes how many there are
   */
  FirstBytes(InputStream in, long bytes) {
    super(in);
    this.left = bytes;
  }

  @Override
  public int read() throws IOException {
    int read = left > 0 ? super.read() : -1;
    left--;
    return read;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = left > 0 ? super.read(buffer, offset, (int) Math.min(length, left)) : -1;
    left -= Math.max(read, 0);
    return read;
  }

  @Override
  public long skip(long bytes) throws IOException {
    long skipped = super.skip(Math.min(bytes, Math.max(left, 0)));
    left -= skipped;
    return skipped;
  }

  @Override
  public int available() throws IOException {
    return (int) Math.min(super.available(), Math.max(left, 0));
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
