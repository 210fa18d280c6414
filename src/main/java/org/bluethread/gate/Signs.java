package org.bluethread.gate;

/**
 * Which changes of a triple can make a constraint fail that held: its coming, its going, or both.
 */
enum Signs {
  COMING,
  GOING,
  BOTH;

  /** Whether triples that came, or else those that went, are among them. */
  boolean include(boolean came) {
    return this == BOTH || (this == COMING) == came;
  }

  /** What it takes to make the constraint hold that failed. */
  Signs opposite() {
    return switch (this) {
      case COMING -> GOING;
      case GOING -> COMING;
      case BOTH -> BOTH;
    };
  }
}
