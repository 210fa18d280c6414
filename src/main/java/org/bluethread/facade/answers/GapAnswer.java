package org.bluethread.facade.answers;

import java.util.Optional;
import org.bluethread.trace.Trace;
import org.bluethread.trace.Trace.Reach;

/**
 * Why there is no path.
 *
 * @param fromReach how far the beginning reaches
 * @param toReach how far the end reaches
 * @param stepsNeeded how many steps the best path has that is longer than was asked for
 * @param nearest the two things, one reached from either end, that stand nearest to each other
 */
public record GapAnswer(
    Reach fromReach, Reach toReach, Optional<Integer> stepsNeeded, Optional<Nearest> nearest) {
  static GapAnswer of(Trace.Gap gap) {
    return new GapAnswer(
        gap.fromReach(), gap.toReach(), gap.stepsNeeded(), gap.nearest().map(Nearest::of));
  }

  /**
   * Two things that nothing joins but that one unit or document speaks of.
   *
   * @param one a thing reached from the beginning
   * @param other a thing reached from the end
   * @param place the IRI of the unit or document that speaks of both
   * @param placeName how it is cited
   */
  public record Nearest(ThingAnswer one, ThingAnswer other, String place, String placeName) {
    private static Nearest of(Trace.Nearest nearest) {
      return new Nearest(
          ThingAnswer.of(nearest.one()),
          ThingAnswer.of(nearest.other()),
          nearest.place(),
          nearest.placeName());
    }
  }
}
