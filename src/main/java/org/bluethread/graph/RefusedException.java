package org.bluethread.graph;

import org.bluethread.gate.Report;

/** The gate refused a change; nothing of it was kept. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Report report;

  /**
   * @param report why, with at least one violation
   */
  public RefusedException(Report report) {
    super("The change does not meet the shapes; nothing was stored.");
    this.report = report;
  }

  /** Why. */
  public Report report() {
    return report;
  }
}
