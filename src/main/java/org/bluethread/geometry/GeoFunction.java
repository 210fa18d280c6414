package org.bluethread.geometry;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionBase;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.util.Context;
import org.locationtech.jts.geom.Geometry;

/**
 * A function of two geometries and perhaps more. It stops a query that was cancelled: one row can
 * call many functions, and ARQ looks up from its work only between rows.
 */
abstract class GeoFunction extends FunctionBase {
  private final int arity;

  GeoFunction(int arity) {
    this.arity = arity;
  }

  /**
   * The value.
   *
   * @param more the arguments behind the second
   * @throws ExprEvalException if there is none
   */
  abstract NodeValue of(Geometry one, Geometry other, List<NodeValue> more);

  /** Nothing: what ARQ is told here, it writes to the log with a stack trace for each query. */
  @Override
  public final void checkBuild(String uri, ExprList arguments) {}

  @Override
  protected final NodeValue exec(List<NodeValue> arguments, FunctionEnv environment) {
    AtomicBoolean cancelled = Context.getCancelSignal(environment.getContext());
    if (cancelled != null && cancelled.get()) {
      throw new QueryCancelledException();
    }
    return exec(arguments);
  }

  @Override
  public final NodeValue exec(List<NodeValue> arguments) {
    if (arguments.size() != arity) {
      throw new ExprEvalException(arity + " arguments are wanted, not " + arguments.size());
    }
    Geometry one = WktLiteral.read(arguments.get(0));
    Geometry other = WktLiteral.read(arguments.get(1));
    Relation.checkWork(one, other);
    return of(one, other, arguments.subList(2, arguments.size()));
  }
}
