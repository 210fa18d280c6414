package org.bluethread.facade;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.publish.catalogue.QueryExample;

/** {@code /.well-known/sparql-examples}: the named queries as data, ready to be asked. */
final class ExampleRoutes {
  private final KnowledgeGraph graph;
  private final Examples examples;
  private final Freshness freshness;

  ExampleRoutes(KnowledgeGraph graph, Examples examples, Freshness freshness) {
    this.graph = graph;
    this.examples = examples;
    this.freshness = freshness;
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, "/.well-known/sparql-examples", this::answer);
  }

  private void answer(Context ctx) {
    String type = RdfDocument.FORMATS.wanted(ctx);
    if (type.equals(MediaTypes.HTML)) {
      RdfDocument.showPage(ctx, "/queries");
      return;
    }
    graph.read(
        snapshot -> {
          if (!freshness.isKnown(ctx, snapshot.commit(), type)) {
            RdfDocument.send(
                ctx, QueryExample.toGraph(examples.of(snapshot), CatalogueSource.site(ctx)), type);
          }
          return type;
        });
  }
}
