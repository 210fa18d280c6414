package org.bluethread.publish.plan;

/** What the rows of a plan can be chosen by. */
public enum Facet {
  /** An organ that has a part in the row. */
  ORGAN,
  /** What part an organ has: one of the subproperties of {@code bt:involvesOrgan}. */
  ROLE,
  /** The year a row is due by. */
  YEAR,
  /** A time frame that names no year, such as every year. */
  FRAME,
  /** The strategic direction a row stands under. */
  DIRECTION
}
