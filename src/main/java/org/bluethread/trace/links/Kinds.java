package org.bluethread.trace.links;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The kinds of links: each link property is one, and mappings are another. A kind has a number, and
 * what a step along it costs: nothing, {@link #TOPICAL}, {@link #MENTION} or {@link #MAPPED}, of
 * which sums compare as the order of paths wants it: mapped steps before mentions before topical
 * ones. A path has fewer than a thousand steps.
 *
 * <p>Immutable.
 */
public final class Kinds {
  /** The number of the kind that stands for mappings between frameworks. */
  public static final short MAPPING = 0;

  static final int TOPICAL = 1;
  static final int MENTION = 1 << 10;
  static final int MAPPED = 1 << 20;

  private static final int MOST = Short.MAX_VALUE;

  private final List<String> properties;
  private final Map<String, Short> numbers = new HashMap<>();
  private final int[] costs;

  /**
   * The kinds of a graph.
   *
   * @param properties the IRIs of the link properties
   * @param mentions those among them that say no more than that one thing names another
   * @param topical those among them that say what a thing is about or for, not what was done
   * @throws IllegalArgumentException if there are more than 32,766 properties
   */
  public Kinds(Set<String> properties, Set<String> mentions, Set<String> topical) {
    if (properties.size() >= MOST) {
      throw new IllegalArgumentException(properties.size() + " link properties are too many");
    }
    this.properties = properties.stream().sorted().toList();
    this.costs = new int[properties.size() + 1];
    this.costs[MAPPING] = MAPPED;
    for (int i = 0; i < this.properties.size(); i++) {
      String property = this.properties.get(i);
      numbers.put(property, (short) (i + 1));
      if (mentions.contains(property)) {
        costs[i + 1] = MENTION;
      } else if (topical.contains(property)) {
        costs[i + 1] = TOPICAL;
      }
    }
  }

  /** Whether this IRI is that of a link property. */
  public boolean isLink(String property) {
    return numbers.containsKey(property);
  }

  /** The IRIs of the link properties, sorted. */
  public List<String> properties() {
    return properties;
  }

  /**
   * The number of a link property.
   *
   * @throws IllegalArgumentException if it is none
   */
  public short number(String property) {
    Short number = numbers.get(property);
    if (number == null) {
      throw new IllegalArgumentException(property + " is no link property");
    }
    return number;
  }

  /** The link property of a number other than {@link #MAPPING}. */
  public String property(short kind) {
    return properties.get(kind - 1);
  }

  /** How little a link of a kind says: a kind of less weight makes the better step. */
  public int weight(short kind) {
    return costs[kind];
  }

  static boolean isMapped(int cost) {
    return cost >= MAPPED;
  }
}
