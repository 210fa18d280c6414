package org.bluethread.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.bluethread.facade.Facade;
import org.bluethread.facade.Settings;
import org.bluethread.facade.access.Tokens;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Release;
import org.bluethread.graph.Snapshot;
import org.bluethread.graph.Store;

/**
 * Everything that runs on a data directory, put together: the store and its graph, brought to the
 * release, and the door in front of them.
 */
final class Instance implements AutoCloseable {
  private final DataDirectory directory;
  private final KnowledgeGraph graph;
  private final Facade facade;
  private final Optional<Path> scratch;

  private Instance(
      DataDirectory directory, KnowledgeGraph graph, Facade facade, Optional<Path> scratch) {
    this.directory = directory;
    this.scratch = scratch;
    this.graph = graph;
    this.facade = facade;
  }

  /**
   * Opens a data directory and brings it to the release, unless it is to stay without.
   *
   * @param home the folder with what the release ships
   * @param inMemory whether the store is gone with the process
   * @param seed whether a new directory gets what the release ships
   * @param tokens who may write
   * @throws CommandException if another process has the directory
   */
  static Instance open(
      DataDirectory directory, Path home, boolean inMemory, boolean seed, Tokens tokens) {
    Store store = inMemory ? Store.inMemory() : Store.onDisk(directory.store());
    Optional<Path> scratch = inMemory ? Optional.of(temporary()) : Optional.empty();
    KnowledgeGraph graph = KnowledgeGraph.open(store, scratch.orElseGet(directory::log));
    try {
      if (!seed && !inMemory && graph.read(Snapshot::commit) == 0) {
        directory.leaveUnseeded();
      }
      if (seed && !directory.isUnseeded()) {
        new Release(home).load(graph);
      }
      Facade facade = new Facade(graph, tokens, Settings.usual(Version.current()));
      return new Instance(directory, graph, facade, scratch);
    } catch (RuntimeException e) {
      graph.close();
      scratch.ifPresent(Instance::delete);
      throw e;
    }
  }

  /** A store that is gone with the process has a log that is gone with it too. */
  private static Path temporary() {
    try {
      return Files.createTempDirectory("bluethread-log");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  KnowledgeGraph graph() {
    return graph;
  }

  /** Opens the door and says at which port. */
  int listen(String host, int port) {
    return facade.start(host, port);
  }

  @Override
  public void close() {
    facade.close();
    graph.close();
    scratch.ifPresent(Instance::delete);
    directory.close();
  }
}
