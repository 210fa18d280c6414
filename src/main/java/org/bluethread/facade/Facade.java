package org.bluethread.facade;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.bluethread.endpoint.QueryDoor;
import org.bluethread.facade.access.Tokens;
import org.bluethread.facade.pages.Pages;
import org.bluethread.federation.Federation;
import org.bluethread.federation.Services;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.lookup.ThingIndex;
import org.bluethread.publish.catalogue.Dumps;
import org.bluethread.publish.partition.PartitionIndex;
import org.bluethread.query.Shelf;
import org.bluethread.trace.TraceFunction;
import org.bluethread.trace.Tracer;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one door: an HTTP server with every route, and what holds for all of them — headers, tokens,
 * limits, problem answers, log and metrics. The SPARQL endpoint runs inside it like any route.
 *
 * <p>Safe for threads. Start and close it once.
 */
public final class Facade implements AutoCloseable {
  /** The response header that names the commit an answer was given from, or a write made. */
  public static final String COMMIT_HEADER = "BlueThread-Commit";

  /** The response header that says when a store elsewhere was last read. */
  public static final String REFRESHED_HEADER = "BlueThread-Refreshed";

  private static final Logger LOG = LoggerFactory.getLogger(Facade.class);

  /** Small, so that small answers do not pay for a large buffer: see docs/decisions. */
  private static final int RESPONSE_BUFFER_BYTES = 32 * 1024;

  /** A query takes many times its length in memory once it is read, and anybody may send one. */
  private static final int MOST_QUERY_BYTES = 4 * 1024 * 1024;

  /** What fits into one packet of the network is sent as it is. */
  private static final int LEAST_BYTES_COMPRESSED = 1200;

  /** How long a query waits for its turn. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** What pages may load, and from where. */
  static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
          + " img-src 'self' data:; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  private static final Map<String, String> COMMON_HEADERS =
      Map.of(
          "Access-Control-Allow-Origin", "*",
          "Access-Control-Expose-Headers",
              COMMIT_HEADER
                  + ", "
                  + REFRESHED_HEADER
                  + ", BlueThread-Missing-Members, BlueThread-Paths, BlueThread-Row-Limit,"
                  + " BlueThread-Verdict, ETag, Location, Link, Retry-After",
          "Content-Security-Policy", POLICY,
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "same-origin");

  private final Javalin javalin;
  private final HealthRoutes health;

  /**
   * @param sources what is answered from; nothing of it is closed with the door
   * @param tokens who may write
   * @param settings the limits
   */
  public Facade(Sources sources, Tokens tokens, Settings settings) {
    KnowledgeGraph graph = sources.graph();
    ThingIndex index = sources.index();
    Shelf shelf = sources.shelf();
    Dumps dumps = sources.dumps();
    Federation federation = sources.federation();
    this.health = new HealthRoutes(graph);
    QueryDoor queries = new QueryDoor(graph);
    QuerySlots slots = new QuerySlots(settings.mostQueries(), PATIENCE);
    Tracer tracer = new Tracer(sources.links(), settings.queryTimeout());
    TraceFunction.addTo(graph.dataset().getContext(), tracer, graph::commitSeen);
    Services.addTo(graph.dataset().getContext(), federation);
    Pages pages = new Pages(() -> lastRefresh(graph));
    Reports reports = new Reports(pages);
    Callers callers = new Callers(tokens);
    Bodies bodies = new Bodies(settings.mostBytes());
    Bodies queryBodies = new Bodies(Math.min(settings.mostBytes(), MOST_QUERY_BYTES));
    Freshness freshness = new Freshness(graph, settings.build());
    PartitionIndex partitions = PartitionIndex.follow(graph);
    CatalogueSource catalogue = new CatalogueSource(graph, partitions, dumps);
    this.javalin =
        Javalin.create(
            config -> {
              configure(config);
              config.jetty.modifyServletContextHandler(
                  handler -> queries.mount(handler.getServletContext()));
              config.routes.before(ctx -> COMMON_HEADERS.forEach(ctx::header));
              config.routes.before(Facade::answerPreflight);
              config.routes.before(Parameters::check);
              WholeAnswers.register(config.routes);
              new Problems(reports, pages).register(config.routes);
              health.register(config.routes);
              new StartRoutes(graph, partitions, freshness, pages).register(config.routes);
              new StylesRoute().register(config.routes);
              new ContextRoute().register(config.routes);
              Examples examples = new Examples(shelf, index);
              SparqlEditor editor = new SparqlEditor(graph, examples, pages);
              new SparqlRoutes(
                      graph,
                      queries,
                      federation.addresses(),
                      queryBodies,
                      settings,
                      slots,
                      freshness,
                      editor)
                  .register(config.routes);
              new FederationRoutes(federation, queryBodies, settings, slots, pages)
                  .register(config.routes);
              new QueryRoutes(graph, shelf, index, settings.queryTimeout(), slots, freshness, pages)
                  .register(config.routes);
              new ProblemRoutes(pages).register(config.routes);
              new OpenApiRoute(shelf, settings.build()).register(config.routes);
              new SearchRoutes(graph, index, freshness, pages).register(config.routes);
              JsonReading reading = new JsonReading(graph, freshness);
              new ReconcileRoutes(index, partitions, queryBodies, settings.build(), reading)
                  .register(config.routes);
              new SuggestRoutes(index, partitions, reading).register(config.routes);
              new PreviewRoute(graph, freshness, pages).register(config.routes);
              new RecordRoutes(graph, index, freshness).register(config.routes);
              new TraceRoutes(graph, tracer, index, freshness, pages).register(config.routes);
              new GraphRoutes(graph, freshness).register(config.routes);
              Dereferencing dereferencing = new Dereferencing(graph, index, freshness);
              new NamedGraphRoutes(graph, dereferencing, freshness, pages).register(config.routes);
              new ThingRoutes(graph, shelf, dereferencing, catalogue, freshness, pages)
                  .register(config.routes);
              new ClassRoutes(graph, freshness, pages).register(config.routes);
              new CatalogueRoutes(graph, partitions, catalogue, freshness, pages)
                  .register(config.routes);
              new SitemapRoutes(graph, sources.dates(), shelf, freshness).register(config.routes);
              new PlanRoutes(graph, freshness, pages).register(config.routes);
              new CoverageRoutes(graph, freshness, pages).register(config.routes);
              new ExampleRoutes(graph, examples, freshness).register(config.routes);
              new DumpRoutes(graph, dumps).register(config.routes);
              new WriteRoutes(graph, callers, bodies, reports).register(config.routes);
              new AdminRoutes(graph, callers, bodies).register(config.routes);
              new ChangeRoutes(graph, freshness, pages).register(config.routes);
              new FeedRoutes(sources.feed(), freshness, pages).register(config.routes);
              new InforMeaRoutes(graph, sources.records(), freshness).register(config.routes);
              new AboutRoutes(graph, catalogue, freshness, pages).register(config.routes);
              new SubmitRoutes(graph, callers, bodies, freshness, pages).register(config.routes);
            });
  }

