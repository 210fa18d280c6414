package org.bluethread.facade.maps;

/**
 * A place on a map.
 *
 * @param x from the left, in per cent of the width
 * @param y from above, in per cent of the height
 */
public record Spot(double x, double y) {
  /**
   * @param mesh how far apart places are at least, in units of paper
   */
  static Spot onPaper(double x, double y, int mesh) {
    return new Spot(percent(x, mesh, Frame.WIDTH), percent(y, mesh, Frame.HEIGHT));
  }

  private static double percent(double length, int mesh, int whole) {
    return Math.round(Math.round(length / mesh) * mesh * 1000.0 / whole) / 10.0;
  }
}
