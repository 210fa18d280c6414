package org.bluethread.execution;

import org.apache.jena.query.Query;

/** Whether a query has the same answer each time it is asked, as long as the data stay. */
public final class Reproducible {
  private Reproducible() {}

  /**
   * Whether a query is reproducible: the functions it calls give the same each time, and its
   * template makes no blank nodes.
   *
   * @param query one that asks no other endpoint
   * @param calls what it calls
   */
  public static boolean is(Query query, Calls calls) {
    return calls.services().isEmpty() && calls.giveTheSameEachTime() && !makesBlankNodes(query);
  }

  private static boolean makesBlankNodes(Query query) {
    return query.isConstructType()
        && query.getConstructTemplate().getQuads().stream()
            .anyMatch(
                quad ->
                    quad.getGraph().isBlank()
                        || quad.getSubject().isBlank()
                        || quad.getObject().isBlank());
  }
}
