package org.bluethread.facade.layered;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Orders the items of each layer so that few lines cross: each item goes to the mean place of what
 * it is joined to, layer by layer, there and back, and the best order that was seen stays.
 */
final class Ordering {
  private static final int SWEEPS = 12;

  private final List<List<Item>> layers;

  Ordering(List<List<Item>> layers) {
    this.layers = layers;
  }

  void improve() {
    List<List<Item>> best = copy();
    long fewest = crossings();
    for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
      boolean forward = sweep % 2 == 0;
      for (int i = 0; i < layers.size(); i++) {
        order(layers.get(forward ? i : layers.size() - 1 - i), forward);
      }
      long crossings = crossings();
      if (crossings < fewest) {
        fewest = crossings;
        best = copy();
      }
    }
    for (int i = 0; i < layers.size(); i++) {
      layers.get(i).clear();
      layers.get(i).addAll(best.get(i));
      number(layers.get(i));
    }
  }

  private List<List<Item>> copy() {
    List<List<Item>> copies = new ArrayList<>();
    layers.forEach(layer -> copies.add(List.copyOf(layer)));
    return copies;
  }

  private static void order(List<Item> layer, boolean fromBefore) {
    Map<Item, Double> wanted = new HashMap<>();
    for (Item item : layer) {
      wanted.put(
          item,
          item.joined(fromBefore).stream().mapToInt(Item::place).average().orElse(item.place()));
    }
    layer.sort(Comparator.comparing(wanted::get));
    number(layer);
  }

  private static void number(List<Item> layer) {
    for (int i = 0; i < layer.size(); i++) {
      layer.get(i).placeAt(i);
    }
  }

  private long crossings() {
    return layers.stream().mapToLong(Ordering::crossings).sum();
  }

  /** How many pairs of lines to the next layer cross. */
  private static long crossings(List<Item> layer) {
    long crossings = 0;
    List<Integer> ends = new ArrayList<>();
    for (Item item : layer) {
      List<Item> next = item.after();
      for (Item end : next) {
        crossings += ends.stream().filter(other -> other > end.place()).count();
      }
      next.forEach(end -> ends.add(end.place()));
    }
    return crossings;
  }
}
