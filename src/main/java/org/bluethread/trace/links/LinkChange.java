package org.bluethread.trace.links;

import java.util.List;
import java.util.Map;

/**
 * What a commit changes about links.
 *
 * @param commit the commit
 * @param removed links that went
 * @param added links that came
 * @param hubs things that became hubs (true) or ceased to be (false)
 */
public record LinkChange(
    long commit, List<Link> removed, List<Link> added, Map<String, Boolean> hubs) {
  /** Copies the collections. */
  public LinkChange {
    removed = List.copyOf(removed);
    added = List.copyOf(added);
    hubs = Map.copyOf(hubs);
  }
}
