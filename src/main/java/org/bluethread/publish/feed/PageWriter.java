package org.bluethread.publish.feed;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;

/** Writes to one page, behind what counts of it. For one thread. */
final class PageWriter implements AutoCloseable {
  private static final int BUFFER = 64 * 1024;

  private final FileChannel channel;
  private final OutputStream out;
  private final StreamRDF stream;

  /**
   * @param file the page, which is made if need be
   * @param bytes how much of it counts
   * @throws IOException if it cannot be written, or has less than that
   */
  PageWriter(Path file, long bytes) throws IOException {
    Files.createDirectories(file.getParent());
    this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.size() < bytes) {
      channel.close();
      throw new IOException(file + " has lost what was in it");
    }
    channel.truncate(bytes);
    channel.position(bytes);
    this.out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
    this.stream = StreamRDFWriter.getWriterStream(out, Lang.NQUADS);
    stream.start();
  }

  void write(Quad quad) {
    stream.quad(quad);
  }

  /** Brings all of it to disk and says how long the page is now. */
  long force() throws IOException {
    stream.finish();
    out.flush();
    channel.force(true);
    return channel.size();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
