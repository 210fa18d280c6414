package org.bluethread.facade;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;

/** Parameters of an address that are not just text. */
final class Parameters {
  private Parameters() {}

  /**
   * Checks that the parameters of the address can be decoded: those that cannot would look absent.
   *
   * @throws ProblemException 400 if they cannot
   */
  static void check(Context ctx) {
    if (ctx.queryString() == null) {
      return;
    }
    try {
      String latin = URLDecoder.decode(ctx.queryString(), StandardCharsets.ISO_8859_1);
      byte[] bytes = latin.getBytes(StandardCharsets.ISO_8859_1);
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw new ProblemException(Problem.of(ProblemKind.BAD_ENCODING, "address.encoding"));
    }
  }

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
        Problem.of(ProblemKind.BAD_PARAMETER, "parameter.number", name, text, least, most));
  }

  /**
   * How many statements to pass over; none if the address does not say.
   *
   * @throws ProblemException 400 if it is no whole number of at most nine digits
   */
  static int offset(Context ctx) {
    return integer(ctx, "offset", 0, 999_999_999, 0);
  }

  /**
   * Whether something is wanted; not if the address does not say.
   *
   * @throws ProblemException 400 if it is neither {@code true} nor {@code false}
   */
  static boolean truth(Context ctx, String name) {
    String text = ctx.queryParam(name);
    if (text == null || text.equals("false")) {
      return false;
    }
    if (text.equals("true")) {
      return true;
    }
    throw new ProblemException(
        Problem.of(ProblemKind.BAD_PARAMETER, "parameter.truth", name, text));
  }
}
