package org.bluethread.endpoint;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * An answer on its way out. Writers flush and close when they fail, too, which would send a part as
 * if it were the whole; what fits into the buffer leaves with the end of the request.
 */
final class AnswerStream extends FilterOutputStream {
  AnswerStream(OutputStream out) {
    super(out);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
