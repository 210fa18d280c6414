package org.bluethread.facade.reconcile;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.bluethread.facade.problem.ProblemException;

/**
 * The columns that are to be fetched for some things.
 *
 * @param ids the identifiers of the things, as sent
 * @param columns the columns
 * @see <a
 *     href="https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/#data-extension-query-requests">
 *     Reconciliation Service API 0.2, 8.3</a>
 */
public record Columns(List<String> ids, List<Column> columns) {
  private static final int MOST_IDS = 1_000;
  private static final int MOST_COLUMNS = 50;

  /** Copies the lists. */
  public Columns {
    ids = List.copyOf(ids);
    columns = List.copyOf(columns);
  }

  /**
   * A column.
   *
   * @param id the property as sent
   * @param property the property
   * @param most how many values a cell may have; 0 for all
   */
  public record Column(String id, Node property, int most) {
    private static Column of(Json json) {
      String id = json.need("id").text();
      return new Column(
          id,
          term(id),
          json.at("settings")
              .flatMap(settings -> settings.at("limit"))
              .map(limit -> limit.atMost(0, Integer.MAX_VALUE))
              .orElse(0));
    }
  }

  /**
   * Reads what is asked for.
   *
   * @throws ProblemException 400 if it is nothing of the kind, or too much
   */
  public static Columns parse(String text) {
    Json json = Json.parse(text, "extend");
    return new Columns(
        json.need("ids").items(MOST_IDS).stream().map(Json::text).distinct().toList(),
        json.need("properties").items(MOST_COLUMNS).stream().map(Column::of).toList());
  }

  /**
   * A class or property, which may be written with a usual prefix, or as the bare name of a term of
   * ours.
   */
  public static Node term(String text) {
    return NodeFactory.createURI(Json.term(text));
  }
}
