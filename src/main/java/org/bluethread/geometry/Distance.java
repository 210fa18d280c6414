package org.bluethread.geometry;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.relateng.RelatePredicate;

/**
 * The distance of two geometries over a sphere with the earth's mean radius, which differs from the
 * ellipsoid by half a per cent at the most.
 *
 * <p>Where two geometries do not meet, they are nearest at a corner of one of them. So each corner
 * is measured to each segment of the other geometry: the nearest point of the segment is sought in
 * a plane whose degrees of longitude are as narrow as they are there, and the distance to it is
 * that of the sphere. It is the distance of two points of the geometries, so never too small.
 */
final class Distance {
  private static final String METRE = "http://www.opengis.net/def/uom/OGC/1.0/metre";
  private static final double RADIUS = 6_371_008.8;

  private record Segment(Coordinate from, Coordinate to) {}

  private Distance() {}

  /**
   * @throws ExprEvalException if a unit is not the metre
   */
  static void checkUnit(NodeValue unit) {
    Node node = unit.asNode();
    String name = node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
    if (!name.equals(METRE)) {
      throw new ExprEvalException("Distances are in metres here: <" + METRE + ">, not " + name);
    }
  }

  /**
   * How far apart two geometries are; 0 where they share a point.
   *
   * @throws ExprEvalException if one is empty
   */
  static double metres(Geometry one, Geometry other) {
    if (one.isEmpty() || other.isEmpty()) {
      throw new ExprEvalException("An empty geometry has no distance");
    }
    if (Relation.holds(one, other, RelatePredicate.intersects())) {
      return 0;
    }
    List<Segment> ones = segments(one);
    List<Segment> others = segments(other);
    return Math.min(leastFromCorners(ones, others), leastFromCorners(others, ones));
  }

  /** The edges of a geometry; a point is an edge without length. */
  private static List<Segment> segments(Geometry geometry) {
    List<Segment> segments = new ArrayList<>();
    geometry.apply(
        (GeometryComponentFilter)
            part -> {
              if (part instanceof Point || part instanceof LineString) {
                Coordinate[] corners = part.getCoordinates();
                for (int i = 0; i < corners.length; i++) {
                  segments.add(
                      new Segment(corners[i], corners[Math.min(i + 1, corners.length - 1)]));
                }
              }
            });
    return segments;
  }

  private static double leastFromCorners(List<Segment> corners, List<Segment> segments) {
    double least = Double.POSITIVE_INFINITY;
    for (Segment corner : corners) {
      for (Segment segment : segments) {
        least = Math.min(least, metres(corner.from(), segment));
      }
    }
    return least;
  }

  private static double metres(Coordinate corner, Segment segment) {
    // Degrees east of the corner, the short way round; likewise along the segment.
    double east = Math.IEEEremainder(segment.from().x - corner.x, 360);
    double north = segment.from().y - corner.y;
    double toEast = segment.to().x - segment.from().x;
    double toNorth = segment.to().y - segment.from().y;
    double least = Double.POSITIVE_INFINITY;
    double latitude = corner.y;
    for (int round = 0; round < 2; round++) { // First as narrow as at the corner, then half-way.
      double width = Math.cos(Math.toRadians(latitude));
      double share = nearest(east * width, north, toEast * width, toNorth);
      double nearestNorth = north + share * toNorth;
      least = Math.min(least, greatCircle(corner.y, nearestNorth, east + share * toEast));
      latitude = corner.y + nearestNorth / 2;
    }
    return least;
  }

  /** How far along a segment, from 0 to 1, the point is that is nearest to the origin. */
  private static double nearest(double x, double y, double dx, double dy) {
    double length = dx * dx + dy * dy;
    return length == 0 ? 0 : Math.clamp(-(x * dx + y * dy) / length, 0, 1);
  }

  /** By the haversine formula, which keeps its precision where points are near each other. */
  private static double greatCircle(double latitude, double degreesNorth, double degreesEast) {
    double north = Math.sin(Math.toRadians(degreesNorth) / 2);
    double east = Math.sin(Math.toRadians(degreesEast) / 2);
    double h =
        north * north
            + Math.cos(Math.toRadians(latitude))
                * Math.cos(Math.toRadians(latitude + degreesNorth))
                * (east * east);
    return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
  }
}
