package org.bluethread.publish.location;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.bluethread.graph.Snapshot;
import org.bluethread.publish.Description;

/**
 * Where a thing is or, if the graph does not say, where the things are that one statement connects
 * it with. Immutable, but for the geometries.
 *
 * @param found what is known, in the order of the description
 * @param own whether they are of the thing itself
 * @param unreadable how many geometries could not be read
 * @param cut whether there may be more than were looked at
 * @see <a href="https://docs.ogc.org/is/22-047r1/22-047r1.html">OGC GeoSPARQL 1.1</a>
 */
public record Locations(List<Location> found, boolean own, int unreadable, boolean cut) {
  /** Copies the list. */
  public Locations {
    found = List.copyOf(found);
  }

  /**
   * Reads them in the read transaction of the snapshot.
   *
   * @param description what is shown of the thing: only things in it are looked at
   */
  public static Locations of(Snapshot snapshot, Description description) {
    LocationReader own = new LocationReader(snapshot.union());
    own.read(description.thing());
    if (own.hasLooked()) {
      return own.locations(true);
    }
    LocationReader near = new LocationReader(snapshot.union());
    neighbours(description).forEach(near::read);
    return near.locations(false);
  }

  private static Stream<Node> neighbours(Description description) {
    return Stream.concat(
            description.statements().stream().map(Quad::getObject),
            description.mentions().quads().stream().map(Quad::getSubject))
        .filter(node -> node.isURI() && !node.equals(description.thing()))
        .distinct();
  }
}
