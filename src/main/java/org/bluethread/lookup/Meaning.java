package org.bluethread.lookup;

import java.util.List;

/**
 * What a name means.
 *
 * @param sure whether it means one thing alone
 * @param hits the thing it means; if it is not sure, those it may mean, best first, not all of them
 *     if they are many; none if nothing is called so
 */
public record Meaning(boolean sure, List<Hit> hits) {
  /** The most hits among which one has to choose. */
  public static final int MOST_HITS = 10;

  /** Copies the list. */
  public Meaning {
    hits = List.copyOf(hits);
  }
}
