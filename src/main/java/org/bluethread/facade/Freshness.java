package org.bluethread.facade;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bluethread.facade.answers.AsOf;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.NotRefreshedException;
import org.bluethread.graph.Sha256;

/**
 * Says which commit an answer was given from, and spares sending what the client has: entity tags
 * are made of store, commit, build and representation. A store elsewhere has no commits: nothing of
 * it is kept, and answers say when it was last read.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13">RFC 9110, 13</a>
 */
final class Freshness {
  /** What is sent with answers that never change. */
  static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final KnowledgeGraph graph;
  private final String build;

  /**
   * @param graph what answers are given from
   * @param build the version of the program, which decides how answers look
   */
  Freshness(KnowledgeGraph graph, String build) {
    this.graph = graph;
    this.build = build;
  }

  /**
   * The state of the graph that an answer from an index is of.
   *
   * @param commit the commit the index stands at
   * @throws NotRefreshedException if others hold the store, and it has not been read yet
   */
  AsOf asOf(long commit) {
    return graph.isElsewhere()
        ? AsOf.time(graph.lastRefresh().orElseThrow(NotRefreshedException::new))
        : AsOf.commit(commit);
  }

  /**
   * Checks that what is derived from the graph is there.
   *
   * @throws NotRefreshedException if others hold the store, and it has not been read yet
   */
  void checkRead() {
    if (graph.isElsewhere() && graph.lastRefresh().isEmpty()) {
      throw new NotRefreshedException();
    }
  }

  /**
   * Checks that there is a log of commits.
   *
   * @throws ProblemException 404 if others hold the store
   */
  void checkCommits() {
    if (graph.isElsewhere()) {
      throw new ProblemException(
          Problem.of(ProblemKind.NO_COMMITS, "commits.none", Facade.REFRESHED_HEADER));
    }
  }

  /** Whether the client has some answer already, and asks if it is still good. */
  static boolean isAskedFor(Context ctx) {
    return ctx.header("If-None-Match") != null;
  }

  /**
   * Sets the headers of an answer that is chosen by format and language.
   *
   * @param commit the commit the answer is given from
   * @param representation everything besides the address that decides how it looks: media type,
   *     language
   * @return whether the client has this answer already: the status is then 304, and no body is due
   */
  boolean isKnown(Context ctx, long commit, String... representation) {
    return isKnown(ctx, Vary.FORMAT_AND_LANGUAGE, commit, representation);
  }

  /**
   * Like {@link #isKnown(Context, long, String...)}.
   *
   * @param vary the headers of requests that choose the answer
   */
  boolean isKnown(Context ctx, String vary, long commit, String... representation) {
    return isKnown(ctx, "no-cache", vary, commit, representation);
  }

  /**
   * Like {@link #isKnown(Context, long, String...)}, for what never changes at its address: whoever
   * has it need not ask again.
   */
  boolean isKnownForEver(Context ctx, String vary, long commit, String... representation) {
    return isKnown(ctx, FOR_EVER, vary, commit, representation);
  }

  private boolean isKnown(
      Context ctx, String caching, String vary, long commit, String... representation) {
    passing(ctx, vary, commit);
    if (graph.isElsewhere()) {
      return false; // It may be another answer the next time, and nobody knows when.
    }
    String tag = tag(ctx, commit, representation);
    ctx.header("Cache-Control", caching);
    ctx.header("ETag", tag);
    String known = ctx.header("If-None-Match");
    boolean same =
        known != null
            && Arrays.stream(known.split(",", -1))
                .map(String::strip)
                .anyMatch(one -> one.equals("*") || one.replaceFirst("^W/", "").equals(tag));
    if (same) {
      ctx.status(304);
    }
    return same;
  }

  /** Sets the headers of an answer that nobody gets again: it may be another one the next time. */
  void passing(Context ctx, String vary, long commit) {
    standing(ctx, commit);
    ctx.header("Cache-Control", "no-store");
    ctx.header("Vary", vary);
  }

  /** Sets the headers of an answer that says where another one is. */
  void redirection(Context ctx, long commit) {
    standing(ctx, commit);
    ctx.header("Cache-Control", graph.isElsewhere() ? "no-store" : "no-cache");
  }

  /** Names the commit; for a store that has none, when it was last read. */
  private void standing(Context ctx, long commit) {
    if (graph.isElsewhere()) {
      graph.lastRefresh().ifPresent(time -> ctx.header(Facade.REFRESHED_HEADER, time.toString()));
    } else {
      ctx.header(Facade.COMMIT_HEADER, Long.toString(commit));
    }
  }

  private String tag(Context ctx, long commit, String... representation) {
    String variant =
        ctx.fullUrl()
            + "\n"
            + String.join("\n", representation)
            + "\n"
            + graph.storeId()
            + "\n"
            + build;
    String hash = Sha256.hex(variant.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    return "\"" + commit + "-" + hash + "\"";
  }
}
