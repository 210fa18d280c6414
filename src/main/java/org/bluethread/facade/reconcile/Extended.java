package org.bluethread.facade.reconcile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.bluethread.facade.pages.Terms;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;
import org.bluethread.graph.Snapshot;
import org.bluethread.publish.reconcile.PropertyValues;

/**
 * The columns that were asked for.
 *
 * @param meta what they are
 * @param rows for each thing, for each column, its values
 * @see <a
 *     href="https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/#data-extension-responses">
 *     Reconciliation Service API 0.2, 8.4</a>
 */
public record Extended(List<NamedIri> meta, Map<String, Map<String, List<Cell>>> rows) {
  /** How many values the columns of one request may have. */
  private static final int MOST_VALUES = 100_000;

  /** Copies list and map. */
  public Extended {
    meta = List.copyOf(meta);
    rows = new LinkedHashMap<>(rows);
  }

  /**
   * The columns of things.
   *
   * @throws ProblemException 413 if they have too many values
   */
  public static Extended of(Snapshot snapshot, Columns wanted, String language) {
    Terms terms = new Terms(snapshot.union(), language);
    List<NamedIri> meta =
        wanted.columns().stream()
            .map(column -> new NamedIri(column.id(), terms.of(column.property()).text()))
            .toList();
    Map<String, Map<String, List<Cell>>> rows = new LinkedHashMap<>();
    int values = 0;
    for (String id : wanted.ids()) {
      Node thing = NodeFactory.createURI(id);
      Map<String, List<Cell>> row = new LinkedHashMap<>();
      for (Columns.Column column : wanted.columns()) {
        List<Node> found =
            PropertyValues.of(
                snapshot.union(), thing, column.property(), language, MOST_VALUES + 1);
        values += found.size();
        requireFew(values);
        row.put(column.id(), cells(found, column.most(), terms));
      }
      rows.put(id, row);
    }
    return new Extended(meta, rows);
  }

  private static void requireFew(int values) {
    if (values > MOST_VALUES) {
      throw new ProblemException(
          Problem.of(ProblemKind.TOO_LARGE, "reconcile.columns", MOST_VALUES));
    }
  }

  private static List<Cell> cells(List<Node> values, int most, Terms terms) {
    return values.stream()
        .filter(value -> !value.isBlank())
        .limit(most == 0 ? values.size() : most)
        .map(value -> Cell.of(value, terms))
        .toList();
  }
}
