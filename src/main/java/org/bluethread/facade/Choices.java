package org.bluethread.facade;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.bluethread.facade.pages.ShortNames;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;

/** Parameters of an address that name one of a few things, or one of a few words. */
final class Choices {
  /** How many of the names are told to who gave another. */
  private static final int MOST_TOLD = 50;

  private Choices() {}

  /**
   * The thing that a parameter names; empty if the parameter is missing or has no value.
   *
   * @throws ProblemException 400 with the names there are, if it is none of them
   */
  static Optional<Node> thing(Context ctx, String name, ShortNames things) {
    return value(ctx, name)
        .map(text -> things.find(text).orElseThrow(() -> unknown(name, text, things.all())));
  }

  /**
   * The word that a parameter gives; empty if the parameter is missing or has no value.
   *
   * @throws ProblemException 400 with the words there are, if it is none of them
   */
  static Optional<String> word(Context ctx, String name, List<String> words) {
    Optional<String> word = value(ctx, name);
    if (word.isPresent() && !words.contains(word.get())) {
      throw unknown(name, word.get(), words);
    }
    return word;
  }

  /** A field that is left empty is one that is not chosen. */
  private static Optional<String> value(Context ctx, String name) {
    return Optional.ofNullable(ctx.queryParam(name)).filter(text -> !text.isEmpty());
  }

  private static ProblemException unknown(String name, String text, List<String> known) {
    String told = String.join(", ", known.subList(0, Math.min(known.size(), MOST_TOLD)));
    String key =
        known.isEmpty()
            ? "parameter.no-choice"
            : known.size() > MOST_TOLD ? "parameter.choices" : "parameter.choice";
    return new ProblemException(Problem.of(ProblemKind.BAD_PARAMETER, key, name, text, told));
  }
}
