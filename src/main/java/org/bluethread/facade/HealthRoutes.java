package org.bluethread.facade;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Snapshot;
import org.bluethread.graph.StoreElsewhereException;

/** {@code /health}: whether this server is live and ready. {@code /metrics}: for Prometheus. */
final class HealthRoutes implements AutoCloseable {
  private final KnowledgeGraph graph;
  private final PrometheusMeterRegistry metrics =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();

  HealthRoutes(KnowledgeGraph graph) {
    this.graph = graph;
    new JvmMemoryMetrics().bindTo(metrics);
    collections.bindTo(metrics);
    Gauge.builder("bluethread.commit", () -> graph.read(Snapshot::commit))
        .description("Number of the last commit")
        .register(metrics);
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, "/health", this::health);
    Reading.route(routes, "/metrics", this::metrics);
  }

  /** Notes a request that has been answered. */
  void note(Context ctx, Duration time) {
    Timer.builder("bluethread.requests")
        .description("Time to answer, by method and status")
        .tag("method", ctx.req().getMethod())
        .tag("status", Integer.toString(ctx.statusCode()))
        .register(metrics)
        .record(time);
  }

  private void health(Context ctx) {
    ctx.header("Cache-Control", "no-store");
    if (graph.isElsewhere()) {
      ctx.jsonStream(elsewhere(ctx));
    } else {
      ctx.jsonStream(
          new Health(
              "ready",
              graph.storeId(),
              Optional.of(graph.read(Snapshot::commit)),
              Optional.empty(),
              Optional.empty()));
    }
  }

  /** Ready is who answers everything: the store does, and it has been read. */
  private Health elsewhere(Context ctx) {
    Optional<Instant> refreshed = graph.lastRefresh();
    Optional<String> trouble = trouble();
    boolean ready = trouble.isEmpty() && refreshed.isPresent();
    ctx.status(ready ? 200 : 503);
    return new Health(
        ready ? "ready" : "not ready", graph.storeId(), Optional.empty(), refreshed, trouble);
  }

  private Optional<String> trouble() {
    try {
      graph.check();
      return Optional.empty();
    } catch (StoreElsewhereException e) {
      return Optional.of(e.getMessage());
    }
  }

  private void metrics(Context ctx) {
    ctx.header("Cache-Control", "no-store");
    ctx.result(metrics.scrape());
    ctx.contentType("text/plain; version=0.0.4; charset=utf-8");
  }

  @Override
  public void close() {
    collections.close();
    metrics.close();
  }

  /**
   * The answer at {@code /health}.
   *
   * @param status {@code ready} once the graph is open; {@code not ready} while a store elsewhere
   *     does not answer, or has not been read
   * @param store the identity of the store
   * @param commit the number of the last commit; a store elsewhere has none
   * @param refreshed when a store elsewhere was last read
   * @param trouble why a store elsewhere does not answer
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Health(
      String status,
      String store,
      Optional<Long> commit,
      Optional<Instant> refreshed,
      Optional<String> trouble) {}
}
