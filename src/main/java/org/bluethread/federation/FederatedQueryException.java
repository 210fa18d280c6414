package org.bluethread.federation;

import java.util.List;

/** A query that cannot be asked of a federation. */
public final class FederatedQueryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Fault {
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
  }

  private final Fault fault;
  private final transient List<Object> arguments;

  FederatedQueryException(Fault fault, Object... arguments) {
    this(null, fault, arguments);
  }

  FederatedQueryException(Throwable cause, Fault fault, Object... arguments) {
    super(fault.sentence.formatted(arguments), cause);
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
