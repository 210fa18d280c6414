package org.bluethread.endpoint;

import java.util.function.Supplier;
import org.bluethread.endpoint.UnusableRequestException.Fault;

/**
 * Bounds how deep requests may be nested. Parsers and evaluators recurse, so what bounds them is
 * the stack of the thread; running out of it is the request's fault and must not look like the
 * server's.
 */
final class Nesting {
  private Nesting() {}

  /**
   * Runs something that recurses over what a client sent.
   *
   * @throws UnusableRequestException if that is nested too deeply
   */
  static <T> T bounded(Supplier<T> recursion) {
    try {
      return recursion.get();
    } catch (StackOverflowError e) {
      throw new UnusableRequestException(Fault.NESTED_TOO_DEEPLY);
    } catch (RuntimeException e) {
      if (isTooDeep(e)) {
        throw new UnusableRequestException(Fault.NESTED_TOO_DEEPLY);
      }
      throw e;
    }
  }

  /** Like {@link #bounded(Supplier)}, without a result. */
  static void bounded(Runnable recursion) {
    bounded(
        () -> {
          recursion.run();
          return recursion;
        });
  }

  /** Whether a parser ran out of stack and said so in its own way. */
  static boolean isTooDeep(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StackOverflowError) {
        return true;
      }
    }
    return false;
  }
}
