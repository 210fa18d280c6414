package org.bluethread.facade;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
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

  private final QueryDoor door;
  private final Pages pages;

  SparqlRoutes(QueryDoor door, Pages pages) {
    this.door = door;
    this.pages = pages;
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, "/sparql", this::get);
    routes.post("/sparql", this::answer);
  }

  private void get(Context ctx) throws IOException, ServletException {
    if (ctx.queryParam("query") == null) {
      describe(ctx);
    } else {
      answer(ctx);
    }
  }

  private void answer(Context ctx) throws IOException, ServletException {
    door.answer(ctx.req(), ctx.res());
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
