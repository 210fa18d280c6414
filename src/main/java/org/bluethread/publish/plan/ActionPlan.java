package org.bluethread.publish.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * A plan that sets strategic directions, row by row. Immutable.
 *
 * @param plan the plan
 * @param rows its rows, in no order; {@link PlanReader#MOST_ROWS} at the most
 * @param complete whether these are all
 */
public record ActionPlan(Node plan, List<PlanRow> rows, boolean complete) {
  /** Copies the list. */
  public ActionPlan {
    rows = List.copyOf(rows);
  }

  /** The rows that have all that is chosen. */
  public List<PlanRow> rows(PlanFilter filter) {
    return rows.stream().filter(filter::passes).toList();
  }

  /** The plan, and all that has a name in its rows; things may come more than once. */
  public Stream<Node> things() {
    return Stream.concat(Stream.of(plan), rows.stream().flatMap(PlanRow::things));
  }

  /** How many outputs, and actions that the plan says have none, have all that is chosen. */
  public long count(PlanFilter filter) {
    return rows.stream().filter(row -> row.isCounted() && filter.passes(row)).count();
  }

  /**
   * How many rows would be left with each value of a facet, besides all that is chosen of others.
   *
   * @return the values that any row has; 0 for those that would leave none
   */
  public Map<Node, Long> counts(Facet facet, PlanFilter filter) {
    PlanFilter others = filter.with(facet, Optional.empty());
    Map<Node, Long> counts = new LinkedHashMap<>();
    for (PlanRow row : rows) {
      values(facet, row).forEach(value -> counts.putIfAbsent(value, 0L));
      if (row.isCounted() && others.passes(row)) {
        others.values(facet, row).forEach(value -> counts.merge(value, 1L, Long::sum));
      }
    }
    return counts;
  }

  /** All values that rows have of a facet, whatever else is chosen. */
  private static List<Node> values(Facet facet, PlanRow row) {
    return new PlanFilter(Map.of(), false).values(facet, row);
  }
}
