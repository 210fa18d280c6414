package org.bluethread.federation;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.bluethread.terms.Terms;
import org.eclipse.rdf4j.common.iteration.AbstractCloseableIteration;
import org.eclipse.rdf4j.common.iteration.CloseableIteration;
import org.eclipse.rdf4j.common.iteration.EmptyIteration;
import org.eclipse.rdf4j.federated.FederationContext;
import org.eclipse.rdf4j.federated.algebra.ExclusiveTupleExpr;
import org.eclipse.rdf4j.federated.algebra.FilterValueExpr;
import org.eclipse.rdf4j.federated.evaluation.TripleSource;
import org.eclipse.rdf4j.federated.evaluation.iterator.ConsumingIteration;
import org.eclipse.rdf4j.federated.evaluation.iterator.FilteringInsertBindingsIteration;
import org.eclipse.rdf4j.federated.evaluation.iterator.FilteringIteration;
import org.eclipse.rdf4j.federated.evaluation.iterator.InsertBindingsIteration;
import org.eclipse.rdf4j.federated.evaluation.iterator.SingleBindingSetIteration;
import org.eclipse.rdf4j.federated.structures.QueryInfo;
import org.eclipse.rdf4j.federated.structures.QueryType;
import org.eclipse.rdf4j.federated.util.QueryStringUtil;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.query.Dataset;
import org.eclipse.rdf4j.query.algebra.StatementPattern;
import org.eclipse.rdf4j.query.algebra.TupleExpr;
import org.eclipse.rdf4j.query.impl.EmptyBindingSet;

/**
 * How FedX asks a member: by queries in SPARQL, whatever the member is. Safe for threads.
 *
 * <p>FedX cannot join a blank node of one answer with another answer, and would leave such rows out
 * without a word; here that is an error.
 */
final class MemberTripleSource implements TripleSource {
  private static final String BLANK_NODE = "<" + QueryStringUtil.BNODE_URI.stringValue() + ">";

  private final String name;
  private final Source source;
  private final int mostHeld;

  /**
   * @param name of the member
   * @param source what is asked
   * @param federation whose settings hold
   */
  MemberTripleSource(String name, Source source, FederationContext federation) {
    this.name = name;
    this.source = source;
    this.mostHeld = federation.getConfig().getConsumingIterationMax();
  }

  @Override
  public CloseableIteration<BindingSet> getStatements(
      String query, BindingSet bindings, FilterValueExpr filter, QueryInfo info) {
    CloseableIteration<BindingSet> rows = rows(query, info);
    try {
      if (filter != null && bindings.isEmpty()) {
        rows = new FilteringIteration(filter, rows, info.getStrategy());
      } else if (filter != null) {
        rows = new FilteringInsertBindingsIteration(filter, bindings, rows, info.getStrategy());
      } else if (!bindings.isEmpty()) {
        rows = new InsertBindingsIteration(rows, bindings);
      }
      // A request that waits for its reader keeps a connection that the reader may be waiting for.
      return new ConsumingIteration(rows, mostHeld);
    } catch (RuntimeException e) {
      rows.close();
      throw e;
    }
  }

  @Override
  public CloseableIteration<BindingSet> getStatements(
      String query, BindingSet bindings, QueryType type, QueryInfo info) {
    if (type == QueryType.ASK) {
      return truth(query, info)
          ? new SingleBindingSetIteration(EmptyBindingSet.getInstance())
          : new EmptyIteration<>();
    }
    return rows(query, info);
  }

  private CloseableIteration<BindingSet> rows(String query, QueryInfo info) {
    Asked asked = Asked.with(info);
    return noting(asked, () -> new RowIteration(source.rows(checked(query), time(info)), asked));
  }

  private boolean truth(String query, QueryInfo info) {
    return noting(Asked.with(info), () -> source.truth(checked(query), time(info)));
  }

  private static <T> T noting(Asked asked, Supplier<T> step) {
    try {
      return step.get();
    } catch (RuntimeException e) {
      throw asked.failed(e);
    }
  }

  private String checked(String query) {
    if (query.contains(BLANK_NODE)) {
      throw new FederatedQueryException(FederatedQueryException.Fault.BLANK_NODE, name);
    }
    return query;
  }

  private static Duration time(QueryInfo info) {
    return Duration.ofMillis(
        Math.max(1, Math.min(info.getMaxRemainingTimeMS(), Integer.MAX_VALUE)));
  }

  @Override
  public boolean hasStatements(
      StatementPattern pattern, BindingSet bindings, QueryInfo info, Dataset dataset) {
    return truth(QueryStringUtil.askQueryString(pattern, bindings, dataset), info);
  }

  @Override
  public boolean hasStatements(ExclusiveTupleExpr group, BindingSet bindings) {
    QueryInfo info = group.getQueryInfo();
    return truth(QueryStringUtil.askQueryString(group, bindings, info.getDataset()), info);
  }

  @Override
  public boolean usePreparedQuery(StatementPattern pattern, QueryInfo info) {
    return true;
  }

  @Override
  public CloseableIteration<BindingSet> getStatements(
      TupleExpr query, BindingSet bindings, FilterValueExpr filter, QueryInfo info) {
    throw byText();
  }

  @Override
  public CloseableIteration<BindingSet> getStatements(
      StatementPattern pattern, BindingSet bindings, FilterValueExpr filter, QueryInfo info) {
    throw byText();
  }

  @Override
  public CloseableIteration<Statement> getStatements(
      Resource subject, IRI property, Value object, QueryInfo info, Resource... graphs) {
    throw byText();
  }

  @Override
  public boolean hasStatements(
      Resource subject, IRI property, Value object, QueryInfo info, Resource... graphs) {
    throw byText();
  }

  private static UnsupportedOperationException byText() {
    return new UnsupportedOperationException("FedX asks members of this kind by text.");
  }

  private final class RowIteration extends AbstractCloseableIteration<BindingSet> {
    private final Rows rows;
    private final Asked asked;
    private final List<Var> variables;
    private final List<String> names;

    RowIteration(Rows rows, Asked asked) {
      this.rows = rows;
      this.asked = asked;
      this.variables = rows.variables();
      this.names = variables.stream().map(Var::getVarName).toList();
    }

    @Override
    public boolean hasNext() {
      return !isClosed() && noting(asked, rows::hasNext);
    }

    @Override
    public BindingSet next() {
      return noting(asked, () -> terms(rows.next()));
    }

    private BindingSet terms(Binding row) {
      try {
        return Terms.row(names, variables, row);
      } catch (IllegalArgumentException e) {
        throw new MemberException(name, "answered with " + e.getMessage(), e);
      }
    }

    @Override
    public void remove() {
      throw new UnsupportedOperationException("Members are only read.");
    }

    @Override
    protected void handleClose() {
      rows.close();
    }
  }
}
