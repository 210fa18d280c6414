package org.bluethread.execution;

import java.util.List;

/** A request that cannot be carried out as it is, for a fault that has a name. */
public abstract class FaultyRequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Fault fault;
  private final transient List<Object> arguments;

  /** What may be wrong; the constants of an enum. */
  public interface Fault {
    /** Its name, in capitals and underscores. */
    String name();

    /** What is wrong in English, with {@code %s} for each argument, and what to do instead. */
    String sentence();
  }

  /**
   * @param cause what was noticed; null if nothing else was
   * @param arguments what the fault speaks of, in the order of its sentence; none is null
   */
  protected FaultyRequestException(Throwable cause, Fault fault, Object... arguments) {
    super(fault.sentence().formatted(arguments), cause);
    this.fault = fault;
    this.arguments = List.of(arguments);
  }

  /** What is wrong. */
  public final Fault fault() {
    return fault;
  }

  /** What the fault speaks of, in the order of its sentence. */
  public final List<Object> arguments() {
    return arguments;
  }
}
