package org.bluethread.facade.maps;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;

/**
 * Lines and rings as the data of an SVG path, on a grid: points nearer to each other than its mesh
 * become one. Not safe for threads.
 *
 * @see <a href="https://www.w3.org/TR/SVG2/paths.html#PathData">SVG 2, path data</a>
 */
final class PathData {
  private final StringBuilder path = new StringBuilder();
  private final int mesh;
  private final Set<String> alone = new HashSet<>();
  private int points;

  /**
   * @param mesh how far the lines of the grid are apart, in units of the paper
   */
  PathData(int mesh) {
    this.mesh = mesh;
  }

  /**
   * Adds a line or ring. Those that become the same point are drawn once; a stroke with round ends
   * shows it.
   *
   * @param chain on paper, at least one point
   */
  void add(List<Coordinate> chain, boolean closed) {
    long x = onGrid(chain.get(0).x);
    long y = onGrid(chain.get(0).y);
    StringBuilder data = new StringBuilder("M").append(x).append(' ').append(y);
    int before = points++;
    String command = "l";
    for (Coordinate point : chain.subList(1, chain.size())) {
      long right = onGrid(point.x) - x;
      long down = onGrid(point.y) - y;
      if (right != 0 || down != 0) {
        // A sign parts numbers as well as a space does.
        data.append(right < 0 && !command.equals("l") ? "" : command).append(right);
        data.append(down < 0 ? "" : " ").append(down);
        command = " ";
        x += right;
        y += down;
        points++;
      }
    }
    data.append(closed || points == before + 1 ? "z" : "");
    if (points > before + 1 || alone.add(data.toString())) {
      path.append(data);
    } else {
      points = before;
    }
  }

  private long onGrid(double length) {
    return Math.round(length / mesh) * mesh;
  }

  /** How many points it has by now. */
  int points() {
    return points;
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
