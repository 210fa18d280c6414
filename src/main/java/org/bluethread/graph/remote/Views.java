package org.bluethread.graph.remote;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.bluethread.execution.StopSignal;
import org.bluethread.execution.TimeLimit;
import org.bluethread.graph.StoreElsewhereException;
import org.bluethread.graph.StoreElsewhereException.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out how a store is to be told of the union of its named graphs, by looking at what it
 * answers about some of its triples. Safe for threads.
 */
final class Views {
  private static final Logger LOG = LoggerFactory.getLogger(Views.class);
  private static final Duration TO_FIND_OUT = Duration.ofSeconds(20);
  private static final Duration TO_SEE_REPETITION = Duration.ofSeconds(10);
  private static final Var COUNT = Var.alloc("count");

  private static final String SOME =
      "{ SELECT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } FILTER (isIRI(?s) && !isBlank(?o)) } LIMIT 100 }";

  private static final String HELD = "ASK { GRAPH ?g { ?s ?p ?o } }";

  private static final String NOT_IN_DEFAULT =
      "SELECT (COUNT(*) AS ?count) { " + SOME + " FILTER NOT EXISTS { ?s ?p ?o } }";

  private static final String IN_NAMED_UNION =
      "ASK { GRAPH <" + Quad.unionGraph.getURI() + "> { ?s ?p ?o } }";

  private static final String HELD_TWICE =
      "SELECT ?s ?p ?o { GRAPH ?a { ?s ?p ?o } GRAPH ?b { ?s ?p ?o }"
          + " FILTER (STR(?a) < STR(?b) && isIRI(?s) && isIRI(?o)) } LIMIT 1";

  private final SparqlClient client;
  private final AtomicReference<Optional<UnionView>> known =
      new AtomicReference<>(Optional.empty());

  Views(SparqlClient client) {
    this.client = client;
  }

  void forget() {
    known.set(Optional.empty());
  }

  /**
   * How the store is to be asked.
   *
   * @param asking the signal of the query that is to be asked
   * @throws StoreElsewhereException if there is no way
   */
  UnionView view(StopSignal asking) {
    Optional<UnionView> view = known.get();
    if (view.isEmpty()) {
      view = Optional.of(find(asking));
      known.set(view);
      LOG.info("The union of all named graphs of {} is: {}", client.name(), view.get());
    }
    return view.get();
  }

  private UnionView find(StopSignal asking) {
    try {
      UnionView view = within(TO_FIND_OUT, asking, this::look);
      if (view == UnionView.DEFAULT && within(TO_SEE_REPETITION, asking, this::repeats)) {
        asking.check();
        return UnionView.REPEATING;
      }
      return view;
    } catch (QueryCancelledException e) {
      asking.check();
      throw new StoreElsewhereException(
          Kind.LATE, "The store at " + client.name() + " did not answer in time.", e);
    }
  }

  /** Does a piece of work that ends with the query, too. */
  private static <T> T within(Duration time, StopSignal asking, Function<StopSignal, T> work) {
    return TimeLimit.within(
        time,
        signal -> {
          Runnable stop = signal::set;
          asking.whenSet(stop);
          try {
            return work.apply(signal);
          } finally {
            asking.forget(stop);
          }
        });
  }

  private UnionView look(StopSignal signal) {
    if (!client.truth(HELD, signal)) {
      return UnionView.REPEATING; // Right for every store whose default graph is a union.
    }
    if (!isNone(client.rows(NOT_IN_DEFAULT, signal).all())) {
      return named(signal);
    }
    return UnionView.DEFAULT;
  }

  private UnionView named(StopSignal signal) {
    if (client.truth(IN_NAMED_UNION, signal)) {
      return UnionView.NAMED;
    }
    throw new StoreElsewhereException(
        Kind.BAD,
        "The default graph of the store at "
            + client.name()
            + " is not the union of its named graphs, which this server's questions mean.");
  }

  /** Whether a triple comes more than once, which is so unless the store is seen to do better. */
  private boolean repeats(StopSignal signal) {
    try {
      return isSeenToRepeat(signal);
    } catch (QueryCancelledException e) {
      return true; // It takes long to tell, and to ask for distinct solutions is right anyway.
    }
  }

  private boolean isSeenToRepeat(StopSignal signal) {
    List<Binding> twice = client.rows(HELD_TWICE, signal).all();
    if (twice.isEmpty()) {
      return true;
    }
    Binding triple = twice.get(0);
    String count =
        "SELECT (COUNT(*) AS ?count) { VALUES (?s ?p ?o) { (<%s> <%s> <%s>) } ?s ?p ?o }"
            .formatted(uri(triple, "s"), uri(triple, "p"), uri(triple, "o"));
    return !"1".equals(client.rows(count, signal).all().get(0).get(COUNT).getLiteralLexicalForm());
  }

  private static String uri(Binding row, String variable) {
    return row.get(Var.alloc(variable)).getURI();
  }

  private static boolean isNone(List<Binding> counted) {
    return counted.size() == 1 && "0".equals(counted.get(0).get(COUNT).getLiteralLexicalForm());
  }
}
