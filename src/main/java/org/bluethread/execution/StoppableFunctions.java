package org.bluethread.execution;

import org.apache.jena.query.QueryBuildException;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.Rewrite;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.util.Context;

/**
 * Puts functions that can be stopped in the place of those that run away, before Jena's optimiser
 * sees the query: it works out expressions of constants itself.
 */
final class StoppableFunctions extends ExprTransformCopy implements RewriteFactory {
  private static final String FN = "http://www.w3.org/2005/xpath-functions#";
  private static final String POW = "http://www.w3.org/2005/xpath-functions/math#pow";

  private final StopSignal signal;

  StoppableFunctions(StopSignal signal) {
    this.signal = signal;
  }

  @Override
  public Rewrite create(Context context) {
    Rewrite usual = Optimize.getFactory().create(context);
    return op -> usual.rewrite(replacedIn(op));
  }

  private Op replacedIn(Op op) {
    return Transformer.transform(new TransformCopy(), this, op);
  }

  @Override
  public Expr transform(ExprFunctionN function, ExprList arguments) {
    refuseClasses(function);
    if (function instanceof E_Regex || isCall(function, FN + "matches")) {
      return new StoppableRegex(arguments, signal);
    }
    if (function instanceof E_StrReplace || isCall(function, FN + "replace")) {
      return new StoppableReplace(arguments, signal);
    }
    if (function instanceof E_StrConcat) {
      return new BoundedConcat(arguments);
    }
    return isCall(function, POW) && arguments.size() == 2
        ? new BoundedPower(arguments.get(0), arguments.get(1))
        : super.transform(function, arguments);
  }

  /**
   * @throws QueryBuildException if a function is named by the class that Jena would load for it
   */
  private static void refuseClasses(ExprFunctionN function) {
    if (function instanceof E_Function && function.getFunctionIRI().startsWith("java:")) {
      throw new QueryBuildException(
          "The function <"
              + function.getFunctionIRI()
              + "> is not offered here: see the service description for those that are");
    }
  }

  private static boolean isCall(ExprFunctionN function, String iri) {
    return function instanceof E_Function && iri.equals(function.getFunctionIRI());
  }

  @Override
  public Expr transform(ExprFunction2 function, Expr left, Expr right) {
    return function instanceof E_Multiply
        ? new BoundedProduct(left, right)
        : super.transform(function, left, right);
  }
}
