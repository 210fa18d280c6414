package org.bluethread.facade;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.bluethread.facade.pages.Pages;
import org.bluethread.facade.pages.StartPage;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Snapshot;
import org.bluethread.publish.Figures;

/** {@code /}: what there is, as a page or as JSON. It is counted once for each commit. */
final class StartRoutes {
  private static final List<String> FORMATS = List.of(MediaTypes.HTML, MediaTypes.JSON);

  private final KnowledgeGraph graph;
  private final Freshness freshness;
  private final Pages pages;
  private final ReentrantLock counting = new ReentrantLock();
  private volatile Counted last = new Counted(-1, new Figures(0, Map.of(), List.of()));

  StartRoutes(KnowledgeGraph graph, Freshness freshness, Pages pages) {
    this.graph = graph;
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
            StartPage page = StartPage.of(snapshot, figures(snapshot), language);
            if (type.equals(MediaTypes.HTML)) {
              pages.render(ctx, "start.jte", language, page);
            } else {
              ctx.json(page);
            }
          }
          return type;
        });
  }

  private Figures figures(Snapshot snapshot) {
    Counted known = last;
    if (known.commit() == snapshot.commit()) {
      return known.figures();
    }
    counting.lock();
    try {
      known = last;
      if (known.commit() == snapshot.commit()) {
        return known.figures();
      }
      Figures figures = Figures.of(snapshot);
      if (known.commit() < snapshot.commit()) {
        last = new Counted(snapshot.commit(), figures);
      }
      return figures;
    } finally {
      counting.unlock();
    }
  }

  /** Figures and the commit they are of. */
  private record Counted(long commit, Figures figures) {}
}
