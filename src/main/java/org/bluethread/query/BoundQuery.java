package org.bluethread.query;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/**
 * A named query and the values of its parameters, ready to be asked.
 *
 * @param query the query
 * @param values the values by parameter; one that is optional, not given and without default is not
 *     among them
 */
public record BoundQuery(NamedQuery query, Map<String, Node> values) {
  /** Copies the values; nothing may be null. */
  public BoundQuery {
    Objects.requireNonNull(query, "query");
    values = Map.copyOf(values);
  }

  /**
   * The query with the values in the places of the parameters' variables. It is the caller's own
   * and, written out, runs at any SPARQL endpoint that holds the graph.
   */
  public Query sparql() {
    return substitute(query.query(), values);
  }

  /**
   * Puts values in the places of variables.
   *
   * @throws org.apache.jena.sparql.ARQException if a variable stands where no value can, such as
   *     after {@code AS}
   */
  static Query substitute(Query query, Map<String, Node> values) {
    Map<Var, Node> substitution = new HashMap<>();
    values.forEach((name, value) -> substitution.put(Var.alloc(name), value));
    return QueryTransformOps.replaceVars(withPattern(query), substitution);
  }

  /** A DESCRIBE may go without WHERE, which Jena 5.6.0 cannot put values into. */
  private static Query withPattern(Query query) {
    if (query.getQueryPattern() != null) {
      return query;
    }
    Query copy = query.cloneQuery();
    copy.setQueryPattern(new ElementGroup());
    return copy;
  }
}
