package org.bluethread.facade;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import org.bluethread.facade.pages.AboutPage;
import org.bluethread.facade.pages.Pages;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.publish.catalogue.CatalogueReader;

/** {@code /about}: sources, licences, how to cite, what programs can have. For people alone. */
final class AboutRoutes {
  private final KnowledgeGraph graph;
  private final CatalogueSource source;
  private final Freshness freshness;
  private final Pages pages;

  AboutRoutes(KnowledgeGraph graph, CatalogueSource source, Freshness freshness, Pages pages) {
    this.graph = graph;
    this.source = source;
    this.freshness = freshness;
    this.pages = pages;
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, "/about", this::about);
  }

  private void about(Context ctx) {
    if (MediaTypes.acceptable(ctx, List.of(MediaTypes.HTML)).isEmpty()) {
      throw new ProblemException(Problem.of(ProblemKind.NOT_ACCEPTABLE, "about.page-only"));
    }
    String language = Languages.of(ctx);
    graph.read(
        snapshot -> {
          if (!freshness.isKnown(ctx, snapshot.commit(), MediaTypes.HTML, language)) {
            AboutPage page =
                AboutPage.of(
                    source.of(snapshot, CatalogueSource.site(ctx)),
                    new CatalogueReader(snapshot).sourced(),
                    snapshot.commit(),
                    language);
            pages.render(ctx, "about.jte", language, page);
          }
          return snapshot.commit();
        });
  }
}
