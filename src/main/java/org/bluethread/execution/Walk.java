package org.bluethread.execution;

import java.util.Objects;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunction0;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVisitorBase;

/**
 * A walk through a whole query: filters, sort keys, aggregates, and the patterns of {@code EXISTS}
 * inside any of them.
 *
 * @param services is told each {@code SERVICE}
 * @param functions is told each function that is called
 * @param properties is told each property that stands in a triple, paths apart
 */
record Walk(
    Consumer<OpService> services, Consumer<ExprFunction> functions, Consumer<Node> properties) {
  void through(Op query) {
    Walker.walk(query, new Operators(), new Expressions());
  }

  private void through(Expr expression) {
    Walker.walk(expression, new Operators(), new Expressions());
  }

  private final class Operators extends OpVisitorBase {
    @Override
    public void visit(OpService service) {
      services.accept(service);
    }

    @Override
    public void visit(OpBGP pattern) {
      pattern.getPattern().forEach(triple -> properties.accept(triple.getPredicate()));
    }

    // The walker of Jena 5.6.0 looks into filters, but not into these.
    @Override
    public void visit(OpOrder order) {
      order.getConditions().forEach(condition -> through(condition.getExpression()));
    }

    @Override
    public void visit(OpGroup group) {
      group.getAggregators().stream()
          .map(aggregator -> aggregator.getAggregator().getExprList())
          .filter(Objects::nonNull)
          .forEach(expressions -> expressions.forEach(Walk.this::through));
    }
  }

  private final class Expressions extends ExprVisitorBase {
    @Override
    public void visit(ExprFunction0 function) {
      functions.accept(function);
    }

    @Override
    public void visit(ExprFunction1 function) {
      functions.accept(function);
    }

    @Override
    public void visit(ExprFunction2 function) {
      functions.accept(function);
    }

    @Override
    public void visit(ExprFunction3 function) {
      functions.accept(function);
    }

    @Override
    public void visit(ExprFunctionN function) {
      functions.accept(function);
    }

    @Override
    public void visit(ExprFunctionOp pattern) {
      through(pattern.getGraphPattern());
    }
  }
}
