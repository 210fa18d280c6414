package org.bluethread.query;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.impl.XSDAbstractDateTimeType;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingComparator;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.bluethread.graph.Sha256;

/**
 * The total order of a query's rows: first by its ORDER BY, then by its columns from left to right,
 * last by a digest of the row. Only rows with the same cells and the same ORDER BY are equal.
 *
 * <p>Values are compared as ORDER BY compares them. Only their beginnings count, so that a place in
 * the order has room in an address; what begins alike is told apart by what follows.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-query/#modOrderBy">SPARQL 1.1, 15.1</a>
 */
final class RowOrder implements Comparator<PlacedRow> {
  /** How many characters a digest has: 72 bits, so that no two rows of a query share one. */
  static final int DIGEST_LENGTH = 12;

  /** How many characters all conditions of ORDER BY have together in a place, and all columns. */
  private static final int MOST_CHARACTERS = 300;

  private static final Pattern ZONE = Pattern.compile("(Z|[+-][0-9]{2}:[0-9]{2})$");

  /** Not a name that a query can write. */
  private static final String KEY_PREFIX = ".key";

  private final Query query;
  private final List<Var> columns;
  private final List<Key> keys = new ArrayList<>();

  /**
   * @param variable the column that holds the value
   * @param direction {@link Query#ORDER_DESCENDING} or another
   * @param most how many characters of the value count
   */
  private record Key(Var variable, int direction, int most) {}

  /**
   * The order of a query's rows.
   *
   * @param query a SELECT, which is the caller's own and is changed
   */
  RowOrder(Query query) {
    query.setQueryResultStar(false);
    this.columns = List.copyOf(query.getProjectVars());
    List<SortCondition> conditions =
        query.getOrderBy() == null ? List.of() : List.copyOf(query.getOrderBy());
    for (SortCondition condition : conditions) {
      Var variable = Var.alloc(KEY_PREFIX + keys.size());
      query.addResultVar(variable, condition.getExpression());
      keys.add(new Key(variable, condition.getDirection(), MOST_CHARACTERS / conditions.size()));
    }
    for (Var column : columns) {
      keys.add(new Key(column, Query.ORDER_DEFAULT, MOST_CHARACTERS / columns.size()));
    }
    this.query =
        conditions.isEmpty() || query.hasLimit() || query.hasOffset()
            ? query // With LIMIT, ORDER BY says which rows there are.
            : unordered(query);
  }

  /** Jena 5.6.0 still sorts where ORDER BY has been emptied; a copy has none. */
  private static Query unordered(Query query) {
    query.getOrderBy().clear();
    return QueryTransformOps.replaceVars(query, Map.of());
  }

  /** The query whose rows are to be placed: it gives them in any order. */
  Query query() {
    return query;
  }

  /** The columns that the query selects. */
  List<Var> columns() {
    return columns;
  }

  /** A row and what it is ordered by. */
  PlacedRow place(Binding row) {
    List<NodeValue> values = new ArrayList<>(keys.size());
    for (Key key : keys) {
      Node value = row.get(key.variable());
      values.add(value == null ? null : NodeValue.makeNode(comparable(value, key.most())));
    }
    return new PlacedRow(row, values);
  }

  /** Whether a place can be one in this order. */
  boolean fits(Place place) {
    return place.values().size() == keys.size();
  }

  /** The place behind a row. */
  Place behind(PlacedRow row, int occurrence) {
    return new Place(occurrence, digest(row), row.values());
  }

  @Override
  public int compare(PlacedRow one, PlacedRow other) {
    int order = compare(one.values(), other.values());
    return order == 0 ? digest(one).compareTo(digest(other)) : order;
  }

  /** Compares a row with the one that a place stands behind. */
  int compare(PlacedRow row, Place place) {
    int order = compare(row.values(), place.values());
    return order == 0 ? digest(row).compareTo(place.digest()) : order;
  }

  private int compare(List<NodeValue> values, List<NodeValue> others) {
    for (int i = 0; i < keys.size(); i++) {
      int order = BindingComparator.compareNodesRaw(values.get(i), others.get(i));
      if (order != Expr.CMP_EQUAL) {
        return keys.get(i).direction() == Query.ORDER_DESCENDING ? -order : order;
      }
    }
    return 0;
  }

  private String digest(PlacedRow row) {
    MessageDigest digest = Sha256.digest();
    for (Var column : columns) {
      Node cell = row.binding().get(column);
      digest.update((cell == null ? "" : NodeFmtLib.strNT(cell)).getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return Base64.getUrlEncoder().encodeToString(digest.digest()).substring(0, DIGEST_LENGTH);
  }

  /** The beginning of a value; of times without a time zone, the time in that of Greenwich. */
  private static Node comparable(Node value, int most) {
    if (value.isURI()) {
      return isLonger(value.getURI(), most)
          ? NodeFactory.createURI(cut(value.getURI(), most))
          : value;
    }
    if (!value.isLiteral()) {
      return value;
    }
    String text = value.getLiteralLexicalForm();
    if (isLonger(text, most)) {
      String beginning = cut(text, most);
      return value.getLiteralLanguage().isEmpty()
          ? NodeFactory.createLiteralDT(beginning, value.getLiteralDatatype())
          : NodeFactory.createLiteralLang(beginning, value.getLiteralLanguage());
    }
    // Jena compares a time without zone and one with as texts where it is in doubt, so that three
    // of them may go round in a circle.
    return value.getLiteralDatatype() instanceof XSDAbstractDateTimeType type
            && !text.contains("P") // That is a duration.
            && !ZONE.matcher(text).find()
        ? NodeFactory.createLiteralDT(text + "Z", type)
        : value;
  }

  private static boolean isLonger(String text, int most) {
    return text.length() > most && text.codePointCount(0, text.length()) > most;
  }

  private static String cut(String text, int most) {
    return text.substring(0, text.offsetByCodePoints(0, most));
  }
}
