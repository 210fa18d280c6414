package org.bluethread.facade;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluethread.facade.pages.ChangePage;
import org.bluethread.facade.pages.ChangesPage;
import org.bluethread.facade.pages.Pages;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;
import org.bluethread.graph.Commit;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.publish.history.ChangedStatements;

/** {@code /changes}: the commit log, and what each commit changed. */
final class ChangeRoutes {
  private static final String RDF_PATCH = "application/rdf-patch";
  private static final Formats<String> LOG = formats("json", MediaTypes.JSON);
  private static final Formats<String> ENTRY = formats("rdfp", RDF_PATCH);
  private static final int MOST_ENTRIES = 1000;
  private static final int USUAL_ENTRIES = 100;

  private final KnowledgeGraph graph;
  private final Freshness freshness;
  private final Pages pages;

  ChangeRoutes(KnowledgeGraph graph, Freshness freshness, Pages pages) {
    this.graph = graph;
    this.freshness = freshness;
    this.pages = pages;
  }

  /** Programs get what they always got, and browsers a page. */
  private static Formats<String> formats(String name, String type) {
    Map<String, String> named = new LinkedHashMap<>();
    named.put(name, type);
    named.put("html", MediaTypes.HTML);
    return new Formats<>(named, one -> one);
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, "/changes", this::changes);
    Reading.route(routes, "/changes/{number}", this::change);
  }

  private void changes(Context ctx) {
    String type = LOG.wanted(ctx);
    String language = Languages.of(ctx);
    int most = Parameters.integer(ctx, "most", 1, MOST_ENTRIES, USUAL_ENTRIES);
    int before = Parameters.integer(ctx, "before", 1, 999_999_999, Integer.MAX_VALUE);
    freshness.checkCommits();
    long last = graph.lastCommit();
    if (freshness.isKnown(ctx, last, type, language)) {
      return;
    }
    List<Commit> commits = graph.history().from(Math.min(last, before - 1L), most);
    Optional<String> older = older(ctx, commits);
    older.ifPresent(address -> ctx.header("Link", "<" + address + ">; rel=\"next\""));
    if (type.equals(MediaTypes.HTML)) {
      pages.render(ctx, "changes.jte", language, ChangesPage.of(commits, older, language));
    } else {
      ctx.jsonStream(commits);
    }
  }

  /** The address of the commits before these. */
  private static Optional<String> older(Context ctx, List<Commit> commits) {
    return commits.isEmpty() || commits.get(commits.size() - 1).number() == 1
        ? Optional.empty()
        : Optional.of(
            SelfLinks.with(ctx, "before", Long.toString(commits.get(commits.size() - 1).number())));
  }

  private void change(Context ctx) {
    String type = ENTRY.wanted(ctx);
    freshness.checkCommits();
    String text = ctx.pathParam("number");
    long number = text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    Path patch =
        graph
            .history()
            .patch(number)
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.of(ProblemKind.NO_SUCH_COMMIT, "commit.unknown", text)));
    ctx.header("Vary", Vary.FORMAT_AND_LANGUAGE);
    if (type.equals(MediaTypes.HTML)) {
      page(ctx, number, patch);
    } else {
      send(ctx, patch);
    }
  }

  private void page(Context ctx, long number, Path patch) {
    String language = Languages.of(ctx);
    graph.read(
        snapshot -> {
          Commit commit = graph.history().commit(number).orElseThrow();
          if (!freshness.isKnown(ctx, snapshot.commit(), MediaTypes.HTML, language)) {
            ChangedStatements changed = ChangedStatements.first(patch, ChangePage.MOST_SHOWN);
            pages.render(
                ctx, "change.jte", language, ChangePage.of(snapshot, commit, changed, language));
          }
          return number;
        });
  }

  private static void send(Context ctx, Path patch) {
    try (InputStream in = Files.newInputStream(patch)) {
      ctx.contentType(RDF_PATCH);
      in.transferTo(ctx.res().getOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
