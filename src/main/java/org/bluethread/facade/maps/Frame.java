package org.bluethread.facade.maps;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * The part of the earth that a map shows, twice as wide as high. The projection is equirectangular,
 * with a degree of longitude as wide as it is in the middle: small areas keep their shape.
 *
 * @param west the longitude of its left side
 * @param north the latitude of its upper side
 * @param width how many degrees of longitude it shows
 * @param height how many degrees of latitude it shows
 */
record Frame(double west, double north, double width, double height) {
  /** How wide it is on paper. */
  static final int WIDTH = 2000;

  /** How high it is on paper. */
  static final int HEIGHT = 1000;

  /** Enough for some coast to be seen, as a rule. */
  private static final double LEAST_HEIGHT = 15;

  private static final double SURROUNDING = 1.6;

  /** Beyond, the whole earth is shown. */
  private static final double MOST_WIDTH = 170;

  /** A frame with bounds in its middle and something around them. */
  static Frame around(Bounds bounds) {
    double longitude = bounds.west() + bounds.width() / 2;
    double latitude = (bounds.south() + bounds.north()) / 2;
    double narrowing = Math.max(0.25, Math.cos(Math.toRadians(latitude)));
    double height =
        Math.max(
            LEAST_HEIGHT, SURROUNDING * Math.max(bounds.height(), bounds.width() * narrowing / 2));
    double width = 2 * height / narrowing;
    if (width > MOST_WIDTH || height > 180) {
      return new Frame(longitude - 180, 90, 360, 180);
    }
    double north = Math.clamp(latitude + height / 2, height - 90, 90);
    return new Frame(longitude - width / 2, north, width, height);
  }

  /** Whether it shows the whole earth. */
  boolean isWorld() {
    return width == 360;
  }

  double x(double longitude) {
    return (longitude - west) / width * WIDTH;
  }

  double y(double latitude) {
    return (north - latitude) / height * HEIGHT;
  }

  Coordinate onPaper(Coordinate degrees) {
    return new Coordinate(x(degrees.x), y(degrees.y));
  }

  /** What it shows, in degrees, its longitudes as they come. */
  Envelope shown() {
    return new Envelope(west, west + width, north - height, north);
  }
}
