package org.bluethread.facade.layered;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Moves the items of each layer, which stay in their order and apart, as near as can be to the mean
 * of what they are joined to: the sum of the squares of what is missing is the least (pool of
 * adjacent violators).
 *
 * @see <a href="https://en.wikipedia.org/wiki/Isotonic_regression">Isotonic regression</a>
 */
final class Placing {
  private static final int ROUNDS = 40;

  /** How much straight lines count for. */
  private static final double STRAIGHT = 8;

  private final List<List<Item>> layers;
  private final int gap;

  Placing(List<List<Item>> layers, int gap) {
    this.layers = layers;
    this.gap = gap;
  }

  /**
   * Items of a layer that touch.
   *
   * @param count how many they are
   * @param mean where they stand, less what the items above take up
   */
  private record Pool(int count, double mean) {
    Pool and(Pool other) {
      int both = count + other.count;
      return new Pool(both, (mean * count + other.mean * other.count) / both);
    }
  }

  void settle() {
    layers.forEach(layer -> settle(layer, false));
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < layers.size(); i++) {
        settle(layers.get(round % 2 == 0 ? i : layers.size() - 1 - i), true);
      }
    }
  }

  private void settle(List<Item> layer, boolean joined) {
    Deque<Pool> pools = new ArrayDeque<>();
    double above = 0;
    for (int i = 0; i < layer.size(); i++) {
      above += i == 0 ? 0 : distance(layer.get(i - 1), layer.get(i));
      Pool pool = new Pool(1, (joined ? wanted(layer.get(i)) : 0) - above);
      while (!pools.isEmpty() && pools.peekLast().mean() >= pool.mean()) {
        pool = pools.removeLast().and(pool);
      }
      pools.addLast(pool);
    }
    int next = 0;
    above = 0;
    for (Pool pool : pools) {
      for (int i = 0; i < pool.count(); i++, next++) {
        above += next == 0 ? 0 : distance(layer.get(next - 1), layer.get(next));
        layer.get(next).moveTo(pool.mean() + above);
      }
    }
  }

  private double distance(Item upper, Item lower) {
    return upper.distance(lower) + gap;
  }

  /** The mean of the lines it is joined to; who have none but each other pull the hardest. */
  private static double wanted(Item item) {
    double sum = 0;
    double weights = 0;
    for (boolean before : new boolean[] {true, false}) {
      List<Item> joined = item.joined(before);
      for (Item other : joined) {
        boolean sole = joined.size() == 1 && other.joined(!before).size() == 1;
        double weight = sole ? STRAIGHT : 1;
        sum += weight * other.exactLine();
        weights += weight;
      }
    }
    return weights == 0 ? item.exactLine() : sum / weights;
  }
}
