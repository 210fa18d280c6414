package org.bluethread.geometry;

import org.apache.jena.sparql.expr.ExprEvalException;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.Puntal;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.TopologyPredicate;

/** How two geometries lie to each other. */
final class Relation {
  /**
   * How many pairs of points two geometries may have. Segments may cross as often as that, each
   * crossing takes memory, and nothing can stop the work once it has begun. At this many the worst
   * case takes half a second and fits a heap of 128 MB (JTS 1.20.0, two cores).
   */
  private static final long MOST_PAIRS = 100_000;

  private Relation() {}

  /**
   * Checks that comparing two geometries cannot take too long.
   *
   * @throws ExprEvalException if it could
   */
  static void checkWork(Geometry one, Geometry other) {
    long n = one.getNumPoints();
    long m = other.getNumPoints();
    if (n * m + withItself(one) + withItself(other) > MOST_PAIRS) {
      throw new ExprEvalException(
          "The geometries have too many points to be compared: " + n + " and " + m);
    }
  }

  /** JTS looks for the crossings of lines with themselves too. */
  private static long withItself(Geometry geometry) {
    long n = geometry.getNumPoints();
    return geometry instanceof Puntal || geometry instanceof Polygonal ? 0 : n * n;
  }

  /**
   * Whether a relation holds.
   *
   * @throws ExprEvalException if that cannot be told, as with polygons that cross themselves
   */
  static boolean holds(Geometry one, Geometry other, TopologyPredicate predicate) {
    try {
      return RelateNG.relate(one, other, predicate);
    } catch (TopologyException | IllegalArgumentException e) {
      throw new ExprEvalException("The geometries cannot be compared: " + e.getMessage(), e);
    }
  }
}
