package org.bluethread.execution;

import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.NodeValue;

/** A product that is an error when it has too many digits. */
final class BoundedProduct extends E_Multiply {
  BoundedProduct(Expr left, Expr right) {
    super(left, right);
  }

  @Override
  public NodeValue eval(NodeValue left, NodeValue right) {
    Digits.bound(Digits.of(left) + Digits.of(right));
    return super.eval(left, right);
  }

  @Override
  public Expr copy(Expr left, Expr right) {
    return new BoundedProduct(left, right);
  }
}
