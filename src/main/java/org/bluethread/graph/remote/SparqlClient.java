package org.bluethread.graph.remote;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.http.HttpRequest;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.HttpRequestWrapper;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.message.BasicHeader;
import org.apache.http.protocol.HttpContext;
import org.apache.jena.query.QueryCancelledException;
import org.bluethread.execution.StopSignal;
import org.bluethread.graph.StoreElsewhereException;
import org.bluethread.graph.StoreElsewhereException.Kind;
import org.eclipse.rdf4j.common.exception.RDF4JException;
import org.eclipse.rdf4j.http.client.SPARQLProtocolSession;
import org.eclipse.rdf4j.http.protocol.UnauthorizedException;
import org.eclipse.rdf4j.query.QueryInterruptedException;
import org.eclipse.rdf4j.query.QueryLanguage;
import org.eclipse.rdf4j.query.TupleQuery;
import org.eclipse.rdf4j.query.resultio.TupleQueryResultFormat;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sparql.SPARQLRepository;

/**
 * Asks an endpoint, by RDF4J. Answers are read while they come; a query whose signal is set breaks
 * off its connection, wherever it waits. Redirections are not followed, and no cookies are kept.
 *
 * <p>Safe for threads. What goes wrong is a {@link StoreElsewhereException} that names the
 * endpoint, or {@link QueryCancelledException} if the signal was set.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-protocol/#query-operation">SPARQL 1.1 Protocol</a>
 */
final class SparqlClient implements AutoCloseable {
  private static final int CONNECT_MILLISECONDS = 10_000;

  /** How long an endpoint may say nothing; the time of a query is bounded by its signal besides. */
  private static final int SILENCE_MILLISECONDS = 60_000;

  private static final int MOST_CONNECTIONS = 256;
  private static final int MOST_CHARACTERS_TOLD = 300;

  private final Endpoint endpoint;
  private final CloseableHttpClient http;
  private final SPARQLRepository repository;

  /** Who is told of the request that this thread is about to send. */
  private final ThreadLocal<Optional<Consumer<HttpUriRequest>>> sending =
      ThreadLocal.withInitial(Optional::empty);

  SparqlClient(Endpoint endpoint) {
    this.endpoint = endpoint;
    this.http =
        HttpClientBuilder.create()
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setConnectTimeout(CONNECT_MILLISECONDS)
                    .setConnectionRequestTimeout(CONNECT_MILLISECONDS)
                    .setSocketTimeout(SILENCE_MILLISECONDS)
                    .build())
            .setMaxConnTotal(MOST_CONNECTIONS)
            .setMaxConnPerRoute(MOST_CONNECTIONS)
            .setDefaultHeaders(
                endpoint
                    .authorization()
                    .map(value -> List.of(new BasicHeader("Authorization", value)))
                    .orElseGet(List::of))
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .addInterceptorFirst(this::tellOf)
            .setUserAgent("BlueThread")
            .build();
    this.repository = new PreferringJson(endpoint.url());
    repository.setHttpClient(http);
    repository.init();
  }

  /** JSON can say all that a literal may hold, which XML cannot. */
  private static final class PreferringJson extends SPARQLRepository {
    PreferringJson(String url) {
      super(url);
    }

    @Override
    protected SPARQLProtocolSession createSPARQLProtocolSession() {
      SPARQLProtocolSession session = super.createSPARQLProtocolSession();
      session.setPreferredTupleQueryResultFormat(TupleQueryResultFormat.JSON);
      return session;
    }
  }

  private void tellOf(HttpRequest request, HttpContext context) {
    if (request instanceof HttpRequestWrapper wrapper
        && wrapper.getOriginal() instanceof HttpUriRequest original) {
      sending.get().ifPresent(told -> told.accept(original));
    }
  }

  /** What is asked, without what nobody is shown. */
  String name() {
    return endpoint.name();
  }

  /**
   * Asks for rows.
   *
   * @param query a SELECT
   * @param signal stops it
   * @return to be closed, at the end or before
   */
  Rows rows(String query, StopSignal signal) {
    signal.check();
    BrokenOff breaker = new BrokenOff();
    signal.whenSet(breaker);
    RepositoryConnection connection = repository.getConnection();
    try {
      TupleQuery prepared = connection.prepareTupleQuery(QueryLanguage.SPARQL, query);
      return new Rows(
          this, connection, prepared, tellingOf(breaker, prepared::evaluate), signal, breaker);
    } catch (RuntimeException e) {
      signal.forget(breaker);
      connection.close();
      throw failure(e, signal);
    }
  }

  /**
   * Finds out whether the endpoint answers at all, within the time of the signal.
   *
   * @throws StoreElsewhereException if it does not
   */
  boolean isAlive(StopSignal signal) {
    try {
      return truth("ASK {}", signal);
    } catch (QueryCancelledException e) {
      throw new StoreElsewhereException(
          Kind.LATE, "The store at " + name() + " did not answer in time.", e);
    }
  }

  /**
   * Asks whether.
   *
   * @param query an ASK
   * @param signal stops it
   */
  boolean truth(String query, StopSignal signal) {
    signal.check();
    BrokenOff breaker = new BrokenOff();
    signal.whenSet(breaker);
    try (RepositoryConnection connection = repository.getConnection()) {
      return tellingOf(
          breaker, connection.prepareBooleanQuery(QueryLanguage.SPARQL, query)::evaluate);
    } catch (RuntimeException e) {
      throw failure(e, signal);
    } finally {
      signal.forget(breaker);
    }
  }

  private <T> T tellingOf(BrokenOff breaker, Supplier<T> request) {
    sending.set(Optional.of(breaker));
    try {
      return request.get();
    } finally {
      sending.remove();
    }
  }

  /** What went wrong, told without what nobody is shown. */
  RuntimeException failure(RuntimeException e, StopSignal signal) {
    if (signal.isSet()) {
      return new QueryCancelledException();
    }
    if (e instanceof StoreElsewhereException known) {
      return known;
    }
    if (isCausedBy(e, SocketTimeoutException.class)
        || isCausedBy(e, ConnectTimeoutException.class)
        || isCausedBy(e, QueryInterruptedException.class)) {
      return new StoreElsewhereException(
          Kind.LATE, "The store at " + name() + " did not answer in time.", e);
    }
    if (isCausedBy(e, UnauthorizedException.class)) {
      return new StoreElsewhereException(
          Kind.BAD, "The store at " + name() + " does not let this server in.", e);
    }
    if (isCausedBy(e, IOException.class)) {
      return new StoreElsewhereException(
          Kind.AWAY, "The store at " + name() + " cannot be reached, or broke off.", e);
    }
    if (e instanceof RDF4JException || e instanceof IllegalArgumentException) {
      return new StoreElsewhereException(
          Kind.BAD, "The store at " + name() + " answered with: " + told(e), e);
    }
    return e;
  }

  private static boolean isCausedBy(Throwable e, Class<? extends Throwable> kind) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  private String told(RuntimeException e) {
    String message =
        String.valueOf(e.getMessage()).replace(endpoint.url(), name()).replaceAll("\\s+", " ");
    String shown =
        endpoint.authorization().map(secret -> message.replace(secret, "…")).orElse(message);
    return shown.length() <= MOST_CHARACTERS_TOLD
        ? shown
        : shown.substring(0, MOST_CHARACTERS_TOLD) + "…";
  }

  @Override
  public void close() {
    repository.shutDown();
    try {
      http.close();
    } catch (IOException e) {
      throw new StoreElsewhereException(Kind.AWAY, "The connections did not close.", e);
    }
  }
}
