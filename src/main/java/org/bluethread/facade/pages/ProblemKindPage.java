package org.bluethread.facade.pages;

import org.bluethread.facade.problem.ProblemKind;

/**
 * What a kind of problem means.
 *
 * @param kind the kind
 */
public record ProblemKindPage(ProblemKind kind) {
  /** The kind in a few words. */
  public String title(Ui ui) {
    return kind.title().in(ui.language());
  }
}
