package org.bluethread.publish.informea;

import java.util.List;

/**
 * A record that is not given out, as no source says all that it needs.
 *
 * @param set the name of the set it would be in
 * @param id what it would be told apart by
 * @param thing the thing it would be about, an IRI
 * @param missing what it lacks
 */
public record Withheld(String set, String id, String thing, List<Lack> missing) {
  /** Copies the list. */
  public Withheld {
    missing = List.copyOf(missing);
  }
}
