package org.bluethread.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Release;
import org.bluethread.graph.Store;

/** What the project ships: its data in a store in memory, and its shelf. Loaded once. */
final class RealData {
  private static final Path HOME = Path.of("").toAbsolutePath();

  static final KnowledgeGraph GRAPH = graph();
  static final Shelf SHELF = Shelf.load(HOME.resolve("queries"));

  private RealData() {}

  private static KnowledgeGraph graph() {
    try {
      Path log = Files.createTempDirectory("log");
      KnowledgeGraph graph = KnowledgeGraph.open(Store.inMemory(), log);
      new Release(HOME).load(graph);
      return graph;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The expected answer of a name, line by line; the first line names the columns. */
  static Path golden(String file) {
    return HOME.resolve("src/test/golden").resolve(file);
  }
}
