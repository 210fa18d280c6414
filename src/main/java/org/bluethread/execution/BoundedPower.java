package org.bluethread.execution;

import java.math.BigInteger;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.library.Math_pow;

/** {@code math:pow} that is an error when the power has too many digits. */
final class BoundedPower extends ExprFunction2 {
  private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE);

  BoundedPower(Expr base, Expr exponent) {
    super(base, exponent, "pow");
  }

  @Override
  public NodeValue eval(NodeValue base, NodeValue exponent) {
    if (base.isInteger() && exponent.isInteger() && exponent.getInteger().signum() > 0) {
      Digits.bound(exponent.getInteger().min(MOST).longValue() * Math.max(1, Digits.of(base)));
    }
    return new Math_pow().exec(base, exponent);
  }

  @Override
  public Expr copy(Expr base, Expr exponent) {
    return new BoundedPower(base, exponent);
  }
}
