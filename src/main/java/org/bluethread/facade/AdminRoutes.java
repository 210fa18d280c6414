package org.bluethread.facade;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.bluethread.endpoint.RdfBody;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;
import org.bluethread.graph.Author;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.ReleaseGraphException;
import org.bluethread.graph.WriteRequest;
import org.bluethread.vocabulary.Addresses;

/** What operators do: compaction, putting back a backup, and reading a store elsewhere anew. */
final class AdminRoutes {
  private final KnowledgeGraph graph;
  private final Callers callers;
  private final Bodies bodies;

  AdminRoutes(KnowledgeGraph graph, Callers callers, Bodies bodies) {
    this.graph = graph;
    this.callers = callers;
    this.bodies = bodies;
  }

  void register(RoutesConfig routes) {
    routes.post("/admin/compact", this::compact);
    routes.post("/admin/restore", this::restore);
    routes.post("/admin/refresh", this::refresh);
  }

  private void compact(Context ctx) {
    callers.author(ctx);
    ctx.jsonStream(Map.of("compacted", graph.compact()));
  }

  private void refresh(Context ctx) {
    callers.author(ctx);
    // What is derived from a store of this server's own follows each commit.
    Object refreshed = graph.isElsewhere() ? graph.refresh().toString() : false;
    ctx.jsonStream(Map.of("refreshed", refreshed));
  }

  private void restore(Context ctx) {
    Author author = callers.author(ctx);
    if (!author.mayRelease()) {
      throw new ReleaseGraphException(Addresses.RELEASE_GRAPH.getURI());
    }
    byte[] backup = bodies.read(ctx);
    if (backup.length == 0) {
      throw new ProblemException(Problem.of(ProblemKind.EMPTY_BACKUP, "backup.empty"));
    }
    RdfBody body = new RdfBody(backup, Lang.NQUADS, Addresses.BASE);
    WriteRequest request =
        new WriteRequest(
            author,
            "restore",
            "Restore a backup",
            body.hash(),
            target -> {
              target.deleteAny(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
              body.addTo(graph.defaultGraph().node()).apply(target);
            });
    ctx.jsonStream(WriteAnswer.of(graph.write(request)));
  }
}
