package org.bluethread.facade;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFWriter;
import org.bluethread.endpoint.QueryDoor;
import org.bluethread.endpoint.ServiceDescription;
import org.bluethread.facade.pages.Pages;
import org.bluethread.facade.pages.SparqlPage;

/** {@code /sparql}: queries, and without one what this endpoint is. */
final class SparqlRoutes {
  private static final List<String> DESCRIPTIONS =
      List.of(
          MediaTypes.TURTLE,
          MediaTypes.HTML,
          MediaTypes.JSON_LD,
          MediaTypes.RDF_XML,
          MediaTypes.N_TRIPLES);
  private static final String SPARQL_QUERY = "application/sparql-query";

  private final QueryDoor door;
  private final Bodies bodies;
  private final Pages pages;

  SparqlRoutes(QueryDoor door, Bodies bodies, Pages pages) {
    this.door = door;
    this.bodies = bodies;
    this.pages = pages;
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, "/sparql", this::get);
    routes.post("/sparql", this::post);
  }

  private void get(Context ctx) throws IOException, ServletException {
    if (ctx.queryParam("query") == null) {
      describe(ctx);
    } else {
      door.answer(ctx.req(), ctx.res(), ctx.queryParamMap());
    }
  }

  private void post(Context ctx) throws IOException, ServletException {
    Map<String, List<String>> parameters = new LinkedHashMap<>(ctx.queryParamMap());
    String type = Bodies.mediaType(ctx);
    switch (type) {
      case SPARQL_QUERY -> add(parameters, Map.of("query", List.of(bodies.text(ctx))));
      case Form.MEDIA_TYPE -> add(parameters, Form.parse(bodies.text(ctx)).fields());
      default -> throw Bodies.unsupported(type, SPARQL_QUERY + ", " + Form.MEDIA_TYPE);
    }
    door.answer(ctx.req(), ctx.res(), parameters);
  }

  private static void add(Map<String, List<String>> to, Map<String, List<String>> more) {
    more.forEach(
        (name, values) ->
            to.merge(
                name,
                values,
                (one, other) -> Stream.concat(one.stream(), other.stream()).toList()));
  }

  private void describe(Context ctx) {
    String type = MediaTypes.negotiate(ctx, DESCRIPTIONS);
    ctx.header("Vary", "Accept, Accept-Language");
    if (type.equals(MediaTypes.HTML)) {
      String edited = ctx.queryParam("edit");
      SparqlPage page =
          edited == null ? SparqlPage.at(ctx.url()) : new SparqlPage(ctx.url(), edited);
      pages.render(ctx, "sparql.jte", Languages.of(ctx), page);
      return;
    }
    ctx.result(
        RDFWriter.source(ServiceDescription.of(ctx.url()))
            .lang(RDFLanguages.contentTypeToLang(type))
            .asString());
    ctx.contentType(type + "; charset=utf-8");
  }
}
