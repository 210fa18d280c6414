package org.bluethread.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Now;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.Unstable;

/** Whether a query has the same answer each time it is asked, as long as the data stay. */
public final class Reproducible {
  /**
   * Called by IRI: casts, mathematics, geometries, and of XPath all that does not ask the clock.
   */
  private static final Pattern SAME_EACH_TIME =
      Pattern.compile(
          "http://www\\.w3\\.org/2001/XMLSchema#.*"
              + "|http://www\\.w3\\.org/2005/xpath-functions/math#.*"
              + "|http://www\\.w3\\.org/2005/xpath-functions#(?!current-|implicit-).*"
              + "|http://www\\.opengis\\.net/def/function/geosparql/.*");

  private Reproducible() {}

  /**
   * Whether a query is reproducible: it calls neither {@code NOW}, {@code RAND}, {@code UUID},
   * {@code STRUUID} nor {@code BNODE}, no function by IRI that might do the like, asks no other
   * endpoint, and its template makes no blank nodes.
   *
   * @param algebra the same query in SPARQL algebra
   */
  public static boolean is(Query query, Op algebra) {
    List<Object> against = new ArrayList<>();
    new Walk(
            against::add,
            function -> {
              if (isNewEachTime(function)) {
                against.add(function);
              }
            })
        .through(algebra);
    return against.isEmpty() && !makesBlankNodes(query);
  }

  private static boolean isNewEachTime(ExprFunction function) {
    return function instanceof Unstable
        || function instanceof E_Now
        || (function instanceof E_Function call
            && !SAME_EACH_TIME.matcher(call.getFunctionIRI()).matches());
  }

  private static boolean makesBlankNodes(Query query) {
    return query.isConstructType()
        && query.getConstructTemplate().getQuads().stream()
            .anyMatch(
                quad ->
                    quad.getGraph().isBlank()
                        || quad.getSubject().isBlank()
                        || quad.getObject().isBlank());
  }
}
