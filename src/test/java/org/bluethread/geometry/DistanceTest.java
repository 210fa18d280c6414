package org.bluethread.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Distances of boxes against a slow oracle: the least of all distances of points on their edges.
 */
final class DistanceTest {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final int STEPS = 60;

  /** Boxes such as those of contract areas: some degrees wide, in latitudes where mining is. */
  @Property(tries = 300)
  void boxesAreAsFarApartAsTheirNearestPoints(
      @ForAll @DoubleRange(min = -60, max = 50) double south,
      @ForAll @DoubleRange(min = -170, max = 170) double west,
      @ForAll @DoubleRange(min = -10, max = 10) double north,
      @ForAll @DoubleRange(min = -14, max = 14) double east,
      @ForAll @DoubleRange(min = 0.1, max = 6) double height,
      @ForAll @DoubleRange(min = 0.1, max = 6) double width) {
    Envelope one = new Envelope(west, west + width, south, south + height);
    Envelope other =
        new Envelope(west + east, west + east + height, south + north, south + north + width);
    if (other.getMinX() < -180 || other.getMaxX() > 180 || other.getMinY() < -70) {
      return;
    }

    double metres = Distance.metres(GEOMETRIES.toGeometry(one), GEOMETRIES.toGeometry(other));

    if (one.intersects(other)) {
      assertThat(metres).isZero();
    } else {
      double sampled = sampled(one, other);
      double between = 2 * 6 * 111_200.0 / STEPS; // Samples are as far apart as this.
      assertThat(metres).isBetween(sampled * 0.99 - between, sampled * 1.01 + 1);
    }
  }

  private static double sampled(Envelope one, Envelope other) {
    double least = Double.POSITIVE_INFINITY;
    for (Coordinate a : edge(one)) {
      for (Coordinate b : edge(other)) {
        least = Math.min(least, chord(a, b));
      }
    }
    return 2 * 6_371_008.8 * Math.asin(least / 2);
  }

  private static List<Coordinate> edge(Envelope box) {
    List<Coordinate> points = new ArrayList<>();
    for (int i = 0; i <= STEPS; i++) {
      double x = box.getMinX() + box.getWidth() * i / STEPS;
      double y = box.getMinY() + box.getHeight() * i / STEPS;
      points.add(new Coordinate(x, box.getMinY()));
      points.add(new Coordinate(x, box.getMaxY()));
      points.add(new Coordinate(box.getMinX(), y));
      points.add(new Coordinate(box.getMaxX(), y));
    }
    return points;
  }

  /** Through the unit sphere, by vectors: another formula than the one that is tested. */
  private static double chord(Coordinate a, Coordinate b) {
    double[] v = vector(a);
    double[] w = vector(b);
    return Math.sqrt(
        Math.pow(v[0] - w[0], 2) + Math.pow(v[1] - w[1], 2) + Math.pow(v[2] - w[2], 2));
  }

  private static double[] vector(Coordinate c) {
    double lambda = Math.toRadians(c.x);
    double phi = Math.toRadians(c.y);
    return new double[] {
      Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)
    };
  }
}
