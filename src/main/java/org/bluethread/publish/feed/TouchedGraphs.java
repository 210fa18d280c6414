package org.bluethread.publish.feed;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.rdfpatch.changes.RDFChangesBase;
import org.apache.jena.rdfpatch.text.RDFPatchReaderText;
import org.apache.jena.sparql.core.Quad;
import org.bluethread.graph.KnowledgeGraph;

/** Which graphs commits touched, as their entries in the commit log say. */
final class TouchedGraphs {
  private TouchedGraphs() {}

  /**
   * The names of the graphs that a statement came to or went from, in the order of the commits.
   *
   * @param first the first commit
   * @param last the last commit
   * @throws NoSuchElementException if the log lacks an entry
   * @throws UncheckedIOException if it cannot be read
   */
  static Set<Node> of(KnowledgeGraph graph, long first, long last) {
    Set<Node> touched = new LinkedHashSet<>();
    for (long commit = first; commit <= last; commit++) {
      read(graph.history().patch(commit).orElseThrow(), touched);
    }
    return touched;
  }

  /** The change may be of millions of statements, so it is never held whole. */
  private static void read(Path patch, Set<Node> touched) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(patch))) {
      new RDFPatchReaderText(in)
          .apply(
              new RDFChangesBase() {
                @Override
                public void add(Node graph, Node subject, Node predicate, Node object) {
                  touch(graph);
                }

                @Override
                public void delete(Node graph, Node subject, Node predicate, Node object) {
                  touch(graph);
                }

                private void touch(Node graph) {
                  boolean isDefault = graph == null || Quad.isDefaultGraph(graph);
                  touched.add(isDefault ? Quad.defaultGraphIRI : graph);
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
