package org.bluethread.federation;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.jena.atlas.iterator.IteratorCloseable;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.bluethread.execution.Execution;

/**
 * Joins the solutions found so far with those of a SERVICE, which is asked once for each block of
 * them. A member that fails ends the query, unless the SERVICE is SILENT: then the block stays as
 * it was.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-federated-query/#values">SPARQL 1.1 Federated Query,
 *     2.4</a>
 */
final class ServiceJoin implements IteratorCloseable<Binding> {
  private static final int BLOCK = 100;

  private final Services services;
  private final OpService operator;
  private final ServiceCall call;
  private final QueryIterator input;
  private final ExecutionContext execution;
  private Iterator<Binding> joined = List.<Binding>of().iterator();
  private Runnable end = () -> {};

  ServiceJoin(
      Services services, OpService operator, QueryIterator input, ExecutionContext execution) {
    this.services = services;
    this.operator = operator;
    this.call = new ServiceCall(operator.getSubOp());
    this.input = input;
    this.execution = execution;
  }

  @Override
  public boolean hasNext() {
    while (!joined.hasNext()) {
      end.run();
      end = () -> {};
      if (!input.hasNext()) {
        return false;
      }
      joined = join(block());
    }
    return true;
  }

  @Override
  public Binding next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return joined.next();
  }

  @Override
  public void close() {
    end.run();
    input.close();
  }

  /** If a variable names the service, each solution may have another one. */
  private List<Binding> block() {
    int most = operator.getService().isVariable() ? 1 : BLOCK;
    List<Binding> block = new ArrayList<>(most);
    while (block.size() < most && input.hasNext()) {
      block.add(input.next());
    }
    return block;
  }

  private Iterator<Binding> join(List<Binding> block) {
    Source source = services.source(service(block.get(0)));
    try {
      return join(block, source);
    } catch (MemberException e) {
      if (operator.getSilent()) {
        return block.iterator();
      }
      throw e;
    }
  }

  private Node service(Binding solution) {
    Node named = operator.getService();
    Node bound = named.isVariable() ? solution.get(Var.alloc(named)) : named;
    return bound == null ? named : bound;
  }

  private Iterator<Binding> join(List<Binding> block, Source source) {
    List<Var> shared =
        call.variables().stream()
            .filter(variable -> block.stream().anyMatch(one -> one.contains(variable)))
            .toList();
    Rows rows = source.rows(call.query(shared, block), Execution.timeLeft(execution.getContext()));
    end = rows::close;
    Map<List<Node>, List<Binding>> byKey =
        block.stream()
            .filter(one -> shared.stream().allMatch(one::contains))
            .collect(Collectors.groupingBy(one -> key(shared, one)));
    List<Binding> others =
        block.stream().filter(one -> !shared.stream().allMatch(one::contains)).toList();
    Stream<Binding> found =
        stream(rows)
            .map(call::received)
            .flatMap(
                row ->
                    partners(row, shared, byKey, others, block)
                        .filter(one -> Algebra.compatible(one, row))
                        .map(one -> Algebra.merge(one, row)));
    // The rows of a silent one count only when all are there.
    return operator.getSilent() ? found.toList().iterator() : found.iterator();
  }

  private static Stream<Binding> partners(
      Binding row,
      List<Var> shared,
      Map<List<Node>, List<Binding>> byKey,
      List<Binding> others,
      List<Binding> block) {
    return shared.stream().allMatch(row::contains)
        ? Stream.concat(
            byKey.getOrDefault(key(shared, row), List.of()).stream(), others.stream())
        : block.stream();
  }

  private static List<Node> key(List<Var> shared, Binding binding) {
    return shared.stream().map(binding::get).toList();
  }

  private static Stream<Binding> stream(Rows rows) {
    Iterable<Binding> all = () -> rows;
    return StreamSupport.stream(all.spliterator(), false);
  }
}
