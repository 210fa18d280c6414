package org.bluethread.facade;

import java.util.Map;
import java.util.function.Function;
import org.bluethread.endpoint.TooLargeToBuildException;
import org.bluethread.endpoint.TooManyRowsException;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemKind;
import org.bluethread.federation.FederatedQueryException;
import org.bluethread.federation.ForbiddenAddressException;
import org.bluethread.graph.NotRefreshedException;
import org.bluethread.graph.ReadOnlyException;

/** What may stand against an answer, or against writing at all. */
final class AnswerProblems {
  /** The exceptions that have a problem here, none of them a kind of another, with that problem. */
  static final Map<Class<? extends RuntimeException>, Function<RuntimeException, Problem>> KINDS =
      Map.of(
          TooManyRowsException.class,
          Problem.as(ProblemKind.TOO_MANY_ROWS, "Add a LIMIT, or get the whole graph at /export."),
          TooLargeToBuildException.class,
          Problem.as(
              ProblemKind.ANSWER_TOO_LARGE,
              "Ask for application/n-triples or text/turtle, which have no such limit, or add a"
                  + " LIMIT."),
          ForbiddenAddressException.class,
          Problem.as(
              ProblemKind.REMOTE_ACCESS,
              "Whoever runs this server can declare it in the file of members: see"
                  + " docs/operating.md."),
          FederatedQueryException.class,
          Problem.as(ProblemKind.UNUSABLE_REQUEST, "Change the query: see docs/api.md."),
          ReadOnlyException.class,
          Problem.as(
              ProblemKind.READ_ONLY,
              "Write to that store by its own means, then let this server read it with POST"
                  + " /admin/refresh."),
          NotRefreshedException.class,
          Problem.as(
              ProblemKind.NOT_REFRESHED,
              "Try again later; /health says whether the store answers."));

  private AnswerProblems() {}
}
