package org.bluethread.facade.pages;

import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.bluethread.facade.pages.ThingPage.Term;
import org.bluethread.facade.words.Words;
import org.bluethread.publish.plan.ActionPlan;
import org.bluethread.publish.plan.PlanRow.TimeFrame;

/**
 * What roles and time frames of a plan are called: by the words of the interface if it has some.
 */
final class PlanTerms {
  private final ActionPlan plan;
  private final Terms terms;
  private final Words words;

  PlanTerms(ActionPlan plan, Terms terms, Words words) {
    this.plan = plan;
    this.terms = terms;
    this.words = words;
  }

  /** An organ's part. */
  Term role(Node role) {
    Term named = terms.of(role);
    return words
        .optional("plan.role." + new ShortNames(List.of(role)).of(role))
        .map(text -> new Term(text, words.language(), named.iri()))
        .orElse(named);
  }

  /** A time frame that rows of the plan have. */
  Term frame(Node frame) {
    return plan.rows().stream()
        .flatMap(row -> row.timeFrames().stream())
        .filter(one -> one.thing().equals(frame))
        .findFirst()
        .map(this::due)
        .orElseGet(() -> terms.of(frame));
  }

  /** A time frame in words of the interface, as far as it is a year or comes again after years. */
  Term due(TimeFrame frame) {
    Term named = terms.of(frame.thing());
    return frame
        .year()
        .map(year -> words.text("plan.due", year.getLiteralLexicalForm()))
        .or(
            () ->
                frame.recurrence().flatMap(PlanTerms::years).map(n -> words.text("plan.every", n)))
        .map(text -> new Term(text, words.language(), named.iri()))
        .orElse(named);
  }

  private static Optional<Integer> years(String duration) {
    try {
      Period period = Period.parse(duration);
      return period.equals(Period.ofYears(period.getYears())) && period.getYears() > 0
          ? Optional.of(period.getYears())
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty(); // Then its name has to do.
    }
  }
}
