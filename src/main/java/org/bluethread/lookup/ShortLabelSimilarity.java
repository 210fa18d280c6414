package org.bluethread.lookup;

import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.SmallFloat;

/**
 * A term found counts one, and up to a half more the shorter the labels it was found in. Nothing
 * else counts, above all no statistics of the index: the same commit gives the same answer, whether
 * the index was built at once or change by change, as entity tags promise.
 */
final class ShortLabelSimilarity extends Similarity {

  /** How many words there are: of a word kept in several forms at one position, one counts. */
  @Override
  public long computeNorm(FieldInvertState state) {
    return SmallFloat.intToByte4(state.getLength() - state.getNumOverlap());
  }

  @Override
  public SimScorer scorer(
      float boost, CollectionStatistics collection, TermStatistics... statistics) {
    return new SimScorer() {
      @Override
      public float score(float frequency, long norm) {
        return boost * (1f + 1f / (1f + SmallFloat.byte4ToInt((byte) norm)));
      }
    };
  }
}
