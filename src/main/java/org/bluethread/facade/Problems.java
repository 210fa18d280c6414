package org.bluethread.facade;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.shared.InvalidPropertyURIException;
import org.bluethread.endpoint.BrokenAnswerException;
import org.bluethread.endpoint.TimeLimitException;
import org.bluethread.facade.pages.Pages;
import org.bluethread.facade.pages.ProblemPage;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemKind;
import org.bluethread.federation.MemberException;
import org.bluethread.graph.RefusedException;
import org.bluethread.graph.StoreElsewhereException;
import org.bluethread.trace.LinksNotReadyException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From exceptions to answers, once for all routes: a problem document for what went wrong, a
 * validation report for what the gate refused, a broken transfer for what failed too late to say.
 */
final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private static final List<String> FORMATS =
      List.of(Problem.MEDIA_TYPE, MediaTypes.JSON, MediaTypes.HTML);

  /** Marks a request whose answer is a problem, so that no other one takes its place. */
  private static final String ANSWERED = Problems.class.getName();

  private final Reports reports;
  private final Pages pages;

  Problems(Reports reports, Pages pages) {
    this.reports = reports;
    this.pages = pages;
  }

  void register(RoutesConfig routes) {
    for (var kinds : List.of(SentProblems.KINDS, AnswerProblems.KINDS)) {
      kinds.forEach(
          (kind, problem) -> routes.exception(kind, (e, ctx) -> answer(ctx, problem.apply(e))));
    }
    routes.exception(RefusedException.class, (e, ctx) -> reports.answer(ctx, 422, e.report()));
    routes.exception(TimeLimitException.class, (e, ctx) -> answer(ctx, timeout(e)));
    routes.exception(MemberException.class, (e, ctx) -> answer(ctx, memberFailed(e)));
    routes.exception(QueryCancelledException.class, this::cancelled);
    routes.exception(CancellationException.class, (e, ctx) -> answer(ctx, longTrace()));
    routes.exception(
        LinksNotReadyException.class,
        (e, ctx) -> {
          ctx.header("Retry-After", "1");
          answer(ctx, linksNotReady());
        });
    routes.exception(StoreElsewhereException.class, this::storeFailed);
    routes.exception(BrokenAnswerException.class, Problems::breakTransfer);
    routes.exception(QueryException.class, (e, ctx) -> answer(ctx, SentProblems.syntax(e)));
    routes.exception(InvalidPropertyURIException.class, this::unwritable);
    routes.exception(
        HttpResponseException.class,
        (e, ctx) -> {
          String allowed = e.getDetails().get("availableMethods");
          if (e.getStatus() == 405 && allowed != null) {
            ctx.header("Allow", allowed);
          }
          answer(ctx, http(e.getStatus(), ctx));
        });
    routes.exception(Exception.class, this::unexpected);
    for (int status : List.of(404, 405)) {
      routes.error(status, ctx -> answerUnlessAnswered(ctx, status));
    }
  }

  private static Problem longTrace() {
    return Problem.of(ProblemKind.TIMEOUT, "trace.time");
  }

  private static Problem linksNotReady() {
    return Problem.of(ProblemKind.NOT_READY, "links.not-ready");
  }

  /** Begins an answer that says what is wrong: nobody says it again, and nobody keeps it. */
  static void begin(Context ctx, int status) {
    ctx.attribute(ANSWERED, true);
    ctx.status(status);
    ctx.header("Cache-Control", "no-store");
    ctx.res().setHeader("ETag", null); // That of the answer which was not given.
    ctx.header("Vary", Vary.FORMAT_AND_LANGUAGE);
  }

  /** Answers with a problem document, which is shown as a page to clients that prefer pages. */
  private void answer(Context ctx, Problem problem) {
    begin(ctx, problem.status());
    if (problem.kind() == ProblemKind.BUSY) {
      ctx.header("Retry-After", "1");
    }
    if (problem.status() == 401) {
      ctx.header("WWW-Authenticate", Callers.CHALLENGE);
    }
    String language = Languages.closest(ctx);
    String type = MediaTypes.acceptable(ctx, FORMATS).orElse(Problem.MEDIA_TYPE);
    if (type.equals(MediaTypes.HTML)) {
      pages.render(ctx, "problem.jte", language, new ProblemPage(problem));
    } else {
      ctx.jsonStream(problem.in(language));
      ctx.contentType(Problem.MEDIA_TYPE);
    }
  }

  private void answerUnlessAnswered(Context ctx, int status) {
    if (ctx.attribute(ANSWERED) == null) {
      answer(ctx, http(status, ctx));
    }
  }

  private void storeFailed(StoreElsewhereException e, Context ctx) {
    LOG.warn("{} {}: {}", ctx.req().getMethod(), ctx.path(), e.getMessage());
    if (ctx.res().isCommitted()) {
      breakTransfer(e, ctx);
      return;
    }
    ctx.res().resetBuffer();
    ProblemKind kind =
        switch (e.kind()) {
          case AWAY -> ProblemKind.STORE_AWAY;
          case LATE -> ProblemKind.STORE_LATE;
          case BAD -> ProblemKind.STORE_BAD;
        };
    answer(ctx, Problem.quoting(kind, e.getMessage(), "store.failed"));
  }

  private static Problem memberFailed(MemberException e) {
    LOG.warn("{} Cause: {}", e.getMessage(), String.valueOf(e.getCause()));
    return Problem.quoting(ProblemKind.MEMBER_FAILED, e.getMessage(), "member.failed");
  }

  private void cancelled(QueryCancelledException e, Context ctx) {
    if (ctx.res().isCommitted()) {
      breakTransfer(e, ctx);
    } else {
      answer(ctx, Problem.of(ProblemKind.TIMEOUT, "query.time"));
    }
  }

  private static Problem timeout(TimeLimitException e) {
    return Problem.of(ProblemKind.TIMEOUT, "query.time.of", e.limit().toMillis() / 1000.0);
  }

  private void unwritable(InvalidPropertyURIException e, Context ctx) {
    if (ctx.res().isCommitted()) {
      breakTransfer(e, ctx);
      return;
    }
    ctx.res().resetBuffer();
    answer(ctx, Problem.of(ProblemKind.NOT_ACCEPTABLE, "property.unwritable", e.getMessage()));
  }

  private static Problem http(int status, Context ctx) {
    return switch (status) {
      case 404 -> Problem.of(ProblemKind.NOT_FOUND, "nothing", ctx.path());
      case 405 ->
          Problem.of(ProblemKind.METHOD_NOT_ALLOWED, "method", ctx.path(), ctx.req().getMethod());
      default -> Problem.of(ProblemKind.REFUSED, "refused").with(status);
    };
  }

  private void unexpected(Exception e, Context ctx) {
    if (ctx.res().isCommitted()) {
      breakTransfer(e, ctx);
      return;
    }
    LOG.error("{} {} failed", ctx.req().getMethod(), ctx.path(), e);
    answer(ctx, Problem.of(ProblemKind.INTERNAL, "failed"));
  }

  /** Ends the connection without ending the answer, so that nobody takes a part for the whole. */
  private static void breakTransfer(Exception e, Context ctx) {
    LOG.warn("{} {} broken off: {}", ctx.req().getMethod(), ctx.path(), e.getMessage());
    ServletContextRequest.getServletContextRequest(ctx.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }
}
