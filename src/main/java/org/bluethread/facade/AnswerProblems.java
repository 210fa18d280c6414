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
          e ->
              Problem.of(
                  ProblemKind.TOO_MANY_ROWS, "rows.too-many", ((TooManyRowsException) e).most()),
          TooLargeToBuildException.class,
          e ->
              Problem.of(
                  ProblemKind.ANSWER_TOO_LARGE,
                  "answer.too-large",
                  ((TooLargeToBuildException) e).most()),
          ForbiddenAddressException.class,
          e ->
              Problem.of(
                  ProblemKind.REMOTE_ACCESS, "member.undeclared", (ForbiddenAddressException) e),
          FederatedQueryException.class,
          e ->
              Problem.of(
                  ProblemKind.UNUSABLE_REQUEST, "federated.unusable", (FederatedQueryException) e),
          ReadOnlyException.class,
          e -> Problem.of(ProblemKind.READ_ONLY, "store.read-only"),
          NotRefreshedException.class,
          e -> Problem.of(ProblemKind.NOT_REFRESHED, "store.not-read"));

  private AnswerProblems() {}
}
