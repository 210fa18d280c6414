package org.bluethread.endpoint;

import java.util.List;
import java.util.Optional;

/**
 * A request that is well formed but that no state of the graph would let this server carry out: the
 * request has to change.
 */
public final class UnusableRequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Fault {
    /** It has brackets in brackets, or one chain of many operators. */
    NESTED_TOO_DEEPLY(
        "It is nested too deeply to be read: brackets in brackets, or one chain of many thousand"
            + " operators. Write it flatter."),
    /** An update names its graphs itself, and in the parameters of the protocol. */
    GRAPHS_NAMED_TWICE(
        "The request has USING or WITH, and the parameters using-graph-uri or using-named-graph-uri"
            + " too: keep one of them."),
    /** The position of the byte, from 0, that is none of UTF-8. */
    NOT_UTF_8("The byte at position %s is not UTF-8. Send the text in UTF-8.");

    private final String sentence;

    Fault(String sentence) {
      this.sentence = sentence;
    }
  }

  private final transient Optional<Fault> fault;
  private final transient List<Object> arguments;

  UnusableRequestException(Fault fault, Object... arguments) {
    super(fault.sentence.formatted(arguments));
    this.fault = Optional.of(fault);
    this.arguments = List.of(arguments);
  }

  /**
   * @param cause what said what is wrong with it
   */
  UnusableRequestException(RuntimeException cause) {
    super(cause.getMessage(), cause);
    this.fault = Optional.empty();
    this.arguments = List.of();
  }

  /** What is wrong; empty if the message is that of what carries requests out. */
  public Optional<Fault> fault() {
    return fault;
  }

  /** What the fault speaks of, in its order. */
  public List<Object> arguments() {
    return arguments;
  }
}
