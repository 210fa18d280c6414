package org.bluethread.execution;

import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpPropFunc;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterPath;
import org.apache.jena.sparql.engine.iterator.QueryIterProcedure;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.procedure.ProcEval;
import org.apache.jena.sparql.procedure.Procedure;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;
import org.apache.jena.tdb2.solver.QC2;

/**
 * TDB2's executor, whose patterns look at the flag for every tuple, and whose paths and property
 * functions read through a graph that does. Jena's own only look between operators: a pattern
 * without a solution, or a path, goes on for as long as it takes.
 */
final class StoppableExecutor extends OpExecutorTDB2 {
  private final StopSignal signal;

  private StoppableExecutor(ExecutionContext context, StopSignal signal) {
    super(context);
    this.signal = signal;
  }

  /** Lets a query's context use it. */
  static void into(Context context, StopSignal signal) {
    QC.setFactory(context, execution -> new StoppableExecutor(execution, signal));
    QC2.setFilter(
        context,
        tuple -> {
          signal.check();
          return true;
        });
  }

  @Override
  protected QueryIterator execute(OpPath path, QueryIterator input) {
    return new QueryIterPath(path.getTriplePath(), input, reading());
  }

  @Override
  protected QueryIterator execute(OpPropFunc call, QueryIterator input) {
    Procedure function =
        ProcEval.build(call.getProperty(), call.getSubjectArgs(), call.getObjectArgs(), reading());
    return new QueryIterProcedure(exec(call.getSubOp(), input), function, reading());
  }

  private ExecutionContext reading() {
    return ExecutionContext.copyChangeActiveGraph(
        execCxt, new StoppableGraph(execCxt.getActiveGraph(), signal));
  }
}
