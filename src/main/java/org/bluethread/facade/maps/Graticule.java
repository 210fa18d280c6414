package org.bluethread.facade.maps;

import java.util.List;
import java.util.stream.IntStream;
import org.bluethread.facade.words.Words;

/**
 * Lines of longitude and latitude at round degrees.
 *
 * @param meridians from west to east
 * @param parallels from south to north
 */
public record Graticule(List<Line> meridians, List<Line> parallels) {
  /** Their names have room on a phone. */
  private static final int MOST_MERIDIANS = 5;

  private static final int MOST_PARALLELS = 4;
  private static final List<Integer> STEPS = List.of(1, 2, 5, 10, 15, 20, 30, 60);

  /** Copies the lists. */
  public Graticule {
    meridians = List.copyOf(meridians);
    parallels = List.copyOf(parallels);
  }

  /**
   * A line.
   *
   * @param at where it is on paper, from the left or from above
   * @param label its degrees, in words
   */
  public record Line(long at, String label) {}

  static Graticule in(Frame frame, String language) {
    Degrees degrees = new Degrees(new Words(language));
    return new Graticule(
        multiples(MOST_MERIDIANS, frame.west(), frame.west() + frame.width())
            .mapToObj(at -> new Line(Math.round(frame.x(at)), degrees.longitude(at)))
            .toList(),
        multiples(MOST_PARALLELS, frame.north() - frame.height(), frame.north())
            .mapToObj(at -> new Line(Math.round(frame.y(at)), degrees.latitude(at)))
            .toList());
  }

  /** Round degrees, not too near the sides, where a label would be cut. */
  private static IntStream multiples(int most, double from, double to) {
    int step =
        STEPS.stream()
            .filter(one -> (to - from) / one <= most)
            .findFirst()
            .orElse(STEPS.get(STEPS.size() - 1));
    double margin = (to - from) / 14;
    return IntStream.rangeClosed(
            (int) Math.ceil((from + margin) / step), (int) Math.floor((to - margin) / step))
        .map(one -> one * step);
  }
}
