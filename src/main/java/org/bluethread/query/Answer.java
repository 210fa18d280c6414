package org.bluethread.query;

import java.util.Iterator;
import java.util.Optional;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.exec.RowSet;

/**
 * What a query answers; which of the three depends on the query alone. Rows and triples stream:
 * they are found while they are read, but for parts of rows, which are found first.
 */
public sealed interface Answer {
  /**
   * The answer to {@code SELECT}.
   *
   * @param rows the rows, to be read once
   * @param next for {@link Part#after}, where the part after this one begins; empty if this is the
   *     last one
   */
  record Rows(RowSet rows, Optional<String> next) implements Answer {}

  /**
   * The answer to {@code ASK}.
   *
   * @param holds whether there is a solution
   */
  record Truth(boolean holds) implements Answer {}

  /**
   * The answer to {@code CONSTRUCT} and {@code DESCRIBE}.
   *
   * @param triples the triples, to be read once; the same one may come twice
   */
  record Triples(Iterator<Triple> triples) implements Answer {}
}
