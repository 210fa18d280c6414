package org.bluethread.facade;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.bluethread.endpoint.RdfBody;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;
import org.bluethread.graph.Author;
import org.bluethread.graph.Commit;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.ReleaseGraphException;
import org.bluethread.graph.WriteRequest;
import org.bluethread.vocabulary.Addresses;

/** What operators do: the log of commits, compaction, and putting back a backup. */
final class AdminRoutes {
  private static final int MOST_ENTRIES = 1000;
  private static final int USUAL_ENTRIES = 100;

  private final KnowledgeGraph graph;
  private final Callers callers;
  private final Bodies bodies;
  private final Freshness freshness;

  AdminRoutes(KnowledgeGraph graph, Callers callers, Bodies bodies, Freshness freshness) {
    this.graph = graph;
    this.callers = callers;
    this.bodies = bodies;
    this.freshness = freshness;
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, "/changes", this::changes);
    Reading.route(routes, "/changes/{number}", this::change);
    routes.post("/admin/compact", this::compact);
    routes.post("/admin/restore", this::restore);
  }

  private void changes(Context ctx) {
    int most = Parameters.integer(ctx, "most", 1, MOST_ENTRIES, USUAL_ENTRIES);
    List<Commit> commits = graph.history(most);
    long newest = commits.isEmpty() ? 0 : commits.get(0).number();
    if (!freshness.isKnown(ctx, newest, MediaTypes.JSON)) {
      ctx.json(commits);
    }
  }

  private void change(Context ctx) {
    String number = ctx.pathParam("number");
    Path patch =
        Optional.of(number)
            .filter(text -> text.matches("[0-9]{1,18}"))
            .flatMap(text -> graph.patch(Long.parseLong(text)))
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.of(
                            ProblemKind.NO_SUCH_COMMIT,
                            "There is no commit " + number + ".",
                            "See /changes for the numbers there are.")));
    try (InputStream in = Files.newInputStream(patch)) {
      ctx.contentType("application/rdf-patch");
      in.transferTo(ctx.res().getOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void compact(Context ctx) {
    callers.author(ctx);
    ctx.json(Map.of("compacted", graph.compact()));
  }

  private void restore(Context ctx) {
    Author author = callers.author(ctx);
    if (!author.mayRelease()) {
      throw new ReleaseGraphException(Addresses.RELEASE_GRAPH.getURI());
    }
    byte[] backup = bodies.read(ctx);
    if (backup.length == 0) {
      throw new ProblemException(
          Problem.of(
              ProblemKind.EMPTY_BACKUP,
              "The request has no body: restoring it would remove the whole graph.",
              "Send the N-Quads that /export gives. To empty a graph store, use CLEAR ALL."));
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
    ctx.json(WriteAnswer.of(graph.write(request)));
  }
}
