package org.bluethread.endpoint;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.core.DatasetGraph;
import org.bluethread.execution.Calls;
import org.bluethread.execution.Reproducible;
import org.bluethread.vocabulary.Addresses;

/**
 * A SPARQL query, read and checked. Safe for threads to ask about; to be carried out by one thread
 * at a time unless it {@link #isShareable}.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-protocol/#query-operation">SPARQL 1.1 Protocol,
 *     2.1</a>
 */
public final class SparqlQuery {
  private final Query query;
  private final boolean reproducible;
  private final boolean shareable;

  private SparqlQuery(Query query, Calls calls) {
    this.query = query;
    this.reproducible = Reproducible.is(query, calls);
    this.shareable = !calls.haveExtensions();
  }

  /** What a query answers with. */
  public enum Kind {
    /** {@code SELECT}: rows. */
    ROWS,
    /** {@code ASK}: true or false. */
    TRUTH,
    /** {@code CONSTRUCT} and {@code DESCRIBE}: statements. */
    GRAPH
  }

  /**
   * Reads a query.
   *
   * @param text the query, in SPARQL 1.1 or what Jena knows of SPARQL 1.2
   * @param defaultGraphs the protocol's {@code default-graph-uri}
   * @param namedGraphs the protocol's {@code named-graph-uri}; if either of the two has members,
   *     they take the place of FROM and FROM NAMED
   * @param services the addresses of the endpoints that it may ask
   * @throws org.apache.jena.query.QueryException if the text is no query, with line and column
   * @throws UnusableRequestException if it is nested too deeply
   * @throws RemoteAccessException if it would ask an endpoint that is not among them
   */
  public static SparqlQuery parse(
      String text, List<String> defaultGraphs, List<String> namedGraphs, Set<String> services) {
    return Nesting.bounded(
        () -> {
          Query query = QueryFactory.create(text, Addresses.BASE, Syntax.syntaxSPARQL_12);
          if (!defaultGraphs.isEmpty() || !namedGraphs.isEmpty()) {
            query.getGraphURIs().clear();
            query.getNamedGraphURIs().clear();
            defaultGraphs.forEach(query::addGraphURI);
            namedGraphs.forEach(query::addNamedGraphURI);
          }
          Calls calls = Calls.in(Algebra.compile(query));
          LocalOnly.check(calls, services);
          return new SparqlQuery(query, calls);
        });
  }

  /** What it answers with. */
  public Kind kind() {
    if (query.isSelectType()) {
      return Kind.ROWS;
    }
    return query.isAskType() ? Kind.TRUTH : Kind.GRAPH;
  }

  /** Whether it has the same answer each time it is asked, as long as the data stay. */
  public boolean isReproducible() {
    return reproducible;
  }

  /**
   * Whether several threads may carry it out at once: Jena's calls of functions by IRI keep what
   * they called last.
   */
  boolean isShareable() {
    return shareable;
  }

  Query query() {
    return query;
  }

  /**
   * @throws RemoteAccessException if FROM or FROM NAMED name a graph that is not in the dataset
   */
  void checkGraphs(DatasetGraph dataset) {
    LocalOnly.checkHeld(
        Stream.concat(query.getGraphURIs().stream(), query.getNamedGraphURIs().stream()), dataset);
  }
}
