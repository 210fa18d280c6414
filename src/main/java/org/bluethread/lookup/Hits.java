package org.bluethread.lookup;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One page of an answer.
 *
 * @param total how many things match, on all pages; exact
 * @param hits this page, best first, equal scores by IRI
 * @param standing the commit the whole answer was read at; empty when the index was never fed
 */
public record Hits(long total, List<Hit> hits, Optional<Standing> standing) {

  /** Takes a copy of the list; nothing may be null. */
  public Hits {
    hits = List.copyOf(hits);
    Objects.requireNonNull(standing, "standing");
  }
}
