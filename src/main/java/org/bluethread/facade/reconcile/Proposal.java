package org.bluethread.facade.reconcile;

import java.util.List;

/**
 * Properties that the things of a class have.
 *
 * @param type the class as asked for
 * @param limit how many were asked for
 * @param properties those that are used most
 * @see <a
 *     href="https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/#data-extension-property-proposals">
 *     Reconciliation Service API 0.2, 8.2</a>
 */
public record Proposal(String type, int limit, List<NamedIri> properties) {
  /** Copies the list. */
  public Proposal {
    properties = List.copyOf(properties);
  }
}
