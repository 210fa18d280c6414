package org.bluethread.facade.maps;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * A name on a map.
 *
 * @param at its middle
 * @param text the name
 */
public record Label(Spot at, String text) {
  /** Of a letter, in units of the paper of a map some 700 pixels wide. */
  private static final int LETTER = 19;

  private static final int LINE = 46;

  /** Names over their places, as many as do not cover each other: first of true outlines. */
  static List<Label> thatFit(Frame frame, List<PlacedChains> places) {
    Envelope paper = new Envelope(0, Frame.WIDTH, 0, Frame.HEIGHT);
    List<Envelope> taken = new ArrayList<>();
    List<Label> labels = new ArrayList<>();
    places.stream()
        .sorted(Comparator.comparing(place -> place.place().approximate()))
        .forEach(
            place -> {
              Envelope box = box(frame, place);
              if (paper.contains(box) && taken.stream().noneMatch(box::intersects)) {
                taken.add(box);
                Coordinate middle = box.centre();
                labels.add(new Label(Spot.onPaper(middle.x, middle.y, 1), place.place().label()));
              }
            });
    return labels;
  }

  private static Envelope box(Frame frame, PlacedChains place) {
    Envelope largest = place.largest();
    Coordinate middle = largest.centre();
    double longitude = frame.west() + (Bounds.normal(middle.x - frame.west() - 180) + 180);
    double width = width(place.place().label()) * LETTER;
    // Above a point, within an area.
    double x = frame.x(longitude);
    double y = frame.y(middle.y) - (largest.getArea() == 0 ? LINE : 0);
    return new Envelope(x - width / 2, x + width / 2, y - LINE / 2.0, y + LINE / 2.0);
  }

  /** In letters; a character of Chinese is as wide as two. */
  private static long width(String text) {
    return text.codePoints().map(one -> Character.isIdeographic(one) ? 2 : 1).sum();
  }
}
