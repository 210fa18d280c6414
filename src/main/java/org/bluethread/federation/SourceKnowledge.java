package org.bluethread.federation;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.atlas.lib.Cache;
import org.apache.jena.atlas.lib.CacheFactory;
import org.eclipse.rdf4j.federated.cache.SourceSelectionCache;
import org.eclipse.rdf4j.federated.endpoint.Endpoint;
import org.eclipse.rdf4j.federated.structures.SubQuery;

/**
 * What is known of which member has what, so that members are not asked for what they have not.
 * What an endpoint answered or said of itself holds for a while; members in this process are asked
 * each time, for they change under our eyes. Safe for threads.
 */
final class SourceKnowledge implements SourceSelectionCache {
  /** How long an endpoint that got its first statement of a kind may be passed over. */
  static final Duration HELD = Duration.ofMinutes(1);

  private static final int MOST = 10_000;

  private final Map<String, EndpointClient> clients;
  private final Cache<Asked, Known> asked = CacheFactory.createCache(MOST);
  private final Map<String, Said> said = new ConcurrentHashMap<>();

  private record Asked(String member, SubQuery pattern) {}

  private record Known(boolean has, long until) {}

  private record Said(Optional<Set<String>> properties, long until) {}

  /**
   * @param clients how endpoints are asked for their descriptions, by the names of members
   */
  SourceKnowledge(Map<String, EndpointClient> clients) {
    this.clients = Map.copyOf(clients);
  }

  @Override
  public StatementSourceAssurance getAssurance(SubQuery pattern, Endpoint endpoint) {
    String name = endpoint.getId();
    if (!(endpoint instanceof FederationMember federated)
        || !(federated.member() instanceof Member.Endpoint member)) {
      return StatementSourceAssurance.POSSIBLY_HAS_STATEMENTS;
    }
    if (pattern.predicate() != null
        && properties(member)
            .filter(has -> !has.contains(pattern.predicate().stringValue()))
            .isPresent()) {
      return StatementSourceAssurance.NONE;
    }
    Known known = asked.getIfPresent(new Asked(name, pattern));
    if (known == null || isOver(known.until())) {
      return StatementSourceAssurance.POSSIBLY_HAS_STATEMENTS;
    }
    return known.has()
        ? StatementSourceAssurance.HAS_REMOTE_STATEMENTS
        : StatementSourceAssurance.NONE;
  }

  private Optional<Set<String>> properties(Member.Endpoint member) {
    return said.compute(
            member.name(),
            (name, old) ->
                old == null || isOver(old.until())
                    ? new Said(MemberDescription.properties(member, clients.get(name)), inAWhile())
                    : old)
        .properties();
  }

  @Override
  public void updateInformation(SubQuery pattern, Endpoint endpoint, boolean has) {
    if (clients.containsKey(endpoint.getId())) {
      asked.put(new Asked(endpoint.getId(), pattern), new Known(has, inAWhile()));
    }
  }

  @Override
  public void invalidate() {
    asked.clear();
    said.clear();
  }

  private static long inAWhile() {
    return System.nanoTime() + HELD.toNanos();
  }

  private static boolean isOver(long until) {
    return System.nanoTime() - until >= 0;
  }
}
