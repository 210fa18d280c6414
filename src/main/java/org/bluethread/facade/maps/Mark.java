package org.bluethread.facade.maps;

import java.util.List;
import java.util.Optional;

/**
 * What is drawn for a place, or for several.
 *
 * @param iri the identifier of the place; empty for several
 * @param name what it is called; empty for several
 * @param approximate whether it is only near the outline drawn
 * @param path lines and outlines, as SVG path data; empty if there are none
 * @param points how many points these have
 * @param spots points
 */
public record Mark(
    Optional<String> iri,
    String name,
    boolean approximate,
    String path,
    int points,
    List<Spot> spots) {
  /** Copies the list. */
  public Mark {
    spots = List.copyOf(spots);
  }
}
