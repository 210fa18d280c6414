package org.bluethread.federation;

import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.Algebra;
import org.bluethread.execution.Calls;
import org.bluethread.federation.FederatedQueryException.Fault;
import org.bluethread.vocabulary.Addresses;

/**
 * A query for a federation, read and checked. Safe for threads.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-query/">SPARQL 1.1 Query Language</a>
 */
public final class FederatedQuery {
  private final Query query;

  private FederatedQuery(Query query) {
    this.query = query;
  }

  /**
   * Reads a query.
   *
   * @param text a SELECT, ASK or CONSTRUCT of SPARQL 1.1
   * @throws org.apache.jena.query.QueryException if the text is no query, with line and column
   * @throws FederatedQueryException if it is one that members cannot be asked together
   */
  public static FederatedQuery parse(String text) {
    try {
      return checked(text);
    } catch (StackOverflowError e) {
      throw new FederatedQueryException(e, Fault.NESTED_TOO_DEEPLY);
    }
  }

  private static FederatedQuery checked(String text) {
    Query query = QueryFactory.create(text, Addresses.BASE, Syntax.syntaxSPARQL_11);
    if (query.isDescribeType()) {
      throw new FederatedQueryException(Fault.DESCRIBE);
    }
    if (query.hasDatasetDescription()) {
      throw new FederatedQueryException(Fault.FROM);
    }
    Calls.in(Algebra.compile(query)).services().stream()
        .findFirst()
        .ifPresent(
            service -> {
              throw new FederatedQueryException(Fault.SERVICE, service.toString());
            });
    return new FederatedQuery(query);
  }

  /** Whether it asks for true or false. */
  public boolean isAsk() {
    return query.isAskType();
  }

  /** Whether it asks for statements. */
  public boolean isConstruct() {
    return query.isConstructType();
  }

  /** As Jena has it. */
  public Query query() {
    return query;
  }

  /** What members are asked: a CONSTRUCT becomes the rows that its template needs. */
  String asked() {
    Query asked = query.cloneQuery();
    asked.setBaseURI((String) null); // Else IRIs below it are written without it.
    if (query.isConstructType()) {
      asked.setQuerySelectType();
      asked.setQueryResultStar(true);
      asked.resetResultVars();
    }
    return asked.toString();
  }
}
