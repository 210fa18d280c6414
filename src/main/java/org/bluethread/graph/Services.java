package org.bluethread.graph;

import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVisitorBase;

/** Finds where a query would ask another endpoint: SERVICE, wherever in it that stands. */
public final class Services {
  private Optional<Node> found = Optional.empty();

  private Services() {}

  /**
   * The endpoint that a query would ask, which may be a variable.
   *
   * @param query in SPARQL algebra
   * @return one of them; empty if the query has no SERVICE
   */
  public static Optional<Node> in(Op query) {
    Services services = new Services();
    services.walk(query);
    return services.found;
  }

  private void walk(Op op) {
    Walker.walk(
        op,
        new OpVisitorBase() {
          @Override
          public void visit(OpService service) {
            found = Optional.of(service.getService());
          }

          // The walker of Jena 5.6.0 looks into filters, but not into these.
          @Override
          public void visit(OpOrder order) {
            order.getConditions().forEach(condition -> walk(condition.getExpression()));
          }

          @Override
          public void visit(OpGroup group) {
            group.getAggregators().stream()
                .map(aggregator -> aggregator.getAggregator().getExprList())
                .filter(Objects::nonNull)
                .forEach(expressions -> expressions.forEach(Services.this::walk));
          }
        });
  }

  private void walk(Expr expression) {
    Walker.walk(
        expression,
        new ExprVisitorBase() {
          @Override
          public void visit(ExprFunctionOp pattern) {
            walk(pattern.getGraphPattern());
          }
        });
  }
}
