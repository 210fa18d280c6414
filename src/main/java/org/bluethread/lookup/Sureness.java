package org.bluethread.lookup;

/** How surely a text means a thing that was found with it, surest first. */
public enum Sureness {
  /** It is the thing's IRI, or spells one of its codes, with or without the owner. */
  IDENTIFIER,
  /** It is one of its labels as a whole, or spells its slug. */
  NAME,
  /** Its labels have the words. */
  WORDS;

  /** What a {@link Hit#score} says. */
  static Sureness of(double score) {
    int steps = Tier.stepsIn(score);
    if (steps >= Tier.OWNED_CODE.steps()) {
      return IDENTIFIER;
    }
    return steps >= Tier.WHOLE_LABEL.steps() ? NAME : WORDS;
  }
}
