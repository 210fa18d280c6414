package org.bluethread.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A data directory, taken by this process: the lock is the operating system's, so it is gone with
 * the process however that ends.
 */
final class DataDirectory implements AutoCloseable {
  private static final String LOCK = "lock";
  private static final String MEMBERS = "federation.yaml";
  private static final String UNSEEDED = "no-seed";
  private static final String ELSEWHERE = "elsewhere";

  private final Path path;
  private final FileChannel channel;

  private DataDirectory(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Takes a directory, which is made if need be.
   *
   * @throws CommandException if another process has it, which is named, or it cannot be used
   */
  static DataDirectory take(Path path) {
    try {
      Files.createDirectories(path);
      FileChannel channel =
          FileChannel.open(
              path.resolve(LOCK),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      if (!lock(channel)) {
        String holder = read(channel);
        channel.close();
        throw new CommandException(
            ExitCode.FAILED,
            "The data in "
                + path.toAbsolutePath()
                + " is in use by process "
                + holder
                + ". Stop it, or choose another directory with --data.");
      }
      write(channel, Long.toString(ProcessHandle.current().pid()));
      deleteDrafts(path);
      return new DataDirectory(path, channel);
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.FAILED,
          "The data directory "
              + path.toAbsolutePath()
              + " cannot be used: "
              + e
              + ". Choose another one with --data.");
    }
  }

  /** Deletes what a process that was killed had begun to write. */
  private static void deleteDrafts(Path path) throws IOException {
    try (DirectoryStream<Path> drafts = Files.newDirectoryStream(path, "*.draft")) {
      for (Path draft : drafts) {
        Files.delete(draft);
      }
    }
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // This very process has it already.
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(32);
    channel.read(buffer, 0);
    return new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII);
  }

  private static void write(FileChannel channel, String text) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)), 0);
  }

  Path path() {
    return path;
  }

  Path store() {
    return path.resolve("store");
  }

  Path log() {
    return path.resolve("log");
  }

  /** A place for the commit log of a store in memory: like the store, it starts empty. */
  Path emptyLog() {
    return emptied(path.resolve("log-in-memory"));
  }

  Path feed() {
    return path.resolve("feed");
  }

  /** A place for the change feed of a store in memory: like the store, it starts empty. */
  Path emptyFeed() {
    return emptied(path.resolve("feed-in-memory"));
  }

  private static Path emptied(Path folder) {
    try (Stream<Path> old = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
      for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
      return folder;
    } catch (IOException e) {
      throw new CommandException(ExitCode.FAILED, "The data directory cannot be written: " + e);
    }
  }

  Path lookup() {
    return path.resolve("lookup");
  }

  /** The file in which the members of the federation are declared; it need not be there. */
  Path members() {
    return path.resolve(MEMBERS);
  }

  /** Where is kept when pages last changed. */
  Path pageDates() {
    return path.resolve("page-dates");
  }

  Path dumps() {
    return path.resolve("dumps");
  }

  /** When each record that portals harvest last changed. */
  Path informea() {
    return path.resolve("informea");
  }

  /** Whether the graph that a server served from here last was in a store elsewhere. */
  boolean isElsewhere() {
    return Files.exists(path.resolve(ELSEWHERE));
  }

  /** Notes whether the graph is in a store elsewhere: nobody is to take the one here for it. */
  void noteElsewhere(boolean elsewhere) {
    try {
      if (elsewhere) {
        Files.writeString(path.resolve(ELSEWHERE), "Served with --store sparql:URL.\n");
      } else {
        Files.deleteIfExists(path.resolve(ELSEWHERE));
      }
    } catch (IOException e) {
      throw new CommandException(ExitCode.FAILED, "The data directory cannot be written: " + e);
    }
  }

  /** Whether the directory was made to stay without what a release ships. */
  boolean isUnseeded() {
    return Files.exists(path.resolve(UNSEEDED));
  }

  /** Makes it stay without what a release ships. */
  void leaveUnseeded() {
    try {
      Files.writeString(path.resolve(UNSEEDED), "Made with --no-seed: no release is loaded.\n");
    } catch (IOException e) {
      throw new CommandException(ExitCode.FAILED, "The data directory cannot be written: " + e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new CommandException(ExitCode.FAILED, "The lock cannot be given back: " + e);
    }
  }
}
