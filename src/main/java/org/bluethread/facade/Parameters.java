package org.bluethread.facade;

import io.javalin.http.Context;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;

/** Parameters of an address that are not just text. */
final class Parameters {
  private Parameters() {}

  /**
   * A whole number.
   *
   * @param usual what it is when the address does not say
   * @throws ProblemException 400 if it is no whole number from {@code least} to {@code most}
   */
  static int integer(Context ctx, String name, int least, int most, int usual) {
    String text = ctx.queryParam(name);
    if (text == null) {
      return usual;
    }
    if (text.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new ProblemException(
        Problem.of(
            "bad-parameter",
            "A parameter cannot be read",
            400,
            "The parameter " + name + " is \"" + text + "\".",
            "Give a whole number from " + least + " to " + most + "."));
  }
}
