package org.bluethread.publish.partition;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.bluethread.execution.Execution;
import org.bluethread.graph.Snapshot;
import org.bluethread.vocabulary.Addresses;

/**
 * Counts by queries, for a store that is not here: it counts where it holds the triples. Belongs to
 * its snapshot's transaction and thread.
 */
final class PartitionQueries {
  /** Each is asked once a refresh, and goes over all the store holds. */
  private static final Duration TIME = Duration.ofMinutes(30);

  private final Snapshot snapshot;

  private PartitionQueries(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /**
   * The figures of a state of the store.
   *
   * @throws org.apache.jena.query.QueryCancelledException if a query takes half an hour
   */
  static Partitions ask(Snapshot snapshot) {
    return new PartitionQueries(snapshot).ask();
  }

  private Partitions ask() {
    Map<Node, Long> classes =
        counts("SELECT ?key (COUNT(*) AS ?count) { ?s a ?key FILTER isIRI(?key) } GROUP BY ?key");
    Map<Node, Map<Node, Long>> cells = new HashMap<>();
    each(
        "SELECT ?class ?key (COUNT(*) AS ?count) { ?s a ?class ; ?key ?o FILTER isIRI(?class) }"
            + " GROUP BY ?class ?key",
        row ->
            cells
                .computeIfAbsent(row.get(Var.alloc("class")), kind -> new HashMap<>())
                .put(row.get(Var.alloc("key")), count(row)));
    return new Partitions(
        snapshot.commit(),
        one("SELECT (COUNT(*) AS ?count) { ?s ?p ?o }"),
        one("SELECT (COUNT(DISTINCT ?s) AS ?count) { ?s ?p ?o }"),
        one("SELECT (COUNT(DISTINCT ?o) AS ?count) { ?s ?p ?o }"),
        one(
            "SELECT (COUNT(DISTINCT ?s) AS ?count) { ?s ?p ?o FILTER (isIRI(?s) &&"
                + " STRSTARTS(STR(?s), \""
                + Addresses.BASE
                + "\")) }"),
        counts("SELECT ?key (COUNT(*) AS ?count) { ?s ?key ?o } GROUP BY ?key"),
        Partitions.byClass(classes, cells));
  }

  private long one(String query) {
    long[] count = new long[1];
    each(query, row -> count[0] = count(row));
    return count[0];
  }

  private Map<Node, Long> counts(String query) {
    Map<Node, Long> counts = new HashMap<>();
    each(query, row -> counts.put(row.get(Var.alloc("key")), count(row)));
    return counts;
  }

  private void each(String query, Consumer<Binding> what) {
    try (Execution execution =
        Execution.start(QueryFactory.create(query), snapshot.dataset(), TIME)) {
      Iterator<Binding> rows = execution.rows();
      rows.forEachRemaining(
          row -> {
            if (row.contains(Var.alloc("count")) && count(row) > 0) {
              what.accept(row);
            }
          });
    }
  }

  private static long count(Binding row) {
    return Long.parseLong(row.get(Var.alloc("count")).getLiteralLexicalForm());
  }
}
