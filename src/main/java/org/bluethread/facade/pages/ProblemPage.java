package org.bluethread.facade.pages;

import org.bluethread.facade.problem.Problem;
import org.bluethread.vocabulary.Addresses;

/**
 * What went wrong.
 *
 * @param problem the problem
 */
public record ProblemPage(Problem problem) {
  /** Where this server says what the kind of problem means. */
  public String kindPath() {
    return "/" + problem.kind().iri().substring(Addresses.BASE.length());
  }
}
