package org.bluethread.lookup;

import java.util.List;

/**
 * What a name means.
 *
 * @param hits what it may mean, best first, {@value #MOST_HITS} at the most: one thing if the name
 *     decides, none if nothing is called so
 */
public record Meaning(List<Hit> hits) {
  /** The most things among which one has to choose. */
  public static final int MOST_HITS = 50;

  /** Copies the list. */
  public Meaning {
    hits = List.copyOf(hits);
  }
}
