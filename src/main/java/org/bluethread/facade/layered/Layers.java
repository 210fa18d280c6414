package org.bluethread.facade.layered;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A picture in layers. Items are joined to items of the next layer only: what joins layers that are
 * farther apart takes up room in each between them, so that no line runs through a box. The same
 * items in the same order always give the same picture. Not safe for threads.
 *
 * @see <a href="https://doi.org/10.1109/TSMC.1981.4308636">Sugiyama, Tagawa, Toda: Methods for
 *     visual understanding of hierarchical system structures</a>
 */
public final class Layers {
  private final List<List<Item>> layers;

  /**
   * @param count how many layers there are
   */
  public Layers(int count) {
    this.layers = Stream.generate(() -> (List<Item>) new ArrayList<Item>()).limit(count).toList();
  }

  /**
   * Adds an item. Lines meet it at one height, which is tried to be that of what it is joined to.
   *
   * @param layer the number of its layer, from zero
   * @param above how much room it takes up above that
   * @param below how much room it takes up below that
   */
  public Item add(int layer, int above, int below) {
    Item item = new Item(layer, above, below);
    item.placeAt(layers.get(layer).size());
    layers.get(layer).add(item);
    return item;
  }

  /**
   * Joins two items.
   *
   * @throws IllegalArgumentException if they are not in layers next to each other
   */
  public void join(Item one, Item other) {
    if (Math.abs(one.layer() - other.layer()) != 1) {
      throw new IllegalArgumentException("Layers " + one.layer() + " and " + other.layer());
    }
    if (one.layer() < other.layer()) {
      one.leadTo(other);
    } else {
      other.leadTo(one);
    }
  }

  /**
   * Gives each item its place.
   *
   * @param top how far below the top of the picture the highest item begins
   * @param gap how far items of a layer are apart
   * @return how far below the top of the picture the lowest item ends
   */
  public int arrange(int top, int gap) {
    new Ordering(layers).improve();
    new Placing(layers, gap).settle();
    int highest = items().mapToInt(Item::top).min().orElse(0);
    items().forEach(item -> item.moveTo(item.line() - highest + top));
    return items().mapToInt(Item::bottom).max().orElse(top);
  }

  private Stream<Item> items() {
    return layers.stream().flatMap(List::stream);
  }
}
