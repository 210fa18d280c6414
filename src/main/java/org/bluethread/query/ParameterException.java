package org.bluethread.query;

import java.util.List;
import java.util.Objects;

/** A value that a query cannot be asked with. Its message says what is wrong and how to mend it. */
public final class ParameterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Problem {
    /** The query has no such parameter; the candidates are those it has. */
    UNKNOWN,
    /** The query needs it. */
    MISSING,
    /** It has more than one value. */
    REPEATED,
    /** The value does not have the form that its kind asks for. */
    MALFORMED,
    /** The value names nothing in the graph that would be of the right class. */
    NOT_FOUND,
    /** The value names several things; the candidates are their IRIs. */
    AMBIGUOUS
  }

  private final String parameter;
  private final Problem problem;
  private final transient List<String> candidates;
  private final transient Wording wording;

  ParameterException(String parameter, Problem problem, List<String> candidates, Wording wording) {
    super(wording.in("en"));
    this.parameter = Objects.requireNonNull(parameter, "parameter");
    this.problem = Objects.requireNonNull(problem, "problem");
    this.candidates = List.copyOf(candidates);
    this.wording = wording;
  }

  /** The parameter's name, as given. */
  public String parameter() {
    return parameter;
  }

  /** What is wrong with it. */
  public Problem problem() {
    return problem;
  }

  /** What may be given instead; empty when that is not known. */
  public List<String> candidates() {
    return candidates;
  }

  /** The message in one of the six languages of the United Nations, in others in English. */
  public String message(String languageTag) {
    return wording.in(languageTag);
  }
}
