package org.bluethread.facade;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.bluethread.facade.pages.Pages;
import org.bluethread.facade.pages.SubmitPage;
import org.bluethread.facade.pages.SubmitPage.Fields;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;
import org.bluethread.gate.Report;
import org.bluethread.graph.Author;
import org.bluethread.graph.Change;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Outcome;
import org.bluethread.graph.RefusedException;
import org.bluethread.graph.WriteRequest;

/**
 * {@code /submit}: the writing doors as a form, for people. Whatever becomes of what they send, the
 * form has it again.
 *
 * <p>The token is a field of the form. Browsers send nothing by themselves that allows writing, so
 * a page of another site cannot have its reader write here.
 */
final class SubmitRoutes {
  private static final String ANYBODY = "anybody";

  private final KnowledgeGraph graph;
  private final Callers callers;
  private final Bodies bodies;
  private final SentReader reader;
  private final Freshness freshness;
  private final Pages pages;

  SubmitRoutes(
      KnowledgeGraph graph, Callers callers, Bodies bodies, Freshness freshness, Pages pages) {
    this.graph = graph;
    this.callers = callers;
    this.bodies = bodies;
    this.reader = new SentReader(graph, bodies);
    this.freshness = freshness;
    this.pages = pages;
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, "/submit", this::form);
    routes.post("/submit", this::submit);
  }

  private void form(Context ctx) {
    requirePage(ctx);
    String language = Languages.of(ctx);
    Fields fields =
        Fields.empty(
            Optional.ofNullable(ctx.queryParam("graph")).orElse(""),
            Optional.ofNullable(ctx.queryParam("class")).orElse(""));
    graph.read(
        snapshot -> {
          if (!freshness.isKnown(ctx, snapshot.commit(), MediaTypes.HTML, language)) {
            SubmitPage page = SubmitPage.of(snapshot, fields, new SubmitPage.Unsent(), language);
            pages.render(ctx, "submit.jte", language, page);
          }
          return fields;
        });
  }

  private void submit(Context ctx) {
    requirePage(ctx);
    String language = Languages.of(ctx);
    Submission submission = Submission.read(ctx, bodies);
    SubmitPage.Answer answer = answer(ctx, submission, language);
    graph.read(
        snapshot -> {
          freshness.passing(ctx, Vary.FORMAT_AND_LANGUAGE, snapshot.commit());
          SubmitPage page = SubmitPage.of(snapshot, submission.fields(), answer, language);
          pages.render(ctx, "submit.jte", language, page);
          return page;
        });
  }

  private SubmitPage.Answer answer(Context ctx, Submission submission, String language) {
    try {
      return submission.isToBeStored()
          ? store(ctx, submission, language)
          : check(ctx, submission, language);
    } catch (RuntimeException e) {
      Problem problem = SentProblems.of(e).orElseThrow(() -> e);
      ctx.status(problem.status());
      if (problem.status() == 401) {
        ctx.header("WWW-Authenticate", Callers.CHALLENGE);
      }
      return SubmitPage.Failed.of(problem, submission.readable(), SentProblems.line(e));
    }
  }

  private SubmitPage.Answer check(Context ctx, Submission submission, String language) {
    Node target = target(submission);
    Sent sent = sent(ctx, submission, target);
    Outcome outcome =
        graph.tryOut(
            new WriteRequest(
                new Author(ANYBODY, true),
                "validate",
                "",
                sent.hash(),
                change(submission, sent, target)));
    Report report = sent.located(outcome.report(), target);
    ctx.header(WriteRoutes.VERDICT_HEADER, report.passes() ? "passes" : "refused");
    return SubmitPage.Judged.of(
        report, outcome.added(), outcome.removed(), submission.readable(), language);
  }

  private SubmitPage.Answer store(Context ctx, Submission submission, String language) {
    Author author = callers.author(submission.token());
    Node target = target(submission);
    Sent sent = sent(ctx, submission, target);
    try {
      Outcome outcome =
          graph.write(
              new WriteRequest(
                  author,
                  "submit",
                  submission.message(),
                  sent.hash(),
                  change(submission, sent, target)));
      return SubmitPage.Stored.of(outcome, language);
    } catch (RefusedException e) {
      ctx.status(422);
      Report report = sent.located(e.report(), target);
      return SubmitPage.Judged.of(report, 0, 0, submission.readable(), language);
    }
  }

  private Sent sent(Context ctx, Submission submission, Node target) {
    return reader.read(ctx, target, submission.type(), submission.bytes(), submission.className());
  }

  private static Change change(Submission submission, Sent sent, Node target) {
    return submission.replaces() ? sent.replace(target) : sent.addTo(target);
  }

  private Node target(Submission submission) {
    if (!submission.graph().isEmpty()) {
      return Iris.graph(submission.graph());
    }
    if (submission.replaces()) {
      throw new ProblemException(Problem.of(ProblemKind.WHICH_GRAPH, "submit.which-graph"));
    }
    return graph.defaultGraph().node();
  }

  /** Programs have doors of their own, which answer in the formats they want. */
  private static void requirePage(Context ctx) {
    if (MediaTypes.acceptable(ctx, List.of(MediaTypes.HTML)).isEmpty()) {
      throw new ProblemException(Problem.of(ProblemKind.NOT_ACCEPTABLE, "submit.page-only"));
    }
  }
}
