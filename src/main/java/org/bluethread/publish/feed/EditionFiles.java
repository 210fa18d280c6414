package org.bluethread.publish.feed;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files of one stream: an {@link EditionIndex index}, and a file of N-Quads for each page. What
 * the index does not say of pages was begun and not finished, and is written over.
 *
 * <p>Reading is safe for threads; writing is for one thread at a time.
 */
final class EditionFiles {
  private static final int FILES_A_FOLDER = 1000;

  private final Path folder;

  /**
   * @param folder where the stream stands
   */
  EditionFiles(Path folder) {
    this.folder = folder;
  }

  /** The file of a page. */
  Path page(int number) {
    return folder
        .resolve(String.format("%06d", number / FILES_A_FOLDER))
        .resolve(String.format("%09d.nq", number));
  }

  private Path index() {
    return folder.resolve("index");
  }

  /**
   * What stands here.
   *
   * @return empty if it is damaged, or nothing of the kind
   */
  Optional<Edition> read() {
    try {
      Optional<Edition> edition = EditionIndex.read(Files.readString(index(), US_ASCII));
      return edition.isPresent() && areThere(edition.get().leaves()) ? edition : Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // Whatever it is, it is not what was written.
    }
  }

  private boolean areThere(List<Leaf> leaves) throws IOException {
    for (Leaf leaf : leaves) {
      if (!has(page(leaf.number()), leaf.bytes())) {
        return false;
      }
    }
    return true;
  }

  private static boolean has(Path file, long bytes) throws IOException {
    return Files.isRegularFile(file) && Files.size(file) >= bytes;
  }

  /** Whether the files are there that more is to be written to. */
  boolean canGrow(Edition edition) throws IOException {
    return has(index(), edition.indexBytes()) && areThere(edition.openLeaf().stream().toList());
  }

  /**
   * Lets pages count that are on disk.
   *
   * @param before what stood here
   * @param pages those that are new or have grown, in their order
   * @param commit the commit that the feed stands at with them
   * @param committed when that was made
   * @param position the number of the last member
   * @return what stands here now
   */
  Edition append(Edition before, List<Leaf> pages, long commit, Instant committed, long position)
      throws IOException {
    List<Leaf> leaves = new ArrayList<>(before.leaves());
    for (Leaf page : pages) {
      if (page.number() < leaves.size()) {
        leaves.set(page.number(), page);
      } else {
        leaves.add(page);
      }
    }
    long firstBytes =
        before.isNew() ? leaves.stream().mapToLong(Leaf::bytes).sum() : before.firstBytes();
    Instant time = before.timeAfter(committed);
    Edition after =
        new Edition(
            before.id(),
            before.storeId(),
            commit,
            committed,
            time,
            position,
            leaves,
            firstBytes,
            before.indexBytes());
    byte[] lines = EditionIndex.lines(before, after, pages).getBytes(US_ASCII);
    write(lines, before.indexBytes());
    return after.withIndexBytes(before.indexBytes() + lines.length);
  }

  private void write(byte[] lines, long at) throws IOException {
    Files.createDirectories(folder);
    try (FileChannel channel =
        FileChannel.open(index(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.truncate(at);
      ByteBuffer buffer = ByteBuffer.wrap(lines);
      while (buffer.hasRemaining()) {
        channel.write(buffer, at + buffer.position());
      }
      channel.force(true);
    }
  }
}
