package org.bluethread.federation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.eclipse.rdf4j.federated.FedXConfig;
import org.eclipse.rdf4j.federated.FedXFactory;
import org.eclipse.rdf4j.federated.endpoint.Endpoint;
import org.eclipse.rdf4j.federated.repository.FedXRepository;
import org.eclipse.rdf4j.federated.repository.FedXRepositoryConnection;
import org.eclipse.rdf4j.federated.structures.FedXDataset;
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
    members.all().forEach(
        member -> endpoints.add(new FederationMember(member, sources.get(member.name()))));
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
    return endpoints()
        .filter(member -> member.address().toString().equals(address))
        .findFirst();
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
    FedXRepositoryConnection connection = fedx().getConnection();
    try {
      TupleQuery asked = connection.prepareTupleQuery(QueryLanguage.SPARQL, query.asked(), null);
      limit(asked, without, time);
      TupleQueryResult result = asked.evaluate();
      List<Var> variables = result.getBindingNames().stream().map(Var::alloc).toList();
      Runnable end =
          () -> {
            try {
              result.close();
            } finally {
              connection.close();
            }
          };
      return new FederatedAnswer(variables, rows(result), end, new TreeSet<>(without));
    } catch (RuntimeException e) {
      connection.close();
      throw cause(e);
    }
  }

  /** Asks an ASK; takes and throws what {@link #ask} does. */
  public boolean isTrue(FederatedQuery query, Set<String> without, Duration time) {
    try (FedXRepositoryConnection connection = fedx().getConnection()) {
      BooleanQuery asked =
          connection.prepareBooleanQuery(QueryLanguage.SPARQL, query.asked(), null);
      limit(asked, without, time);
      return asked.evaluate();
    } catch (RuntimeException e) {
      throw cause(e);
    }
  }

  private void limit(Query asked, Set<String> without, Duration time) {
    FedXDataset chosen = new FedXDataset(null);
    members.all().stream()
        .map(Member::name)
        .filter(name -> !without.contains(name))
        .forEach(chosen::addEndpoint);
    asked.setDataset(chosen);
    asked.setMaxExecutionTime((int) Math.max(1, time.toSeconds()));
  }

  private static Iterator<Binding> rows(TupleQueryResult result) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        try {
          return result.hasNext();
        } catch (RuntimeException e) {
          throw cause(e);
        }
      }

      @Override
      public Binding next() {
        try {
          return Terms.row(result.next());
        } catch (RuntimeException e) {
          throw cause(e);
        }
      }
    };
  }

  /** What went wrong, out of what FedX wrapped it in. */
  private static RuntimeException cause(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof MemberException
          || cause instanceof ForbiddenAddressException
          || cause instanceof FederatedQueryException) {
        return (RuntimeException) cause;
      }
      if (cause instanceof QueryInterruptedException) {
        return new QueryCancelledException();
      }
      if (cause instanceof MalformedQueryException) {
        return new FederatedQueryException(
            "The query cannot be asked of a federation: " + cause.getMessage(), cause);
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
