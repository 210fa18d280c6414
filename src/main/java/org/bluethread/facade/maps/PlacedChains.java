package org.bluethread.facade.maps;

import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * A place with its outline.
 *
 * @param place the place
 * @param chains its outline, at least one chain
 */
record PlacedChains(Place place, List<Chain> chains) {
  static PlacedChains of(Place place) {
    return new PlacedChains(place, Chain.of(place.geometry()));
  }

  /** In square degrees. */
  double size() {
    return largest().getArea();
  }

  /** The box around its largest part. */
  Envelope largest() {
    Envelope largest = chains.get(0).bounds();
    for (Chain chain : chains) {
      largest = chain.bounds().getArea() > largest.getArea() ? chain.bounds() : largest;
    }
    return largest;
  }
}
