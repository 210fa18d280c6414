package org.bluethread.query;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;

/**
 * Picks a part of a query's rows out of all of them, in their order. It holds no more rows than the
 * part and what its offset leaves out.
 *
 * <p>What lies after a place does not depend on what lies before it: rows that are written or taken
 * away between two parts shift no other.
 */
final class RowPicker {
  private final RowOrder order;
  private final Part part;
  private final Optional<Place> after;
  private final PriorityQueue<PlacedRow> picked;

  /** How many rows were met that are equal to the one that the part begins after. */
  private int equals;

  /**
   * @throws ParameterException if the part begins after what is no place in the order
   */
  RowPicker(RowOrder order, Part part) {
    this.order = order;
    this.part = part;
    this.after = part.after().map(this::place);
    this.picked = new PriorityQueue<>(order.reversed());
  }

  private Place place(String text) {
    return Place.parse(text)
        .filter(order::fits)
        .orElseThrow(
            () ->
                new ParameterException(
                    "after",
                    ParameterException.Problem.MALFORMED,
                    List.of(),
                    Messages.of("after", "after")));
  }

  /** Reads all rows and keeps those of the part. */
  Answer.Rows pick(Iterator<Binding> rows) {
    long most = part.limit().map(limit -> (long) part.offset() + limit).orElse(Long.MAX_VALUE);
    boolean more = false;
    while (rows.hasNext()) {
      PlacedRow row = order.place(rows.next());
      if (lies(row)) {
        boolean full = picked.size() == most;
        more |= full;
        if (full && order.compare(row, picked.peek()) < 0) {
          picked.poll();
          full = false;
        }
        if (!full) {
          picked.add(row);
        }
      }
    }
    List<PlacedRow> sorted = new ArrayList<>(picked);
    sorted.sort(order);
    Optional<Place> next = more ? Optional.of(behindLast(sorted)) : Optional.empty();
    List<PlacedRow> given = sorted.subList(Math.min(part.offset(), sorted.size()), sorted.size());
    RowSet set =
        RowSetStream.create(order.columns(), Iter.map(given.iterator(), PlacedRow::binding));
    return new Answer.Rows(set, next.map(Place::toString));
  }

  /** Whether a row lies after the place that the part begins after. */
  private boolean lies(PlacedRow row) {
    if (after.isEmpty()) {
      return true;
    }
    int comparison = order.compare(row, after.get());
    if (comparison == 0) {
      equals++;
      return equals > after.get().occurrence();
    }
    return comparison > 0;
  }

  private Place behindLast(List<PlacedRow> sorted) {
    PlacedRow last = sorted.get(sorted.size() - 1);
    int before =
        after.filter(place -> order.compare(last, place) == 0).map(Place::occurrence).orElse(0);
    int here = (int) sorted.stream().filter(row -> order.compare(row, last) == 0).count();
    return order.behind(last, before + here);
  }
}
