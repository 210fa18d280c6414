package org.bluethread.facade.reconcile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns that were asked for.
 *
 * @param meta what they are
 * @param rows for each thing, for each column, its values
 * @see <a
 *     href="https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/#data-extension-responses">
 *     Reconciliation Service API 0.2, 8.4</a>
 */
public record Extended(List<NamedIri> meta, Map<String, Map<String, List<Cell>>> rows) {
  /** Copies list and map. */
  public Extended {
    meta = List.copyOf(meta);
    rows = new LinkedHashMap<>(rows);
  }
}
