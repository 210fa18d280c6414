package org.bluethread.execution;

import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * Keeps numbers from growing without end: a few dozen multiplications make one that takes minutes
 * to multiply once more, which nothing can stop.
 */
final class Digits {
  /** More than any number that stands for something; about 3,000 decimal digits. */
  private static final long MOST_BITS = 10_000;

  private Digits() {}

  /** How many bits a whole or decimal number takes; 0 for others, whose size is fixed. */
  static long of(NodeValue number) {
    if (number.isInteger()) {
      return number.getInteger().bitLength();
    }
    return number.isDecimal() ? number.getDecimal().unscaledValue().bitLength() : 0;
  }

  /**
   * @throws ExprEvalException if a number of so many bits is too long
   */
  static void bound(long bits) {
    if (bits > MOST_BITS) {
      throw new ExprEvalException("The number has more than " + MOST_BITS + " bits");
    }
  }
}
