package org.bluethread.federation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.eclipse.rdf4j.federated.FedXConfig;
import org.eclipse.rdf4j.federated.FedXFactory;
import org.eclipse.rdf4j.federated.endpoint.Endpoint;
import org.eclipse.rdf4j.federated.repository.FedXRepository;
import org.eclipse.rdf4j.federated.repository.FedXRepositoryConnection;
import org.eclipse.rdf4j.query.BooleanQuery;
import org.eclipse.rdf4j.query.MalformedQueryException;
import org.eclipse.rdf4j.query.Query;
import org.eclipse.rdf4j.query.QueryInterruptedException;
import org.eclipse.rdf4j.query.QueryLanguage;
import org.eclipse.rdf4j.query.TupleQuery;
import org.eclipse.rdf4j.query.TupleQueryResult;

/**
 * The members, asked together: FedX finds out which of them has something for which pattern, and
 * joins their answers by blocks of bindings.
 *
 * <p>An answer is whole, or it is an error that names the member at fault; who wants what the
 * others have asks again without it. A statement that two members have is found twice. Safe for
 * threads. FedX is not loaded before the first question.
 *
 * @see <a href="https://rdf4j.org/documentation/programming/federation/">FedX</a>
 */
public final class Federation implements AutoCloseable {
  /** How many bindings go with one question to a member: measured in docs/decisions/0034. */
  private static final int BLOCK = 100;

  private final Members members;
  private final Map<String, Source> sources = new HashMap<>();
  private final Map<String, EndpointClient> clients = new HashMap<>();
  private Optional<FedXRepository> started = Optional.empty();

  /**
   * Makes members ready to be asked; files are read.
   *
   * @param members who belongs to it
   * @param here this graph
   * @throws MembersException if a file cannot be read
   */
  public Federation(Members members, DatasetGraph here) {
    this.members = members;
    for (Member member : members.all()) {
      sources.put(member.name(), source(member, here));
    }
  }

  private Source source(Member member, DatasetGraph here) {
    return switch (member) {
      case Member.Here one -> new DatasetSource(one.name(), here);
      case Member.File file -> new DatasetSource(file.name(), FileDataset.of(file));
      case Member.Endpoint endpoint -> {
        EndpointClient client = new EndpointClient(endpoint);
        clients.put(endpoint.name(), client);
        yield new EndpointSource(endpoint, client);
      }
    };
  }

  private synchronized FedXRepository fedx() {
    if (started.isEmpty()) {
      started = Optional.of(start());
    }
    return started.get();
  }

  private FedXRepository start() {
    List<Endpoint> endpoints = new ArrayList<>();
    members
        .all()
        .forEach(member -> endpoints.add(new FederationMember(member, sources.get(member.name()))));
    FedXConfig config =
        new FedXConfig()
            .withBoundJoinBlockSize(BLOCK)
            .withSourceSelectionCacheFactory(() -> new SourceKnowledge(clients));
    FedXRepository repository =
        FedXFactory.newFederation().withMembers(endpoints).withConfig(config).create();
    repository.init();
    return repository;
  }

  /** Who belongs to it, in the order of the declaration. */
  public List<Member> members() {
    return members.all();
  }

  /** The addresses that a SERVICE may name. */
  public Set<String> addresses() {
    return endpoints()
        .map(member -> member.address().toString())
        .collect(Collectors.toUnmodifiableSet());
  }

  private Stream<Member.Endpoint> endpoints() {
    return members.all().stream()
        .filter(Member.Endpoint.class::isInstance)
        .map(Member.Endpoint.class::cast);
  }

  /** The member at an address that a SERVICE names. */
  Optional<Member.Endpoint> at(String address) {
    return endpoints().filter(member -> member.address().toString().equals(address)).findFirst();
  }

  /** What asks a member by itself. */
  Source source(Member member) {
    return sources.get(member.name());
  }

  /**
   * Asks a SELECT, or for what a CONSTRUCT is made of.
   *
   * @param without the names of members that are not asked
   * @param time how long it may take
   * @throws MemberException if a member does not answer as it should
   * @throws ForbiddenAddressException if a member stands where it must not be asked
   * @throws FederatedQueryException if the query cannot be carried out
   * @throws QueryCancelledException if the time is over
   */
  public FederatedAnswer ask(FederatedQuery query, Set<String> without, Duration time) {
    Asked asked = asked(without);
    FedXRepositoryConnection connection = fedx().getConnection();
    try {
      TupleQuery rows = connection.prepareTupleQuery(QueryLanguage.SPARQL, query.asked(), null);
      limit(rows, asked, time);
      TupleQueryResult result = rows.evaluate();
      return new FederatedAnswer(new FoundRows(connection, result, asked), without);
    } catch (RuntimeException e) {
      connection.close();
      throw cause(e, asked);
    }
  }

  /** Asks an ASK; takes and throws what {@link #ask} does. */
  public boolean isTrue(FederatedQuery query, Set<String> without, Duration time) {
    Asked asked = asked(without);
    try (FedXRepositoryConnection connection = fedx().getConnection()) {
      BooleanQuery truth =
          connection.prepareBooleanQuery(QueryLanguage.SPARQL, query.asked(), null);
      limit(truth, asked, time);
      boolean is = truth.evaluate();
      asked.failure().ifPresent(FoundRows::fail);
      return is;
    } catch (RuntimeException e) {
      throw cause(e, asked);
    }
  }

  private Asked asked(Set<String> without) {
    return new Asked(
        members.all().stream()
            .map(Member::name)
            .filter(name -> !without.contains(name))
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static void limit(Query query, Asked asked, Duration time) {
    query.setDataset(asked);
    query.setMaxExecutionTime((int) Math.max(1, time.toSeconds()));
  }

  /** What went wrong, out of what FedX made of it. */
  static RuntimeException cause(RuntimeException e, Asked asked) {
    if (asked.failure().isPresent()) {
      return asked.failure().get();
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof QueryInterruptedException) {
        return new QueryCancelledException();
      }
      if (cause instanceof MalformedQueryException) {
        return new FederatedQueryException(
            cause, FederatedQueryException.Fault.MALFORMED, String.valueOf(cause.getMessage()));
      }
    }
    return e;
  }

  @Override
  public synchronized void close() {
    started.ifPresentOrElse(
        FedXRepository::shutDown, () -> sources.values().forEach(Source::close));
  }
}
