package org.bluethread.facade;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFWriter;
import org.bluethread.endpoint.AnswerFormat;
import org.bluethread.endpoint.AnswerLimits;
import org.bluethread.endpoint.QueryDoor;
import org.bluethread.endpoint.RecentQueries;
import org.bluethread.endpoint.ServiceDescription;
import org.bluethread.endpoint.SparqlQuery;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;
import org.bluethread.graph.KnowledgeGraph;

/**
 * {@code /sparql}: queries, and without one what this endpoint is.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-protocol/#query-operation">SPARQL 1.1 Protocol</a>
 */
final class SparqlRoutes {
  private static final String ROW_LIMIT_HEADER = "BlueThread-Row-Limit";

  private final KnowledgeGraph graph;
  private final QueryDoor door;
  private final Bodies bodies;
  private final Settings settings;
  private final QuerySlots slots;
  private final RecentQueries recent = new RecentQueries();
  private final Freshness freshness;
  private final SparqlEditor editor;

  SparqlRoutes(
      KnowledgeGraph graph,
      QueryDoor door,
      Bodies bodies,
      Settings settings,
      QuerySlots slots,
      Freshness freshness,
      SparqlEditor editor) {
    this.graph = graph;
    this.door = door;
    this.bodies = bodies;
    this.settings = settings;
    this.slots = slots;
    this.freshness = freshness;
    this.editor = editor;
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, "/sparql", this::get);
    routes.post("/sparql", this::post);
  }

  private void get(Context ctx) throws IOException, ServletException {
    Map<String, List<String>> parameters = ctx.queryParamMap();
    if (!parameters.containsKey("query")) {
      describe(ctx);
      return;
    }
    SparqlQuery query = query(parameters);
    AnswerFormat format = SparqlFormats.wanted(ctx, parameters, query.kind());
    boolean known =
        Freshness.isAskedFor(ctx)
            && query.isReproducible()
            && freshness.isKnown(ctx, Vary.FORMAT, graph.lastCommit(), format.mediaType());
    if (!known) {
      answer(ctx, parameters, query, format);
    }
  }

  private void post(Context ctx) throws IOException, ServletException {
    Map<String, List<String>> parameters = new LinkedHashMap<>(ctx.queryParamMap());
    String type = Bodies.mediaType(ctx);
    switch (type) {
      case MediaTypes.SPARQL_QUERY -> add(parameters, Map.of("query", List.of(bodies.text(ctx))));
      case Form.MEDIA_TYPE -> add(parameters, Form.parse(bodies.text(ctx)).fields());
      default -> throw Bodies.unsupported(type, MediaTypes.SPARQL_QUERY + ", " + Form.MEDIA_TYPE);
    }
    SparqlQuery query = query(parameters);
    answer(ctx, parameters, query, SparqlFormats.wanted(ctx, parameters, query.kind()));
  }

  private static void add(Map<String, List<String>> to, Map<String, List<String>> more) {
    more.forEach(
        (name, values) ->
            to.merge(
                name,
                values,
                (one, other) -> Stream.concat(one.stream(), other.stream()).toList()));
  }

  private SparqlQuery query(Map<String, List<String>> parameters) {
    List<String> queries = parameters.getOrDefault("query", List.of());
    if (queries.size() != 1) {
      throw badQuery("There are " + queries.size() + " parameters named query: send exactly one.");
    }
    if (queries.get(0).isBlank()) {
      throw badQuery("The query is empty.");
    }
    return recent.parse(
        queries.get(0),
        graphs(parameters, "default-graph-uri"),
        graphs(parameters, "named-graph-uri"));
  }

  private static List<String> graphs(Map<String, List<String>> parameters, String name) {
    List<String> graphs = parameters.getOrDefault(name, List.of());
    graphs.forEach(Iris::graph);
    return graphs;
  }

  private static ProblemException badQuery(String detail) {
    return new ProblemException(
        Problem.of(ProblemKind.BAD_QUERY, detail, "See docs/api.md for what /sparql takes."));
  }

  private void answer(
      Context ctx, Map<String, List<String>> parameters, SparqlQuery query, AnswerFormat format)
      throws IOException, ServletException {
    AnswerLimits limits = new AnswerLimits(time(parameters), settings.mostRows());
    ctx.header(ROW_LIMIT_HEADER, Long.toString(limits.rows()));
    slots.take();
    try {
      door.answer(
          ctx.req(), ctx.res(), query, format, limits, commit -> begin(ctx, query, format, commit));
    } finally {
      slots.giveBack();
    }
  }

  private void begin(Context ctx, SparqlQuery query, AnswerFormat format, long commit) {
    if (query.isReproducible() && !ctx.method().equals(HandlerType.POST)) {
      freshness.isKnown(ctx, Vary.FORMAT, commit, format.mediaType());
    } else {
      freshness.passing(ctx, Vary.FORMAT, commit);
    }
  }

  /** How long a query may take: what it asks for, at the most what it gets here. */
  private Duration time(Map<String, List<String>> parameters) {
    List<String> asked = parameters.getOrDefault("timeout", List.of());
    if (asked.isEmpty()) {
      return settings.queryTimeout();
    }
    String text = asked.get(0);
    if (asked.size() == 1 && text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
      Duration wanted = Duration.ofNanos(new BigDecimal(text).movePointRight(9).longValue());
      if (wanted.isPositive()) {
        return wanted.compareTo(settings.queryTimeout()) < 0 ? wanted : settings.queryTimeout();
      }
    }
    throw new ProblemException(
        Problem.of(
            ProblemKind.BAD_PARAMETER,
            "The parameter timeout is \"" + String.join("\", \"", asked) + "\".",
            "Give one number of seconds above 0, such as 2.5. The most a query gets here is "
                + settings.queryTimeout().toMillis() / 1000.0
                + "."));
  }

  private Graph description(Context ctx) {
    String server = ctx.url().substring(0, ctx.url().length() - QueryDoor.NAME.length());
    return ServiceDescription.of(
        server,
        graph.defaultGraph(),
        new AnswerLimits(settings.queryTimeout(), settings.mostRows()));
  }

  private void describe(Context ctx) {
    String type = RdfDocument.FORMATS.accepted(ctx);
    ctx.header("Vary", Vary.FORMAT_AND_LANGUAGE);
    if (type.equals(MediaTypes.HTML)) {
      editor.show(ctx);
      return;
    }
    ctx.result(
        RDFWriter.source(description(ctx)).lang(RDFLanguages.contentTypeToLang(type)).asString());
    ctx.contentType(type + "; charset=utf-8");
  }
}
