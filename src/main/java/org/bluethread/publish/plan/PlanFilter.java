package org.bluethread.publish.plan;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.bluethread.publish.plan.PlanRow.Part;
import org.bluethread.publish.plan.PlanRow.TimeFrame;

/**
 * Which rows of a plan are wanted: those that have all that is chosen. An organ and a role are
 * chosen together: the organ has that role.
 *
 * @param chosen what is chosen
 * @param withoutOutput whether only actions are wanted of which the plan says they have no output
 */
public record PlanFilter(Map<Facet, Node> chosen, boolean withoutOutput) {
  /** Copies the map. */
  public PlanFilter {
    chosen = Map.copyOf(chosen);
  }

  /** The same with another value of a facet; without one if it is empty. */
  public PlanFilter with(Facet facet, Optional<Node> value) {
    Map<Facet, Node> changed = new EnumMap<>(Facet.class);
    changed.putAll(chosen);
    changed.remove(facet);
    value.ifPresent(node -> changed.put(facet, node));
    return new PlanFilter(changed, withoutOutput);
  }

  /** Whether a row has all that is chosen. */
  public boolean passes(PlanRow row) {
    return (!withoutOutput || row.withoutOutput())
        && isFree(Facet.DIRECTION, row.direction())
        && (isFree(Facet.ORGAN, Facet.ROLE) || row.parts().stream().anyMatch(this::passes))
        && (isFree(Facet.YEAR) || row.timeFrames().stream().anyMatch(this::isDue))
        && (isFree(Facet.FRAME) || row.timeFrames().stream().anyMatch(this::isWithin));
  }

  /** The values of a facet that a row is found under. */
  List<Node> values(Facet facet, PlanRow row) {
    return switch (facet) {
      case ORGAN ->
          row.parts().stream()
              .filter(part -> isFree(Facet.ROLE, part.role()))
              .map(Part::organ)
              .distinct()
              .toList();
      case ROLE ->
          row.parts().stream()
              .filter(part -> isFree(Facet.ORGAN, part.organ()))
              .map(Part::role)
              .distinct()
              .toList();
      case YEAR ->
          row.timeFrames().stream().flatMap(one -> one.year().stream()).distinct().toList();
      case FRAME ->
          row.timeFrames().stream()
              .filter(one -> one.year().isEmpty())
              .map(TimeFrame::thing)
              .distinct()
              .toList();
      case DIRECTION -> List.of(row.direction());
    };
  }

  private boolean passes(Part part) {
    return isFree(Facet.ORGAN, part.organ()) && isFree(Facet.ROLE, part.role());
  }

  private boolean isDue(TimeFrame frame) {
    return frame.year().filter(year -> year.equals(chosen.get(Facet.YEAR))).isPresent();
  }

  private boolean isWithin(TimeFrame frame) {
    return frame.thing().equals(chosen.get(Facet.FRAME));
  }

  private boolean isFree(Facet facet, Node value) {
    return chosen.getOrDefault(facet, value).equals(value);
  }

  private boolean isFree(Facet... facets) {
    return List.of(facets).stream().noneMatch(chosen::containsKey);
  }
}
