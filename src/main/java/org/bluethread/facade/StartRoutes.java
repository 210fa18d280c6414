package org.bluethread.facade;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import org.bluethread.facade.pages.Pages;
import org.bluethread.facade.pages.StartPage;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.publish.Figures;
import org.bluethread.publish.partition.PartitionIndex;

/** {@code /}: what there is, as a page or as JSON. */
final class StartRoutes {
  private static final List<String> FORMATS = List.of(MediaTypes.HTML, MediaTypes.JSON);

  private final KnowledgeGraph graph;
  private final PartitionIndex partitions;
  private final Freshness freshness;
  private final Pages pages;

  StartRoutes(KnowledgeGraph graph, PartitionIndex partitions, Freshness freshness, Pages pages) {
    this.graph = graph;
    this.partitions = partitions;
    this.freshness = freshness;
    this.pages = pages;
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, "/", this::start);
  }

  private void start(Context ctx) {
    String type = MediaTypes.negotiate(ctx, FORMATS);
    String language = Languages.of(ctx);
    ctx.header("Link", "</.well-known/void>; rel=\"describedby\"");
    graph.read(
        snapshot -> {
          if (!freshness.isKnown(ctx, snapshot.commit(), type, language)) {
            StartPage page =
                StartPage.of(snapshot, Figures.of(snapshot, partitions.of(snapshot)), language);
            if (type.equals(MediaTypes.HTML)) {
              pages.render(ctx, "start.jte", language, page);
            } else {
              ctx.jsonStream(page);
            }
          }
          return type;
        });
  }
}
