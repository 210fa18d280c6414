package org.bluethread.facade.traces;

import java.util.function.IntUnaryOperator;

/**
 * Draws one line, as the {@code d} of a path has it.
 *
 * @see <a href="https://www.w3.org/TR/SVG11/paths.html">SVG 1.1, paths</a>
 */
final class Pen {
  /** How long the head of an arrow is. */
  static final int ARROW = 9;

  private static final int HALF_ARROW = 5;

  private final IntUnaryOperator across;
  private final StringBuilder path = new StringBuilder();
  private int x;
  private int y;

  /**
   * @param across where a distance from the picture's beginning lies, whichever way it runs
   */
  Pen(IntUnaryOperator across) {
    this.across = across;
  }

  /** Begins anew somewhere else. */
  Pen at(int newX, int newY) {
    path.append("M" + across.applyAsInt(newX) + " " + newY);
    x = newX;
    y = newY;
    return this;
  }

  /** A bend that is level at both of its ends. */
  Pen bendTo(int newX, int newY) {
    int half = across.applyAsInt((x + newX) / 2);
    path.append("C" + half + " " + y + " " + half + " " + newY);
    path.append(" " + across.applyAsInt(newX) + " " + newY);
    x = newX;
    y = newY;
    return this;
  }

  /** A level line. */
  Pen levelTo(int newX) {
    path.append("H" + across.applyAsInt(newX));
    x = newX;
    return this;
  }

  String path() {
    return path.toString();
  }

  /**
   * The head of an arrow, as the {@code points} of a polygon have it.
   *
   * @param onwards whether it points away from the picture's beginning
   */
  String head(int tipX, int tipY, boolean onwards) {
    int back = across.applyAsInt(onwards ? tipX - ARROW : tipX + ARROW);
    return across.applyAsInt(tipX)
        + ","
        + tipY
        + " "
        + back
        + ","
        + (tipY - HALF_ARROW)
        + " "
        + back
        + ","
        + (tipY + HALF_ARROW);
  }
}
