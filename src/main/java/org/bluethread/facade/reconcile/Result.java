package org.bluethread.facade.reconcile;

import java.util.ArrayList;
import java.util.List;
import org.bluethread.facade.pages.Terms;
import org.bluethread.publish.reconcile.Candidate;

/**
 * What one query of a batch found.
 *
 * @param result the candidates, best first
 * @see <a
 *     href="https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/#reconciliation-query-responses">
 *     Reconciliation Service API 0.2, 5.2</a>
 */
public record Result(List<Scored> result) {
  /** Copies the list. */
  public Result {
    result = List.copyOf(result);
  }

  /** The answer that gives candidates, named in the language of the terms. */
  public static Result of(List<Candidate> candidates, Terms terms) {
    return new Result(candidates.stream().map(one -> Scored.of(one, terms)).toList());
  }

  /**
   * A thing that may be meant.
   *
   * @param id its IRI
   * @param name its name
   * @param description its codes and what it is
   * @param type its classes
   * @param score from 0 to 100
   * @param match whether it is what is meant
   * @param features what the score is made of
   */
  public record Scored(
      String id,
      String name,
      String description,
      List<NamedIri> type,
      double score,
      boolean match,
      List<Feature> features) {
    /** Copies the lists. */
    public Scored {
      type = List.copyOf(type);
      features = List.copyOf(features);
    }

    private static Scored of(Candidate candidate, Terms terms) {
      return new Scored(
          candidate.thing().getURI(),
          terms.of(candidate.thing()).text(),
          terms.description(candidate.thing()),
          candidate.types().stream().map(type -> NamedIri.of(type, terms)).toList(),
          rounded(candidate.score()),
          candidate.match(),
          features(candidate));
    }

    private static List<Feature> features(Candidate candidate) {
      List<Feature> features = new ArrayList<>();
      features.add(new Feature("exact", candidate.sure()));
      features.add(new Feature("name", rounded(100 * candidate.similarity())));
      candidate
          .agreeing()
          .ifPresent(share -> features.add(new Feature("properties", rounded(100 * share))));
      return features;
    }

    private static double rounded(double score) {
      return Math.round(score * 10) / 10.0;
    }
  }

  /**
   * One of the things that a score is made of.
   *
   * @param id {@code exact}, {@code name} or {@code properties}
   * @param value whether, or from 0 to 100 how much
   */
  public record Feature(String id, Object value) {}
}
