package org.bluethread.trace;

import java.util.List;
import java.util.Optional;

/**
 * How two things are connected, as of one commit.
 *
 * @param from where the paths begin
 * @param to where they end
 * @param hops the most steps a path was to have
 * @param most how many paths were wanted at the most
 * @param chained whether two mapped steps were allowed to follow each other
 * @param commit the commit it was found at
 * @param paths the best paths, best first
 * @param gap why there is no path; empty if there is one
 */
public record Trace(
    Thing from,
    Thing to,
    int hops,
    int most,
    boolean chained,
    long commit,
    List<Way> paths,
    Optional<Gap> gap) {
  /** Copies the list. */
  public Trace {
    paths = List.copyOf(paths);
  }

  /**
   * One path.
   *
   * @param throughHub whether a thing between its ends is a hub
   * @param mapped how many steps rest on a mapping alone
   * @param mentions how many steps rest on a mention alone
   * @param topical how many steps only say what something is about or for
   * @param steps its steps, from the beginning to the end
   */
  public record Way(boolean throughHub, int mapped, int mentions, int topical, List<Step> steps) {
    /** Copies the list. */
    public Way {
      steps = List.copyOf(steps);
    }
  }

  /**
   * Why there is no path, and how near the ends come to each other.
   *
   * @param fromReach how far the beginning reaches
   * @param toReach how far the end reaches
   * @param stepsNeeded how many steps the best path has that is longer than was asked for; empty if
   *     * there is none either
   * @param nearest the two things, one reached from either end, that stand nearest to each other;
   *     empty if there is a longer path, or if no document speaks of two such things
   */
  public record Gap(
      Reach fromReach, Reach toReach, Optional<Integer> stepsNeeded, Optional<Nearest> nearest) {}

  /**
   * How far a thing reaches.
   *
   * @param things how many other things can be reached from it
   * @param steps how many steps away the farthest of them is
   * @param complete whether these are all; else the count was broken off
   */
  public record Reach(int things, int steps, boolean complete) {}

  /**
   * Two things that nothing joins but that one unit or document speaks of.
   *
   * @param one a thing reached from the beginning
   * @param other a thing reached from the end
   * @param place the IRI of the unit or document that speaks of both
   * @param placeName how it is cited
   */
  public record Nearest(Thing one, Thing other, String place, String placeName) {}
}
