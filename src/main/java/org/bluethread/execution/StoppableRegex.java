package org.bluethread.execution;

import java.util.List;
import java.util.Optional;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.sse.Tags;

/**
 * {@code REGEX} whose matching stops with the query.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-query/#func-regex">SPARQL 1.1, 17.4.3.14</a>
 */
final class StoppableRegex extends ExprFunctionN {
  private final StopSignal signal;
  private final Patterns patterns;

  StoppableRegex(ExprList arguments, StopSignal signal) {
    super(Tags.tagRegex, arguments);
    this.signal = signal;
    this.patterns = new Patterns("REGEX", signal);
  }

  @Override
  public NodeValue eval(List<NodeValue> given) {
    Optional<NodeValue> flags = given.stream().skip(2).findFirst();
    return NodeValue.booleanReturn(patterns.match(given.get(0), given.get(1), flags).find());
  }

  @Override
  public Expr copy(ExprList arguments) {
    return new StoppableRegex(arguments, signal);
  }
}
