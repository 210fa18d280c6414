package org.bluethread.facade;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.stream.Collectors;
import org.bluethread.facade.pages.TracePage;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemKind;
import org.bluethread.facade.traces.TraceWords;

/**
 * Says that names do not decide: a problem document with the candidates.
 *
 * @param problem the problem, its detail in the asked language
 * @param names the names that do not decide
 */
record Undecided(@JsonUnwrapped Problem problem, List<Name> names) {
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
        unknown
            ? Problem.of(
                ProblemKind.UNKNOWN_THING,
                detail,
                "Look it up with /search, or write its code or IRI.")
            : Problem.of(
                ProblemKind.AMBIGUOUS_NAME,
                detail,
                "Use the IRI or the code of one of the candidates."),
        names.stream()
            .map(name -> new Name(name.parameter(), name.text(), name.candidates()))
            .toList());
  }
}
