package org.bluethread.trace.links;

import java.util.List;
import java.util.stream.Stream;

/**
 * The waves that see the ways between two ends: every way is seen by one of those from where it
 * begins together with one of those from where it ends.
 *
 * @param ahead those that see where ways begin
 * @param back those that see where they end
 */
record Sides(List<Side> ahead, List<Side> back) {
  /** Two waves, one from each end. */
  static Sides of(Links links, int from, int to, boolean throughHubs) {
    return new Sides(
        List.of(new Side(new Wave(links, from, throughHubs, to), 0)),
        List.of(new Side(new Wave(links, to, throughHubs, from), 0)));
  }

  /**
   * Waves from the two ends and from a crossing, which many links meet at. A way either keeps off
   * it, or leads to it and on from it, and no wave from an end goes on from it. So what is next to
   * it is seen where a way can lead over it, but not because one could come back to the crossing.
   *
   * @param steps how many steps the crossing is from where ways begin
   * @param rest how many it is from where they end
   */
  static Sides around(
      int crossing, int steps, int rest, Links links, int from, int to, boolean throughHubs) {
    Wave middle = new Wave(links, crossing, throughHubs, from, to);
    Wave first = new Wave(links, from, throughHubs, to, crossing);
    Wave last = new Wave(links, to, throughHubs, from, crossing);
    return new Sides(
        List.of(new Side(first, 0), new Side(middle, steps)),
        List.of(new Side(last, 0), new Side(middle, rest)));
  }

  /** Two waves that see ways together. */
  record Pair(Side ahead, Side back) {
    /** How many steps there are from the end of one wave to that of the other, of so many. */
    int stepsBetween(int all) {
      return all - ahead.steps() - back.steps();
    }

    /** How many of these steps both have looked at. */
    int depth() {
      return ahead.wave().depth() + back.wave().depth();
    }

    /** The one ahead, or the other. */
    Side side(boolean isAhead) {
      return isAhead ? ahead : back;
    }

    /** Whether the wave ahead has reached no more than the other. */
    boolean isAheadSmaller() {
      return ahead.wave().places().size() <= back.wave().places().size();
    }

    /** Whether the wave ahead has no more links to look at than the other. */
    boolean isAheadLess() {
      return ahead.wave().work() <= back.wave().work();
    }

    /** Goes on with the wave that has fewer links to look at; false if one has reached all. */
    boolean grow() {
      if (ahead.wave().isComplete() || back.wave().isComplete()) {
        return false;
      }
      side(isAheadLess()).wave().grow();
      return true;
    }
  }

  /** All pairs of waves that see ways together. */
  List<Pair> pairs() {
    return ahead.stream()
        .flatMap(
            one ->
                back.stream()
                    .filter(other -> other.wave() != one.wave())
                    .map(other -> new Pair(one, other)))
        .toList();
  }

  /** All waves, each once. */
  List<Wave> waves() {
    return Stream.concat(ahead.stream(), back.stream()).map(Side::wave).distinct().toList();
  }
}
