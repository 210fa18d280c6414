package org.bluethread.federation;

import java.util.List;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.bluethread.terms.Terms;
import org.eclipse.rdf4j.federated.repository.FedXRepositoryConnection;
import org.eclipse.rdf4j.query.TupleQueryResult;

/** The rows that FedX finds. They end only if every member answered. */
final class FoundRows implements Rows {
  private final FedXRepositoryConnection connection;
  private final TupleQueryResult result;
  private final Asked asked;

  /**
   * @param connection is closed with the rows
   */
  FoundRows(FedXRepositoryConnection connection, TupleQueryResult result, Asked asked) {
    this.connection = connection;
    this.result = result;
    this.asked = asked;
  }

  @Override
  public List<Var> variables() {
    return result.getBindingNames().stream().map(Var::alloc).toList();
  }

  @Override
  public boolean hasNext() {
    boolean more;
    try {
      more = result.hasNext();
    } catch (RuntimeException e) {
      throw Federation.cause(e, asked);
    }
    if (!more) {
      asked.failure().ifPresent(FoundRows::fail);
    }
    return more;
  }

  static void fail(RuntimeException why) {
    throw why;
  }

  @Override
  public Binding next() {
    try {
      return Terms.row(result.next());
    } catch (RuntimeException e) {
      throw Federation.cause(e, asked);
    }
  }

  @Override
  public void close() {
    try {
      result.close();
    } finally {
      connection.close();
    }
  }
}
