package org.bluethread.facade.maps;

import java.util.Comparator;
import java.util.List;

/**
 * What things take up of the earth, in degrees.
 *
 * @param west from -180 to below 180
 * @param width how far it reaches to the east, 360 at the most
 * @param south the southernmost latitude
 * @param north the northernmost latitude
 */
record Bounds(double west, double width, double south, double north) {
  private record Stretch(double west, double width) {}

  /**
   * The least bounds of chains, which may reach over the antimeridian.
   *
   * @param chains at least one
   */
  static Bounds of(List<Chain> chains) {
    List<Stretch> stretches =
        chains.stream()
            .map(Chain::bounds)
            .map(box -> new Stretch(normal(box.getMinX()), Math.min(360, box.getWidth())))
            .sorted(Comparator.comparingDouble(Stretch::west))
            .toList();
    double south = chains.stream().mapToDouble(chain -> chain.bounds().getMinY()).min().orElse(0);
    double north = chains.stream().mapToDouble(chain -> chain.bounds().getMaxY()).max().orElse(0);
    // All the way around but for the widest gap; what ends beyond 180 covers the beginning as well.
    double reached =
        stretches.stream().mapToDouble(one -> one.west + one.width).max().orElse(0) - 360;
    double gap = 0;
    double begin = -180;
    for (Stretch stretch : stretches) {
      if (stretch.west - reached > gap) {
        gap = stretch.west - reached;
        begin = stretch.west;
      }
      reached = Math.max(reached, stretch.west + stretch.width);
    }
    return new Bounds(begin, 360 - gap, south, north);
  }

  /** A longitude from -180 to below 180. */
  static double normal(double longitude) {
    return longitude - 360 * Math.floor((longitude + 180) / 360);
  }

  double east() {
    return west + width;
  }

  double height() {
    return north - south;
  }

  /** Whether it is one point. */
  boolean isPoint() {
    return width == 0 && height() == 0;
  }
}
