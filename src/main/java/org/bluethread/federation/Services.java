package org.bluethread.federation;

import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.util.Context;
import org.bluethread.federation.ForbiddenAddressException.Fault;

/**
 * SERVICE in queries over this graph: to declared members, and to nobody else, SILENT or not. Safe
 * for threads.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-federated-query/">SPARQL 1.1 Federated Query</a>
 */
public final class Services {
  private final Federation federation;

  private Services(Federation federation) {
    this.federation = federation;
  }

  /**
   * Lets queries use it.
   *
   * @param federation whose members may be asked
   * @param context of the dataset that is queried
   */
  public static void addTo(Context context, Federation federation) {
    Services services = new Services(federation);
    ServiceExecutorRegistry.set(
        context,
        new ServiceExecutorRegistry()
            .addBulkLink((call, input, execution, next) -> services.join(call, input, execution)));
  }

  private QueryIterator join(OpService call, QueryIterator input, ExecutionContext execution) {
    return QueryIterPlainWrapper.create(new ServiceJoin(this, call, input, execution), execution);
  }

  /**
   * What answers for a service.
   *
   * @param service what a SERVICE names
   * @throws ForbiddenAddressException if it is not a declared member
   */
  Source source(Node service) {
    if (service.isURI()) {
      Member.Endpoint member =
          federation
              .at(service.getURI())
              .orElseThrow(() -> refused(Fault.UNDECLARED, "<" + service + ">"));
      return federation.source(member);
    }
    throw refused(service.isVariable() ? Fault.UNBOUND : Fault.UNDECLARED, service.toString());
  }

  private ForbiddenAddressException refused(Fault fault, String service) {
    return new ForbiddenAddressException(
        fault, service, String.join(", ", new TreeSet<>(federation.addresses())));
  }
}
