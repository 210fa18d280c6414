package org.bluethread.federation;

import java.util.List;

/** An address that this server does not ask: not declared, or not of a kind that is allowed. */
public final class ForbiddenAddressException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Fault {
    /** The endpoint that SERVICE names, and those that are declared. */
    UNDECLARED("SERVICE %s is refused: this server asks declared members only: %s."),
    /** The variable of SERVICE that has no value, and the endpoints that are declared. */
    UNBOUND(
        "SERVICE %s is refused, because its variable has no value: this server asks declared"
            + " members only: %s."),
    /** A member, its host, the kind of address that this stands for, and the kinds allowed. */
    KIND(
        "The member %s is not asked: its host %s stands for an address of the kind %s, and its"
            + " declaration allows: %s.");

    private final String sentence;

    Fault(String sentence) {
      this.sentence = sentence;
    }
  }

  private final Fault fault;
  private final transient List<Object> arguments;

  ForbiddenAddressException(Fault fault, Object... arguments) {
    super(fault.sentence.formatted(arguments));
    this.fault = fault;
    this.arguments = List.of(arguments);
  }

  /** What is wrong. */
  public Fault fault() {
    return fault;
  }

  /** What the fault speaks of, in its order. */
  public List<Object> arguments() {
    return arguments;
  }
}
