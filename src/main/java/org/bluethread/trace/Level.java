package org.bluethread.trace;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The levels of a trace, from mandate to evidence. Which classes stand on which is data: {@code
 * bt:level} in the ontology.
 */
public enum Level {
  /** Instruments, frameworks and plans. */
  MANDATE,
  /** Decisions and their parts. */
  DECISION,
  /** Goals, targets and indicators. */
  TARGET,
  /** What plans intend. */
  ACTION,
  /** What came out of it, on paper or not. */
  OUTPUT,
  /** What was done. */
  ACTIVITY,
  /** What was recorded, and where it is kept. */
  DATASET;

  /** What the ontology and the words of the interface call it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The level of a name. */
  static Optional<Level> of(String code) {
    return Arrays.stream(values()).filter(level -> level.code().equals(code)).findFirst();
  }
}
