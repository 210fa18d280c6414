package org.bluethread.facade.layered;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What takes up room in a layer: a box, a label, or a line on its way to a farther layer. Made by
 * {@link Layers}; not safe for threads.
 */
public final class Item {
  private final int layer;
  private final int above;
  private final int below;
  private final List<Item> before = new ArrayList<>();
  private final List<Item> after = new ArrayList<>();
  private int place;
  private double line;

  Item(int layer, int above, int below) {
    this.layer = layer;
    this.above = above;
    this.below = below;
  }

  /** The number of its layer, from zero. */
  public int layer() {
    return layer;
  }

  /** How far its line is from the top of the picture, once the layers are arranged. */
  public int line() {
    return (int) Math.round(line);
  }

  /** How far its upper edge is from the top of the picture, once the layers are arranged. */
  public int top() {
    return line() - above;
  }

  /** How far its lower edge is from the top of the picture, once the layers are arranged. */
  public int bottom() {
    return line() + below;
  }

  /** What it is joined to in the layer before, from top to bottom once the layers are arranged. */
  public List<Item> before() {
    return before.stream().sorted(Comparator.comparingInt(Item::place)).toList();
  }

  /** What it is joined to in the layer after, from top to bottom once the layers are arranged. */
  public List<Item> after() {
    return after.stream().sorted(Comparator.comparingInt(Item::place)).toList();
  }

  void leadTo(Item next) {
    after.add(next);
    next.before.add(this);
  }

  List<Item> joined(boolean fromBefore) {
    return fromBefore ? before : after;
  }

  /** Its number in its layer, from the top. */
  int place() {
    return place;
  }

  void placeAt(int number) {
    place = number;
  }

  double exactLine() {
    return line;
  }

  void moveTo(double to) {
    line = to;
  }

  /** How far its line is from that of the next one below, if they touch. */
  double distance(Item next) {
    return below + (double) next.above;
  }
}
