package org.bluethread.facade.maps;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;

/**
 * What is drawn for places, no finer than a page can carry.
 *
 * @param marks one for each place or, if there are many, one for all that are alike; the largest
 *     first
 * @param mesh how coarse they are drawn, in units of paper
 */
record Marks(List<Mark> marks, int mesh) {
  private static final int MOST_SINGLE = 60;
  private static final int MOST_POINTS = 5_000;

  /** Points nearer than that cannot be told apart. */
  private static final int MESH_OF_SPOTS = 8;

  /** Copies the list. */
  Marks {
    marks = List.copyOf(marks);
  }

  /** Draws places as fine as they are given or, if that is too much, coarser. */
  static Marks of(Frame frame, List<PlacedChains> places) {
    int mesh = 1;
    Marks marks = of(frame, places, places.size() <= MOST_SINGLE, mesh);
    while (marks.points() > MOST_POINTS) {
      mesh *= 2;
      marks = of(frame, places, false, mesh);
    }
    return marks;
  }

  private static Marks of(Frame frame, List<PlacedChains> places, boolean single, int mesh) {
    List<Mark> marks = new ArrayList<>();
    if (single) {
      places.stream()
          .sorted(Comparator.comparingDouble(PlacedChains::size).reversed())
          .forEach(
              one -> marks.add(mark(frame, mesh, List.of(one), Optional.of(one.place().iri()))));
    } else {
      for (boolean approximate : new boolean[] {true, false}) {
        List<PlacedChains> alike =
            places.stream().filter(one -> one.place().approximate() == approximate).toList();
        if (!alike.isEmpty()) {
          marks.add(mark(frame, mesh, alike, Optional.empty()));
        }
      }
    }
    return new Marks(marks, mesh);
  }

  private static Mark mark(Frame frame, int mesh, List<PlacedChains> places, Optional<String> iri) {
    PathData path = new PathData(mesh);
    Set<Spot> spots = new LinkedHashSet<>();
    places.stream()
        .flatMap(place -> place.chains().stream())
        .forEach(chain -> draw(frame, chain, path, spots, Math.max(mesh, MESH_OF_SPOTS)));
    Place first = places.get(0).place();
    return new Mark(
        iri,
        iri.isPresent() ? first.name() : "",
        first.approximate(),
        path.toString(),
        path.points(),
        List.copyOf(spots));
  }

  /** Wherever the frame shows it: one that goes around the earth may show it twice. */
  private static void draw(
      Frame frame, Chain chain, PathData path, Set<Spot> spots, int meshOfSpots) {
    Envelope shown = frame.shown();
    for (int turn = -360; turn <= 360; turn += 360) {
      Envelope there = new Envelope(chain.bounds());
      there.translate(turn, 0);
      if (!isIn(shown, there)) {
        continue;
      }
      if (chain.points().size() == 1) {
        spots.add(Spot.onPaper(frame.x(there.getMinX()), frame.y(there.getMinY()), meshOfSpots));
      } else {
        path.add(
            chain.shifted(turn).points().stream().map(frame::onPaper).toList(), chain.closed());
      }
    }
  }

  /** Whether more than an edge lies in what is shown; a point at the edge lies in it once. */
  private static boolean isIn(Envelope shown, Envelope there) {
    return there.getMinX() < shown.getMaxX()
        && (there.getMaxX() > shown.getMinX() || there.getMinX() == shown.getMinX());
  }

  /** Whether each place is drawn for itself. */
  boolean areSingle() {
    return marks.stream().allMatch(mark -> mark.iri().isPresent());
  }

  private int points() {
    return marks.stream().mapToInt(mark -> mark.points() + mark.spots().size()).sum();
  }
}
