package org.bluethread.execution;

import java.util.List;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * {@code CONCAT} that is an error when it makes too long a text: a few dozen in a row would double
 * a text until memory is full.
 */
final class BoundedConcat extends E_StrConcat {
  private static final long MOST_CHARACTERS = 10_000_000;

  BoundedConcat(ExprList arguments) {
    super(arguments);
  }

  @Override
  public NodeValue eval(List<NodeValue> texts) {
    long length = texts.stream().mapToLong(text -> text.asString().length()).sum();
    if (length > MOST_CHARACTERS) {
      throw new ExprEvalException("The text has more than " + MOST_CHARACTERS + " characters");
    }
    return super.eval(texts);
  }

  @Override
  public Expr copy(ExprList arguments) {
    return new BoundedConcat(arguments);
  }
}
