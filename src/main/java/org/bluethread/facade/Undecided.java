package org.bluethread.facade;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.stream.Collectors;
import org.bluethread.facade.pages.TracePage;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemDocument;
import org.bluethread.facade.problem.ProblemKind;
import org.bluethread.facade.traces.TraceWords;

/**
 * Says that names do not decide: a problem document with the candidates.
 *
 * @param problem the problem, its detail in the asked language
 * @param names the names that do not decide
 */
record Undecided(@JsonUnwrapped ProblemDocument problem, List<Name> names) {
  /**
   * A name.
   *
   * @param parameter where it stands in the address
   * @param text the name
   * @param candidates what it may mean; none if nothing is called so
   */
  record Name(String parameter, String text, List<TracePage.Candidate> candidates) {}

  static Undecided of(List<NamedThings.Name> names, TraceWords words) {
    boolean unknown = names.stream().anyMatch(name -> name.candidates().isEmpty());
    String detail =
        names.stream()
            .map(name -> words.undecided(name.text(), name.candidates().isEmpty()))
            .collect(Collectors.joining(" "));
    return new Undecided(
        Problem.telling(
                unknown ? ProblemKind.UNKNOWN_THING : ProblemKind.AMBIGUOUS_NAME,
                language -> detail,
                unknown ? "name.unknown" : "name.ambiguous")
            .in(words.language()),
        names.stream()
            .map(name -> new Name(name.parameter(), name.text(), name.candidates()))
            .toList());
  }
}
