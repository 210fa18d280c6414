package org.bluethread.publish.coverage;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * What a gap analysis found about a target.
 *
 * @param thing the finding itself
 * @param target the target
 * @param assessment the verdict
 * @param regions the places or groups it is limited to; none for most
 * @param units the units of the document that state it
 */
public record Finding(
    Node thing, Node target, Node assessment, List<Node> regions, List<Node> units) {
  /** Copies the lists. */
  public Finding {
    regions = List.copyOf(regions);
    units = List.copyOf(units);
  }

  /** All that has a name in it. */
  Stream<Node> things() {
    return Stream.of(Stream.of(thing, target, assessment), regions.stream(), units.stream())
        .flatMap(things -> things);
  }
}
