package org.bluethread.graph.remote;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.atlas.io.IndentedWriter;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpAsQuery;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpExt;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.table.TableN;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.serializer.SerializationContext;
import org.apache.jena.sparql.util.NodeIsomorphismMap;
import org.bluethread.execution.StopSignal;
import org.bluethread.graph.Batches;

/**
 * A part of a query that the store carries out. What comes before it goes along a hundred rows at a
 * time, so that the store gives what fits and no more.
 */
final class OpRemote extends OpExt {
  private static final int ROWS_AT_A_TIME = 100;

  private final Op part;
  private final RemoteDataset remote;

  OpRemote(Op part, RemoteDataset remote) {
    super("elsewhere");
    this.part = part;
    this.remote = remote;
  }

  @Override
  public Op effectiveOp() {
    return part;
  }

  @Override
  public QueryIterator eval(QueryIterator input, ExecutionContext context) {
    StopSignal signal = StopSignal.of(context.getContext());
    Iterator<Binding> joined =
        Iter.flatMap(new Batches<>(input, ROWS_AT_A_TIME), batch -> joined(batch, signal));
    return QueryIterPlainWrapper.create(Iter.onClose(joined, input::close), context);
  }

  private Iterator<Binding> joined(List<Binding> batch, StopSignal signal) {
    Set<Var> variables = new LinkedHashSet<>(OpVars.visibleVars(part));
    List<Var> shared =
        variables.stream()
            .filter(variable -> batch.stream().allMatch(row -> isSayable(row.get(variable))))
            .toList();
    Map<List<Node>, List<Binding>> given =
        batch.stream().collect(Collectors.groupingBy(row -> values(row, shared)));
    Iterator<Binding> found = RemoteEngine.select(query(given.keySet(), shared), remote, signal);
    return Iter.flatMap(
        found,
        row ->
            Iter.removeNulls(
                Iter.map(
                    given.getOrDefault(values(row, shared), List.of()).iterator(),
                    before -> Algebra.merge(before, row))));
  }

  private static boolean isSayable(Node node) {
    return node != null && Sayable.is(node);
  }

  private static List<Node> values(Binding row, List<Var> variables) {
    return variables.stream().map(row::get).filter(Objects::nonNull).toList();
  }

  private Query query(Collection<List<Node>> rows, List<Var> variables) {
    if (variables.isEmpty()) {
      return OpAsQuery.asQuery(part);
    }
    TableN table = new TableN(variables);
    for (List<Node> row : rows) {
      BindingBuilder binding = BindingFactory.builder();
      for (int i = 0; i < row.size(); i++) {
        binding.add(variables.get(i), row.get(i));
      }
      table.addBinding(binding.build());
    }
    return OpAsQuery.asQuery(OpJoin.create(OpTable.create(table), part));
  }

  @Override
  public void outputArgs(IndentedWriter out, SerializationContext context) {
    part.output(out, context);
  }

  @Override
  public int hashCode() {
    return part.hashCode();
  }

  @Override
  public boolean equalTo(Op other, NodeIsomorphismMap labels) {
    return other instanceof OpRemote one && part.equalTo(one.part, labels);
  }
}
