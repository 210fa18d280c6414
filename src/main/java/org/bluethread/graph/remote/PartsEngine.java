package org.bluethread.graph.remote;

import java.util.Collection;
import java.util.Set;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpAsQuery;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpN;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.algebra.optimize.TransformPropertyFunction;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.main.QueryEngineMain;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.util.Context;
import org.bluethread.execution.Calls;

/**
 * Works a query out here, over parts that go to the store: each as large as can be. For one query.
 */
final class PartsEngine extends QueryEngineMain {
  /** What says in SPARQL what it says in the algebra. */
  private static final Set<Class<? extends Op>> PORTABLE =
      Set.of(
          OpBGP.class,
          OpExtend.class,
          OpFilter.class,
          OpGraph.class,
          OpJoin.class,
          OpLeftJoin.class,
          OpMinus.class,
          OpPath.class,
          OpTable.class,
          OpUnion.class);

  private final RemoteDataset remote;

  PartsEngine(Query query, RemoteDataset remote, Binding input, Context context) {
    super(query, remote, input, context);
    this.remote = remote;
  }

  PartsEngine(Op op, RemoteDataset remote, Binding input, Context context) {
    super(op, remote, input, context);
    this.remote = remote;
  }

  @Override
  protected Op modifyOp(Op op) {
    // With FROM, the patterns mean other graphs, and are looked up one by one.
    Op split = TransformPropertyFunction.transform(op, context);
    return super.modifyOp(isDynamicDataset() ? split : shipped(split));
  }

  /** The same with its portable parts given to the store. */
  private Op shipped(Op op) {
    if (isPortable(op)) {
      return op instanceof OpTable ? op : new OpRemote(op, remote);
    }
    return switch (op) {
      case OpGraph graph -> shippedGraph(graph);
      case OpService service -> service;
      case Op1 one -> one.copy(shipped(one.getSubOp()));
      case Op2 two -> two.copy(shipped(two.getLeft()), shipped(two.getRight()));
      case OpN more -> more.copy(more.getElements().stream().map(this::shipped).toList());
      default -> op;
    };
  }

  /**
   * What filters and names values does so as well outside GRAPH, unless it looks into the graph.
   */
  private Op shippedGraph(OpGraph graph) {
    return switch (graph.getSubOp()) {
      case OpFilter filter when !haveTests(filter.getExprs().getList()) ->
          OpFilter.filterBy(
              filter.getExprs(), shipped(new OpGraph(graph.getNode(), filter.getSubOp())));
      case OpExtend extend when !haveTests(extend.getVarExprList().getExprs().values()) ->
          OpExtend.create(
              shipped(new OpGraph(graph.getNode(), extend.getSubOp())), extend.getVarExprList());
      default -> graph;
    };
  }

  /** Whether EXISTS stands anywhere in them. */
  private static boolean haveTests(Collection<Expr> expressions) {
    boolean[] found = new boolean[1];
    ExprVisitorBase visitor =
        new ExprVisitorBase() {
          @Override
          public void visit(ExprFunctionOp test) {
            found[0] = true;
          }
        };
    expressions.forEach(expression -> Walker.walk(expression, visitor));
    return found[0];
  }

  private boolean isPortable(Op op) {
    return isKnown(op) && Calls.in(op).areStandard(context) && isWritable(op);
  }

  private static boolean isKnown(Op op) {
    if (!PORTABLE.contains(op.getClass())) {
      return false;
    }
    return switch (op) {
      case Op1 one -> isKnown(one.getSubOp());
      case Op2 two -> isKnown(two.getLeft()) && isKnown(two.getRight());
      default -> true;
    };
  }

  private static boolean isWritable(Op op) {
    return RemoteEngine.isSparql11(OpAsQuery.asQuery(op));
  }
}
