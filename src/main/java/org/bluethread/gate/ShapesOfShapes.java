package org.bluethread.gate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.Shapes;

/**
 * What makes a shapes graph well-formed, as shapes: those of the specification's appendix, which
 * come with Jena. Safe for threads.
 *
 * @see <a href="https://www.w3.org/TR/shacl/#shacl-shacl">SHACL, appendix C</a>
 */
public final class ShapesOfShapes {
  private static final String FILE = "std/shacl-shacl.ttl";

  private static final class Loaded {
    static final Gate GATE = load();
  }

  private ShapesOfShapes() {}

  /** Judges a shapes graph. */
  public static Report judge(Graph shapesGraph) {
    return Loaded.GATE.judge(shapesGraph);
  }

  private static Gate load() {
    try (InputStream file = Shapes.class.getClassLoader().getResourceAsStream(FILE)) {
      return Gate.of(RDFParser.source(file).lang(Lang.TURTLE).toGraph());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
