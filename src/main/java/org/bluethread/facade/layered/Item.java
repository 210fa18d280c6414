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
  private final int height;
  private final List<Item> before = new ArrayList<>();
  private final List<Item> after = new ArrayList<>();
  private int place;
  private double middle;

  Item(int layer, int height) {
    this.layer = layer;
    this.height = height;
  }

  /** The number of its layer, from zero. */
  public int layer() {
    return layer;
  }

  /** How high it is. */
  public int height() {
    return height;
  }

  /** How far its middle is from the top of the picture, once the layers are arranged. */
  public int middle() {
    return (int) Math.round(middle);
  }

  /** How far its upper edge is from the top of the picture, once the layers are arranged. */
  public int top() {
    return middle() - height / 2;
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

  double exactMiddle() {
    return middle;
  }

  void moveTo(double to) {
    middle = to;
  }
}
