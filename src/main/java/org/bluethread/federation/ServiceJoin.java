package org.bluethread.federation;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.iterator.IteratorCloseable;
import org.apache.jena.graph.Node;
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
    while (!hasJoined()) {
      end.run();
      end = () -> {};
      if (!input.hasNext()) {
        return false;
      }
      joined = join(block());
    }
    return true;
  }

  private boolean hasJoined() {
    try {
      return joined.hasNext();
    } catch (MemberException e) {
      throw Execution.fail(execution.getContext(), e);
    }
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
    try {
      Source source = services.source(service(block.get(0)));
      return operator.getSilent() ? silently(block, source) : join(block, source);
    } catch (MemberException | ForbiddenAddressException e) {
      throw Execution.fail(execution.getContext(), e);
    }
  }

  /** The rows of a silent one count only when all are there. */
  private Iterator<Binding> silently(List<Binding> block, Source source) {
    try {
      List<Binding> all = new ArrayList<>();
      join(block, source).forEachRemaining(all::add);
      return all.iterator();
    } catch (MemberException e) {
      return block.iterator();
    }
  }

  private Node service(Binding solution) {
    Node named = operator.getService();
    Node bound = named.isVariable() ? solution.get(Var.alloc(named)) : named;
    return bound == null ? named : bound;
  }

  private Iterator<Binding> join(List<Binding> block, Source source) {
    BlockJoin join = new BlockJoin(call.variables(), block);
    Rows rows =
        source.rows(call.query(join.sent(), block), Execution.timeLeft(execution.getContext()));
    end = rows::close;
    return Iter.flatMap(Iter.map(rows, call::received), join::with);
  }
}
