package org.bluethread.facade.answers;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;

/**
 * Which state of the graph an answer is of.
 *
 * @param commit the commit; a store elsewhere has none
 * @param refreshed when a store elsewhere was last read
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record AsOf(Optional<Long> commit, Optional<Instant> refreshed) {
  /** A commit of this program's own store. */
  public static AsOf commit(long number) {
    return new AsOf(Optional.of(number), Optional.empty());
  }

  /** A store elsewhere, as it was then. */
  public static AsOf time(Instant refreshed) {
    return new AsOf(Optional.empty(), Optional.of(refreshed));
  }
}
