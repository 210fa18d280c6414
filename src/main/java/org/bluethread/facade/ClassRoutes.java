package org.bluethread.facade;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.Function;
import org.bluethread.facade.pages.ClassPage;
import org.bluethread.facade.pages.Pages;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Snapshot;
import org.bluethread.publish.ClassProfile;
import org.bluethread.publish.CsvTemplate;

/**
 * {@code /classes/{name}}: what a valid description of an instance of a class holds, as a page, and
 * a table to fill in ({@code .csv}) with the mapping that reads it ({@code .rq}).
 */
final class ClassRoutes {
  private final KnowledgeGraph graph;
  private final Freshness freshness;
  private final Pages pages;

  ClassRoutes(KnowledgeGraph graph, Freshness freshness, Pages pages) {
    this.graph = graph;
    this.freshness = freshness;
    this.pages = pages;
  }

  void register(RoutesConfig routes) {
    Reading.route(
        routes, "/classes/{name}.csv", ctx -> text(ctx, MediaTypes.CSV, CsvTemplate::csv));
    Reading.route(
        routes,
        "/classes/{name}.rq",
        ctx -> text(ctx, MediaTypes.SPARQL_QUERY, CsvTemplate::mapping));
    Reading.route(routes, "/classes/{name}", this::page);
  }

  private void text(Context ctx, String type, Function<CsvTemplate, String> what) {
    graph.read(
        snapshot -> {
          ClassProfile profile = find(snapshot, ctx);
          if (!freshness.isKnown(ctx, snapshot.commit(), type)) {
            ctx.result(what.apply(CsvTemplate.of(profile)));
            ctx.contentType(type + "; charset=utf-8");
          }
          return profile;
        });
  }

  private void page(Context ctx) {
    String language = Languages.of(ctx);
    graph.read(
        snapshot -> {
          ClassProfile profile = find(snapshot, ctx);
          if (!freshness.isKnown(ctx, snapshot.commit(), MediaTypes.HTML, language)) {
            pages.render(ctx, "class.jte", language, ClassPage.of(snapshot, profile, language));
          }
          return profile;
        });
  }

  private static ClassProfile find(Snapshot snapshot, Context ctx) {
    String name = ctx.pathParam("name");
    return ClassProfile.of(snapshot, name)
        .orElseThrow(
            () ->
                new ProblemException(Problem.of(ProblemKind.UNKNOWN_CLASS, "class.unknown", name)));
  }
}
