package org.bluethread.federation;

import org.bluethread.execution.FaultyRequestException;

/** A query that cannot be asked of a federation. */
public final class FederatedQueryException extends FaultyRequestException {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Fault implements FaultyRequestException.Fault {
    /** It has brackets in brackets, or one chain of many operators. */
    NESTED_TOO_DEEPLY("It is nested too deeply to be read. Write it flatter."),
    /** It is a DESCRIBE. */
    DESCRIBE(
        "DESCRIBE means something else at every member. Say with CONSTRUCT what you want to know."),
    /** It says from which graphs. */
    FROM(
        "FROM and FROM NAMED are not for a federation: each member is asked for what stands in its"
            + " default graph. Name graphs with GRAPH, or ask one endpoint."),
    /** The endpoint that SERVICE names. */
    SERVICE(
        "SERVICE %s is not for a federation, which finds by itself who has what. Ask /sparql, where"
            + " SERVICE names a member."),
    /** The member at which a blank node would have to be found again. */
    BLANK_NODE(
        "A blank node would have to be found again at the member %s, which SPARQL cannot do. Leave"
            + " blank nodes out with FILTER(!isBlank(?x)), or ask the member for the whole pattern"
            + " with SERVICE at /sparql."),
    /** What FedX says of it. */
    MALFORMED("The query cannot be asked of a federation: %s");

    private final String sentence;

    Fault(String sentence) {
      this.sentence = sentence;
    }

    @Override
    public String sentence() {
      return sentence;
    }
  }

  FederatedQueryException(Fault fault, Object... arguments) {
    super(null, fault, arguments);
  }

  FederatedQueryException(Throwable cause, Fault fault, Object... arguments) {
    super(cause, fault, arguments);
  }
}
