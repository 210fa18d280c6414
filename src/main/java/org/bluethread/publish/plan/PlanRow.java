package org.bluethread.publish.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * One row of a plan: an output; or an action without one; or a direction or sub-direction without
 * action.
 *
 * @param direction the strategic direction it stands under
 * @param subDirection the part of that direction; empty where the action stands under the direction
 *     itself
 * @param action the high-level action
 * @param output the output
 * @param withoutOutput whether the plan says that the action has no output
 * @param parts who has which part in the output, or in the action where there is no output
 * @param timeFrames until when, as normalized
 * @param printed until when, as printed: literals
 * @param units the units of the document that state the row
 */
public record PlanRow(
    Node direction,
    Optional<Node> subDirection,
    Optional<Node> action,
    Optional<Node> output,
    boolean withoutOutput,
    List<Part> parts,
    List<TimeFrame> timeFrames,
    List<Node> printed,
    List<Node> units) {
  /** Copies the lists. */
  public PlanRow {
    parts = List.copyOf(parts);
    timeFrames = List.copyOf(timeFrames);
    printed = List.copyOf(printed);
    units = List.copyOf(units);
  }

  /**
   * The part of an organ.
   *
   * @param role what part: a property
   * @param organ the organ
   */
  public record Part(Node role, Node organ) {}

  /**
   * A time frame.
   *
   * @param thing the time frame itself
   * @param year the year it ends with, a literal; empty if it names none
   * @param recurrence how often it comes again, as a duration of XML Schema; empty if it does not
   */
  public record TimeFrame(Node thing, Optional<Node> year, Optional<String> recurrence) {}

  /** Whether it is counted: an output, or an action of which the plan says that it has none. */
  public boolean isCounted() {
    return output.isPresent() || withoutOutput;
  }

  /** All that has a name in it. */
  Stream<Node> things() {
    return Stream.of(
            Stream.of(direction),
            Stream.of(subDirection, action, output).flatMap(Optional::stream),
            parts.stream().flatMap(part -> Stream.of(part.role(), part.organ())),
            timeFrames.stream().map(TimeFrame::thing),
            units.stream())
        .flatMap(things -> things);
  }
}
