package org.bluethread.gate;

import java.util.Optional;
import org.apache.jena.sparql.core.Quad;

/**
 * A statement of a change because of which the gate found fault.
 *
 * @param quad the statement, in its graph
 * @param came whether it came; otherwise it went
 * @param place where it stands in what was sent; empty where that is not known
 */
public record Cause(Quad quad, boolean came, Optional<Place> place) {
  /**
   * A place in a text.
   *
   * @param line from 1
   * @param column from 1
   */
  public record Place(long line, long column) {}

  /** The same statement with its place. */
  public Cause at(Place found) {
    return new Cause(quad, came, Optional.of(found));
  }
}