  /** When a store elsewhere was last read, for pages. */
  private static Optional<String> lastRefresh(KnowledgeGraph graph) {
    return graph.isElsewhere()
        ? Optional.of(graph.lastRefresh().map(Instant::toString).orElse("–"))
        : Optional.empty();
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.jsonMapper(new Json());
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setHeaderCacheCaseSensitive(true); // Else a token gets the letters of another.
          http.setOutputBufferSize(RESPONSE_BUFFER_BYTES);
          http.setSendServerVersion(false);
          http.addCustomizer(schemeOfProxy());
        });
    config.http.compressionStrategy = CompressionStrategy.NONE; // Streams would be left out.
    config.jetty.modifyServer(
        server -> {
          server.setErrorHandler(new ServerProblems(Json.mapper(), COMMON_HEADERS));
          server.setHandler(compression());
        });
    config.requestLogger.http(this::log);
  }

  /**
   * Lets a proxy that ends TLS say so with {@code X-Forwarded-Proto}: answers have addresses of
   * this server in them. What else it may forward is not read; the host is that of {@code Host}.
   */
  private static ForwardedRequestCustomizer schemeOfProxy() {
    ForwardedRequestCustomizer proxy = new ForwardedRequestCustomizer();
    proxy.setForwardedHeader(null);
    proxy.setForwardedHostHeader(null);
    proxy.setForwardedServerHeader(null);
    proxy.setForwardedPortHeader(null);
    proxy.setForwardedHttpsHeader(null);
    proxy.setForwardedForHeader(null);
    return proxy;
  }

  /**
   * Compresses answers for clients that take it; their entity tags then end with {@code --gzip}.
   * Bodies of requests are not decompressed: a small one could become very large.
   */
  private static CompressionHandler compression() {
    GzipCompression gzip = new GzipCompression();
    gzip.setMinCompressSize(LEAST_BYTES_COMPRESSED);
    CompressionHandler handler = new CompressionHandler();
    handler.putCompression(gzip);
    handler.putConfiguration(
        "/*",
        CompressionConfig.builder()
            .compressIncludeMethod("GET")
            .compressIncludeMethod("POST")
            .compressExcludePath("/dumps/*") // They are compressed, and asked for in parts.
            .decompressExcludeEncoding("gzip")
            .build());
    return handler;
  }

  /** Lets pages of other sites ask queries in the body of a POST; writing from there stays shut. */
  private static void answerPreflight(Context ctx) {
    if (ctx.method().equals(HandlerType.OPTIONS)) {
      ctx.header("Access-Control-Allow-Methods", "GET, HEAD, POST");
      ctx.header("Access-Control-Allow-Headers", "Accept, Accept-Language, Content-Type");
      ctx.status(204);
      ctx.skipRemainingHandlers();
    }
  }

  private void log(Context ctx, Float milliseconds) {
    health.note(ctx, Duration.ofNanos((long) (milliseconds * 1e6)));
    LOG.info("{} {} {} {} ms", ctx.req().getMethod(), ctx.path(), ctx.statusCode(), milliseconds);
  }

  /**
   * Opens the door.
   *
   * @param host the address to listen at
   * @param port the port; 0 picks a free one
   * @return the port
   * @throws io.javalin.util.JavalinBindException if the port is taken
   */
  public int start(String host, int port) {
    return javalin.start(host, port).port();
  }

  /** Closes the door after the running requests. */
  @Override
  public void close() {
    javalin.stop();
    health.close();
  }
}
