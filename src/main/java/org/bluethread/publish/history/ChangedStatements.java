package org.bluethread.publish.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.rdfpatch.changes.RDFChangesBase;
import org.apache.jena.sparql.core.Quad;

/**
 * The first statements that a commit added and removed. Immutable.
 *
 * @param added what came, in the order of the patch
 * @param removed what went, in the order of the patch
 * @see <a href="https://jena.apache.org/documentation/rdf-patch/">RDF Patch</a>
 */
public record ChangedStatements(List<Quad> added, List<Quad> removed) {
  private static final String ADDS = "A ";
  private static final String DELETES = "D ";

  /** Copies the lists. */
  public ChangedStatements {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
  }

  /**
   * Reads the beginning of a change. RDF Patch has one statement a line: those that are not wanted
   * are passed over and not parsed, for a commit may have millions.
   *
   * @param patch a file of the commit log
   * @param most how many of each kind at the most
   * @throws UncheckedIOException if the file cannot be read
   */
  public static ChangedStatements first(Path patch, int most) {
    try (BufferedReader lines = Files.newBufferedReader(patch, UTF_8)) {
      StringBuilder wanted = new StringBuilder();
      int adds = 0;
      int deletes = 0;
      String line = lines.readLine();
      while (line != null && adds < most) {
        if (line.startsWith(ADDS)) {
          adds++;
          wanted.append(line).append('\n');
        } else if (line.startsWith(DELETES) && deletes < most) {
          deletes++;
          wanted.append(line).append('\n');
        }
        line = lines.readLine();
      }
      return parsed(wanted.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ChangedStatements parsed(String patch) {
    List<Quad> added = new ArrayList<>();
    List<Quad> removed = new ArrayList<>();
    RDFPatchOps.read(new ByteArrayInputStream(patch.getBytes(UTF_8)))
        .apply(
            new RDFChangesBase() {
              @Override
              public void add(Node graph, Node subject, Node predicate, Node object) {
                added.add(quad(graph, subject, predicate, object));
              }

              @Override
              public void delete(Node graph, Node subject, Node predicate, Node object) {
                removed.add(quad(graph, subject, predicate, object));
              }
            });
    return new ChangedStatements(added, removed);
  }

  /** A patch names no graph for statements of the default graph. */
  private static Quad quad(Node graph, Node subject, Node predicate, Node object) {
    return new Quad(graph == null ? Quad.defaultGraphIRI : graph, subject, predicate, object);
  }
}
