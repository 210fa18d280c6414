package org.bluethread.facade.maps;

import java.util.List;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;

/**
 * The whole earth, with what a map shows of it.
 *
 * @param land the land, as SVG path data
 * @param windows what the map shows; two where it crosses the antimeridian
 */
public record Locator(String land, List<Window> windows) {
  private static final Frame EARTH = new Frame(-180, 90, 360, 180);
  private static final String LAND = Coastline.in(EARTH, 10);

  /** Copies the list. */
  public Locator {
    windows = List.copyOf(windows);
  }

  /**
   * A part of the earth, on paper.
   *
   * @param x its left side
   * @param y its upper side
   * @param width how wide it is
   * @param height how high it is
   */
  public record Window(long x, long y, long width, long height) {}

  static Locator of(Frame frame) {
    return new Locator(
        LAND,
        Stream.of(-360, 0, 360)
            .map(turn -> turned(frame, turn))
            .filter(EARTH.shown()::intersects)
            .map(Locator::window)
            .toList());
  }

  private static Envelope turned(Frame frame, int degrees) {
    Envelope shown = frame.shown();
    shown.translate(degrees, 0);
    return shown;
  }

  private static Window window(Envelope shown) {
    return new Window(
        Math.round(EARTH.x(shown.getMinX())),
        Math.round(EARTH.y(shown.getMaxY())),
        Math.round(EARTH.x(shown.getMaxX()) - EARTH.x(shown.getMinX())),
        Math.round(EARTH.y(shown.getMinY()) - EARTH.y(shown.getMaxY())));
  }
}
