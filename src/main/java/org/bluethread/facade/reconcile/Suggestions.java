package org.bluethread.facade.reconcile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Names that begin as somebody writes.
 *
 * @param result the best of them
 * @see <a
 *     href="https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/#suggest-responses">
 *     Reconciliation Service API 0.2, 7.3</a>
 */
public record Suggestions(List<Suggestion> result) {
  /** Copies the list. */
  public Suggestions {
    result = List.copyOf(result);
  }

  /**
   * A thing, class or property.
   *
   * @param id its IRI
   * @param name its name
   * @param description what it is; empty if nothing says so
   * @param notable the classes of a thing
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Suggestion(String id, String name, String description, List<NamedIri> notable) {
    /** Copies the list. */
    public Suggestion {
      notable = List.copyOf(notable);
    }
  }
}
