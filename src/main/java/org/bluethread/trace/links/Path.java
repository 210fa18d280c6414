package org.bluethread.trace.links;

import java.util.List;

/**
 * A way from one thing to another, no thing twice.
 *
 * @param things the IRIs on the way, both ends included
 * @param throughHub whether one of them, not an end, is a hub
 * @param mapped how many steps have no link but a mapping
 * @param mentions how many steps have no link that says more than a mention, and are not mapped
 * @param topical how many steps have no better link than one that says what a thing is about or for
 */
public record Path(List<String> things, boolean throughHub, int mapped, int mentions, int topical) {
  /** Copies the list. */
  public Path {
    things = List.copyOf(things);
  }

  /** How many steps it has. */
  public int steps() {
    return things.size() - 1;
  }
}
