package org.bluethread.federation;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.rdf4j.federated.structures.FedXDataset;
import org.eclipse.rdf4j.federated.structures.QueryInfo;

/**
 * Which members a query is asked of, and why it failed. It goes with the query through all of FedX,
 * where the first failure may be lost behind others that follow from it. Safe for threads.
 */
final class Asked extends FedXDataset {
  private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

  /**
   * @param members the names of those that are asked
   */
  Asked(Set<String> members) {
    super(null);
    addEndpoints(members);
  }

  /** What goes with a query of ours. */
  static Asked with(QueryInfo info) {
    return (Asked) info.getDataset();
  }

  /**
   * Keeps why a member did not answer, if it is the first that did not.
   *
   * @return the same
   */
  RuntimeException failed(RuntimeException why) {
    if (why instanceof MemberException
        || why instanceof ForbiddenAddressException
        || why instanceof FederatedQueryException) {
      failure.compareAndSet(null, why);
    }
    return why;
  }

  /** Why the query failed; empty if no member did. */
  Optional<RuntimeException> failure() {
    return Optional.ofNullable(failure.get());
  }
}
