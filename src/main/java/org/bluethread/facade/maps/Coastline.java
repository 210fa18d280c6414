package org.bluethread.facade.maps;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.overlayng.RingClipper;

/**
 * The land of the earth at 1:110 million, which the program ships: the file {@code land.wkt}, of
 * Natural Earth, in the public domain. Immutable and safe for threads.
 *
 * @see <a href="https://www.naturalearthdata.com/about/terms-of-use/">Natural Earth, terms</a>
 */
final class Coastline {
  private static final List<Chain> RINGS = load();

  /** How wide an island must be to be seen, in units of paper. */
  private static final int LEAST_ISLAND = 5;

  private Coastline() {}

  private static List<Chain> load() {
    try (InputStream in = Coastline.class.getResourceAsStream("land.wkt");
        InputStreamReader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return Chain.of(new WKTReader().read(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParseException e) {
      throw new IllegalStateException("land.wkt is no geometry", e);
    }
  }

  /**
   * The land in a frame, to be filled by the rule even-odd.
   *
   * @param mesh how coarse, in units of the frame's paper
   */
  static String in(Frame frame, int mesh) {
    Envelope shown = frame.shown();
    // A little more, so that what closes a ring along the side of the frame is out of sight.
    shown.expandBy(frame.width() / 50, frame.height() / 50);
    RingClipper clipper = new RingClipper(shown);
    double least = frame.width() * LEAST_ISLAND / Frame.WIDTH;
    PathData path = new PathData(mesh);
    for (Chain ring : RINGS) {
      for (int turn = -360; turn <= 360; turn += 360) {
        Envelope there = new Envelope(ring.bounds());
        there.translate(turn, 0);
        if (there.getDiameter() > least && there.intersects(shown)) {
          add(clipper.clip(ring.shifted(turn).points().toArray(Coordinate[]::new)), frame, path);
        }
      }
    }
    return path.toString();
  }

  private static void add(Coordinate[] ring, Frame frame, PathData path) {
    if (ring.length > 2) {
      path.add(Arrays.stream(ring).map(frame::onPaper).toList(), true);
    }
  }
}
