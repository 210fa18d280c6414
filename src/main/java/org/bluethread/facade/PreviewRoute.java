package org.bluethread.facade;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.bluethread.facade.pages.Pages;
import org.bluethread.facade.pages.PreviewPage;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.publish.Description;

/**
 * {@code /reconcile/preview}: a thing in a few lines, for the frame in which other programs show a
 * candidate.
 *
 * @see <a
 *     href="https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/#preview-service">
 *     Reconciliation Service API 0.2, 6</a>
 */
final class PreviewRoute {
  private final KnowledgeGraph graph;
  private final Freshness freshness;
  private final Pages pages;

  PreviewRoute(KnowledgeGraph graph, Freshness freshness, Pages pages) {
    this.graph = graph;
    this.freshness = freshness;
    this.pages = pages;
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, "/reconcile/preview", this::preview);
  }

  /** A page that other sites may frame: it has no form, and its links open elsewhere. */
  private void preview(Context ctx) {
    String type = MediaTypes.negotiate(ctx, List.of(MediaTypes.HTML));
    String language = Languages.of(ctx);
    String id = Optional.ofNullable(ctx.queryParam("id")).orElse("");
    graph.read(
        snapshot -> {
          Node thing = NodeFactory.createURI(id);
          if (!Description.isKnown(snapshot, thing)) {
            throw new ProblemException(
                Problem.of(ProblemKind.UNKNOWN_THING, "preview.unknown", id));
          }
          if (!freshness.isKnown(ctx, snapshot.commit(), type, language)) {
            pages.render(
                ctx, "preview.jte", language, PreviewPage.of(snapshot.union(), thing, language));
          }
          ctx.header(
              "Content-Security-Policy",
              Facade.POLICY.replace("frame-ancestors 'none'", "frame-ancestors *"));
          return type;
        });
  }
}
