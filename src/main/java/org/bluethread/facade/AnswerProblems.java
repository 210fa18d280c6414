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
          Problem.as(ProblemKind.TOO_MANY_ROWS, "rows.too-many"),
          TooLargeToBuildException.class,
          Problem.as(ProblemKind.ANSWER_TOO_LARGE, "answer.too-large"),
          ForbiddenAddressException.class,
          Problem.as(ProblemKind.REMOTE_ACCESS, "member.undeclared"),
          FederatedQueryException.class,
          Problem.as(ProblemKind.UNUSABLE_REQUEST, "federated.unusable"),
          ReadOnlyException.class,
          Problem.as(ProblemKind.READ_ONLY, "store.read-only"),
          NotRefreshedException.class,
          Problem.as(ProblemKind.NOT_REFRESHED, "store.not-read"));

  private AnswerProblems() {}
}
