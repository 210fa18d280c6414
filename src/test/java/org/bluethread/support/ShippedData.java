package org.bluethread.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Release;
import org.bluethread.graph.Store;
import org.bluethread.lookup.ThingIndex;
import org.bluethread.publish.ThingIndexer;

/**
 * A data directory with what the project ships. It is loaded once for all tests, which get copies:
 * a load takes half a minute.
 */
public final class ShippedData {
  private static final Path LOADED = loaded();

  private ShippedData() {}

  /** The store of a data directory. */
  public static Store store(Path data) {
    return Store.onDisk(data.resolve("store"));
  }

  /** Where the commit log of a data directory stands. */
  public static Path log(Path data) {
    return data.resolve("log");
  }

  /** The look-up index of a data directory. */
  public static ThingIndex index(Path data) {
    return ThingIndex.open(data.resolve("lookup"));
  }

  private static Path loaded() {
    try {
      Path data = Files.createTempDirectory("bluethread-shipped");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(data)));
      try (KnowledgeGraph graph = KnowledgeGraph.open(store(data), log(data));
          ThingIndex index = index(data)) {
        new Release(Path.of("").toAbsolutePath()).load(graph);
        ThingIndexer.follow(graph, index);
      }
      return data;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Makes a copy.
   *
   * @param data an empty directory, or one that is not there yet
   * @return that directory
   */
  public static Path copyTo(Path data) {
    try (Stream<Path> files = Files.walk(LOADED)) {
      Files.createDirectories(data.getParent());
      for (Path file : files.toList()) {
        Path copy = data.resolve(LOADED.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
      return data;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes a directory with all that is in it. */
  static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      List<Path> inside = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : inside) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
