package org.bluethread.lookup;

import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;

/**
 * How surely a question means a thing, surest first. The best tier a thing reaches decides its
 * place; within a tier the words do, whose score stays far below the step from tier to tier.
 */
enum Tier {
  /** The text is its IRI. */
  IRI(7),
  /** The text spells one of its codes. */
  CODE(6),
  /** The text spells one of its codes with the owner before it. */
  OWNED_CODE(5),
  /** The text spells its slug, with or without the owner. */
  SLUG(4),
  /** The text is a preferred label of it, as a whole. */
  WHOLE_PREFERRED_LABEL(3),
  /** The text is a label of it, as a whole. */
  WHOLE_LABEL(2),
  /** All words are in its preferred labels. */
  PREFERRED_LABELS(1);

  private static final float STEP = 1_000f;

  private final int steps;

  Tier(int steps) {
    this.steps = steps;
  }

  int steps() {
    return steps;
  }

  /** The steps of the tier that a score was reached in; 0 if it was reached by words alone. */
  static int stepsIn(double score) {
    return (int) (score / STEP);
  }

  /** The query, whose matches reach this tier. */
  Query of(Query query) {
    return new BoostQuery(new ConstantScoreQuery(query), STEP * steps);
  }
}
