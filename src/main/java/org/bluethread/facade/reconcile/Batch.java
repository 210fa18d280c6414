package org.bluethread.facade.reconcile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.NodeFactory;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;
import org.bluethread.publish.reconcile.Constraint;
import org.bluethread.publish.reconcile.MatchQuery;

/**
 * A batch of queries under the names that the client gave them. What is not in the specification is
 * passed over.
 *
 * @see <a
 *     href="https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/#structure-of-a-reconciliation-query">
 *     Reconciliation Service API 0.2, 5.1</a>
 */
public final class Batch {
  /** How many queries a batch may have. */
  public static final int MOST_QUERIES = 50;

  private static final int USUAL_CANDIDATES = 10;
  private static final int MOST_CANDIDATES = 100;
  private static final int MOST_TYPES = 20;
  private static final int MOST_CONSTRAINTS = 10;
  private static final int MOST_VALUES = 20;

  /** Whether each of the types is wanted, by what clients say. */
  private static final Map<String, Boolean> STRICTNESS =
      Map.of("any", false, "should", false, "all", true);

  private Batch() {}

  /**
   * Reads a batch.
   *
   * @throws ProblemException 400 if it is none, 413 if it has too many queries
   */
  public static Map<String, MatchQuery> parse(String text) {
    Map<String, MatchQuery> queries = new LinkedHashMap<>();
    Json.parse(text, "queries")
        .entries()
        .forEach(entry -> queries.put(entry.getKey(), query(entry.getValue())));
    if (queries.size() > MOST_QUERIES) {
      throw new ProblemException(
          Problem.of(ProblemKind.TOO_LARGE, "reconcile.batch", queries.size(), MOST_QUERIES));
    }
    return queries;
  }

  private static MatchQuery query(Json json) {
    List<Constraint> constraints =
        json.at("properties")
            .map(list -> list.items(MOST_CONSTRAINTS).stream().map(Batch::constraint).toList())
            .orElse(List.of());
    if (json.at("query").isEmpty() && constraints.isEmpty()) {
      throw json.problem("without query and properties", "Send one of them, or both.");
    }
    return new MatchQuery(
        json.at("query").map(Json::text).orElse(""),
        json.at("type").map(Batch::types).orElse(Set.of()),
        json.at("type_strict").map(strict -> strict.word(STRICTNESS)).orElse(false),
        constraints,
        json.at("limit").map(limit -> limit.atMost(1, MOST_CANDIDATES)).orElse(USUAL_CANDIDATES));
  }

  private static Set<String> types(Json json) {
    return json.oneOrMore(MOST_TYPES).stream().map(Json::term).collect(Collectors.toSet());
  }

  private static Constraint constraint(Json json) {
    return new Constraint(
        NodeFactory.createURI(json.need("pid").term()),
        json.need("v").oneOrMore(MOST_VALUES).stream().map(Json::plain).toList());
  }
}
