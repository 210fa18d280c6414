package org.bluethread.facade;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFWriter;
import org.bluethread.endpoint.AnswerFormat;
import org.bluethread.endpoint.AnswerLimits;
import org.bluethread.endpoint.QueryDoor;
import org.bluethread.endpoint.RecentQueries;
import org.bluethread.endpoint.ServiceDescription;
import org.bluethread.endpoint.SparqlQuery;
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
  private final RecentQueries recent;
  private final boolean federated;
  private final Freshness freshness;
  private final SparqlEditor editor;

  SparqlRoutes(
      KnowledgeGraph graph,
      QueryDoor door,
      Set<String> services,
      Bodies bodies,
      Settings settings,
      QuerySlots slots,
      Freshness freshness,
      SparqlEditor editor) {
    this.graph = graph;
    this.door = door;
    this.recent = new RecentQueries(services);
    this.federated = !services.isEmpty();
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
    Map<String, List<String>> parameters = QueryParameters.posted(ctx, bodies);
    SparqlQuery query = query(parameters);
    answer(ctx, parameters, query, SparqlFormats.wanted(ctx, parameters, query.kind()));
  }

  private SparqlQuery query(Map<String, List<String>> parameters) {
    return recent.parse(
        QueryParameters.query(parameters),
        graphs(parameters, "default-graph-uri"),
        graphs(parameters, "named-graph-uri"));
  }

  private static List<String> graphs(Map<String, List<String>> parameters, String name) {
    List<String> graphs = parameters.getOrDefault(name, List.of());
    graphs.forEach(Iris::graph);
    return graphs;
  }

  private void answer(
      Context ctx, Map<String, List<String>> parameters, SparqlQuery query, AnswerFormat format)
      throws IOException, ServletException {
    AnswerLimits limits =
        new AnswerLimits(
            QueryParameters.time(parameters, settings.queryTimeout()), settings.mostRows());
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

  private Graph description(Context ctx) {
    String server = ctx.url().substring(0, ctx.url().length() - QueryDoor.NAME.length());
    return ServiceDescription.of(
        server,
        graph.defaultGraph(),
        federated,
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
