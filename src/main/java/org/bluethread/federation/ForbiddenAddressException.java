package org.bluethread.federation;

import org.bluethread.execution.FaultyRequestException;

/** An address that this server does not ask: not declared, or not of a kind that is allowed. */
public final class ForbiddenAddressException extends FaultyRequestException {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Fault implements FaultyRequestException.Fault {
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

    @Override
    public String sentence() {
      return sentence;
    }
  }

  ForbiddenAddressException(Fault fault, Object... arguments) {
    super(null, fault, arguments);
  }
}
