package org.bluethread.graph.remote;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.PlanOp;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.util.Context;
import org.bluethread.execution.Calls;
import org.bluethread.execution.StopSignal;

/**
 * Carries out queries on a store elsewhere. A query that the SPARQL 1.1 specification explains goes
 * there as a whole, and its rows come back while they are found. One that calls what is known here
 * alone, such as a function of GeoSPARQL or a trace, is worked out here, and the parts of it that
 * the store can carry out go there ({@link PartsEngine}).
 */
final class RemoteEngine implements QueryEngineFactory {
  @Override
  public boolean accept(Query query, DatasetGraph dataset, Context context) {
    return dataset instanceof RemoteDataset;
  }

  @Override
  public Plan create(Query query, DatasetGraph dataset, Binding input, Context context) {
    RemoteDataset remote = (RemoteDataset) dataset;
    return input.isEmpty() && isStandard(query, context)
        ? new PlanOp(Algebra.compile(query), () -> {}, rows(query, remote, context))
        : new PartsEngine(query, remote, input, context).getPlan();
  }

  @Override
  public boolean accept(Op op, DatasetGraph dataset, Context context) {
    return dataset instanceof RemoteDataset;
  }

  @Override
  public Plan create(Op op, DatasetGraph dataset, Binding input, Context context) {
    return new PartsEngine(op, (RemoteDataset) dataset, input, context).getPlan();
  }

  private static boolean isStandard(Query query, Context context) {
    return Calls.in(Algebra.compile(query)).areStandard(context) && isSparql11(query);
  }

  /** Whether it uses nothing that came after SPARQL 1.1. */
  static boolean isSparql11(Query query) {
    try {
      QueryFactory.create(query.toString(), Syntax.syntaxSPARQL_11);
      return true;
    } catch (QueryException e) {
      return false;
    }
  }

  private static QueryIterator rows(Query query, RemoteDataset remote, Context context) {
    StopSignal signal = StopSignal.of(context);
    if (query.isAskType()) {
      boolean truth = remote.client().truth(remote.view(signal).text(query), signal);
      List<Binding> solutions = truth ? List.of(BindingFactory.root()) : List.of();
      return QueryIterPlainWrapper.create(solutions.iterator());
    }
    return QueryIterPlainWrapper.create(select(toSelect(query), remote, signal));
  }

  /** The rows of a SELECT. */
  static Iterator<Binding> select(Query select, RemoteDataset remote, StopSignal signal) {
    return remote.client().rows(remote.view(signal).text(select), signal);
  }

  /** The query whose rows fill the template of CONSTRUCT. */
  private static Query toSelect(Query query) {
    if (query.isSelectType()) {
      return query;
    }
    Query select = query.cloneQuery();
    List<Var> variables =
        query.getConstructTemplate().getQuads().stream()
            .flatMap(
                quad ->
                    Stream.of(
                        quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject()))
            .filter(Node::isVariable)
            .map(Var::alloc)
            .filter(variable -> !variable.isBlankNodeVar())
            .distinct()
            .toList();
    select.setQuerySelectType();
    if (variables.isEmpty()) {
      select.setQueryResultStar(true);
    } else {
      variables.forEach(select::addResultVar);
    }
    return select;
  }
}
