package org.bluethread.publish.catalogue;

import java.util.List;

/**
 * A graph that was read from a source.
 *
 * @param graph the graph; its licence is that under which it is given here
 * @param sources the addresses of what it was read from
 * @param citations how these are cited
 */
public record Sourced(Entry graph, List<String> sources, List<String> citations) {
  /** Copies the lists. */
  public Sourced {
    sources = List.copyOf(sources);
    citations = List.copyOf(citations);
  }
}
