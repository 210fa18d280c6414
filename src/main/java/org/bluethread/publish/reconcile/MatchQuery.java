package org.bluethread.publish.reconcile;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * One cell of a table that may mean a thing.
 *
 * @param text a name, code or IRI; empty if the constraints alone say what is meant
 * @param types class IRIs, of which a thing must have one; empty for any thing
 * @param everyType whether it must have every one of them
 * @param constraints what else is known of it
 * @param limit how many candidates to give at the most
 */
public record MatchQuery(
    String text, Set<String> types, boolean everyType, List<Constraint> constraints, int limit) {
  /** Copies the collections; nothing may be null. */
  public MatchQuery {
    Objects.requireNonNull(text, "text");
    types = Set.copyOf(types);
    constraints = List.copyOf(constraints);
  }
}
