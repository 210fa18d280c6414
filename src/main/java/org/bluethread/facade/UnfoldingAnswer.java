package org.bluethread.facade;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.bluethread.trace.Thing;
import org.bluethread.trace.Unfolding;

/**
 * What became of a thing, in JSON.
 *
 * @param thing the thing
 * @param depth how many steps away things were to be
 * @param commit the commit it was read at
 * @param askedAt the commit that was asked for, if the graph has moved on since
 * @param downstream what it leads to
 * @param upstream what leads to it
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record UnfoldingAnswer(
    Thing thing,
    int depth,
    long commit,
    Optional<Long> askedAt,
    Unfolding.Branches downstream,
    Unfolding.Branches upstream) {
  static UnfoldingAnswer of(Unfolding unfolding, Optional<Long> askedAt) {
    return new UnfoldingAnswer(
        unfolding.thing(),
        unfolding.depth(),
        unfolding.commit(),
        askedAt,
        unfolding.downstream(),
        unfolding.upstream());
  }
}
