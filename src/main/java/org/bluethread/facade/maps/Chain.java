package org.bluethread.facade.maps;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Points in a row: a point, a line, or the ring of a polygon. Its longitudes go on beyond 180
 * degrees where it crosses the antimeridian.
 *
 * @param points at least one; they must not be changed
 * @param bounds the box around them
 * @param closed whether it encloses something
 */
record Chain(List<Coordinate> points, Envelope bounds, boolean closed) {
  /** Copies the list. */
  Chain {
    points = List.copyOf(points);
  }

  /** The chains of a geometry; none of an empty one. */
  static List<Chain> of(Geometry geometry) {
    List<Chain> chains = new ArrayList<>();
    add(geometry, chains);
    return chains;
  }

  private static void add(Geometry geometry, List<Chain> chains) {
    if (geometry.isEmpty()) {
      return;
    }
    switch (geometry) {
      case Point point -> chains.add(of(point.getCoordinates(), false));
      case LineString line -> chains.add(of(line.getCoordinates(), false));
      case Polygon polygon -> {
        Chain shell = of(polygon.getExteriorRing().getCoordinates(), true);
        chains.add(shell);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
          Chain hole = of(polygon.getInteriorRingN(i).getCoordinates(), true);
          double turns = Math.round((shell.bounds.centre().x - hole.bounds.centre().x) / 360);
          chains.add(hole.shifted(turns * 360));
        }
      }
      default -> {
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
          add(geometry.getGeometryN(i), chains);
        }
      }
    }
  }

  /**
   * An edge of more than half the way around goes the other way, unless it goes all the way: so
   * outlines that cross the antimeridian are written where they are not cut there.
   */
  private static Chain of(Coordinate[] written, boolean closed) {
    List<Coordinate> points = new ArrayList<>();
    Envelope bounds = new Envelope();
    double turned = 0;
    for (int i = 0; i < written.length; i++) {
      double step = i == 0 ? 0 : written[i].x - written[i - 1].x;
      if (Math.abs(step) > 180 && Math.abs(step) < 360) {
        turned -= Math.signum(step) * 360;
      }
      Coordinate point = new Coordinate(written[i].x + turned, written[i].y);
      points.add(point);
      bounds.expandToInclude(point);
    }
    return new Chain(points, bounds, closed);
  }

  /** The same, as many degrees further east. */
  Chain shifted(double degrees) {
    if (degrees == 0) {
      return this;
    }
    Envelope moved = new Envelope(bounds);
    moved.translate(degrees, 0);
    return new Chain(
        points.stream().map(point -> new Coordinate(point.x + degrees, point.y)).toList(),
        moved,
        closed);
  }
}
