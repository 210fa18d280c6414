package org.bluethread.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.bluethread.graph.Snapshot;
import org.junit.jupiter.api.Test;

/** Asking a snapshot. */
final class QueryRunTest {
  private static final Duration PLENTY = Duration.ofSeconds(30);
  private static final Things NO_THINGS = (spelling, classIri) -> List.of();

  /** A join without end: a hundred numbers, four times each with each. */
  private static final String ENDLESS =
      "{ ?a ?p ?n . ?b ?p ?m . ?c ?p ?o . ?d ?p ?q . ?e ?p ?r . ?f ?p ?s }";

  private static final TinyGraph GRAPH = new TinyGraph(numbers());

  private static String numbers() {
    StringBuilder trig = new StringBuilder("GRAPH <graph/a> {\n");
    for (int number = 0; number < 100; number++) {
      trig.append("<id/n/%d> bt:number \"%d\" .\n".formatted(number, number));
    }
    return trig + "}\nGRAPH <graph/b> { <id/n/1> bt:number \"1\" . }\n";
  }

  @Test
  void selectGivesRowsFromTheUnionOfAllGraphs() {
    assertThat(rows("SELECT ?n WHERE { ?n bt:number '1' }")).isEqualTo(1);
    assertThat(rows("SELECT ?g WHERE { GRAPH ?g { ?n bt:number '1' } }")).isEqualTo(2);
  }

  @Test
  void aSelectedParameterStandsInItsColumn() {
    NamedQuery query =
        TinyGraph.query(
            "#+ params:\n" + TinyGraph.parameter("number", "text", "1"),
            "SELECT ?number (COUNT(*) AS ?times) WHERE { ?n bt:number ?number } GROUP BY ?number");
    BoundQuery bound = query.bind(Map.of("number", List.of("7")), NO_THINGS);

    String row =
        GRAPH.read(
            snapshot -> {
              try (QueryRun run = QueryRun.start(bound, snapshot, PLENTY)) {
                return ((Answer.Rows) run.answer()).rows().next().toString();
              }
            });

    assertThat(row).contains("?number = \"7\"").contains("?times = 1");
  }

  @Test
  void askGivesATruth() {
    assertThat(holds("ASK { ?n bt:number '1' }")).isTrue();
    assertThat(holds("ASK { ?n bt:number 'x' }")).isFalse();
  }

  @Test
  void constructAndDescribeGiveTriples() {
    assertThat(triples("CONSTRUCT { ?n a bt:Organ } WHERE { ?n bt:number ?x }")).hasSize(100);
    assertThat(triples("DESCRIBE ?n WHERE { ?n bt:number '1' }")).hasSize(1);
  }

  @Test
  void rowsStream() {
    Binding first =
        ask("SELECT * WHERE " + ENDLESS, answer -> ((Answer.Rows) answer).rows().next());

    assertThat(first.contains("a")).isTrue();
  }

  @Test
  void stopsWhenTheTimeIsOver() {
    NamedQuery query = TinyGraph.query("", "SELECT (COUNT(*) AS ?count) WHERE " + ENDLESS);
    BoundQuery bound = query.bind(Map.of(), NO_THINGS);

    assertThatExceptionOfType(QueryCancelledException.class)
        .isThrownBy(() -> GRAPH.read(snapshot -> drain(bound, snapshot, Duration.ofMillis(200))));
  }

  @Test
  void stopsWhileRowsAreReadWhenTheTimeIsOver() {
    BoundQuery bound = TinyGraph.query("", "SELECT * WHERE " + ENDLESS).bind(Map.of(), NO_THINGS);

    assertThatExceptionOfType(QueryCancelledException.class)
        .isThrownBy(() -> GRAPH.read(snapshot -> drain(bound, snapshot, Duration.ofMillis(200))));
  }

  @Test
  void stopsAnAskWhenTheTimeIsOver() {
    BoundQuery bound =
        TinyGraph.query("", "ASK " + ENDLESS.replace("}", "FILTER(CONCAT(?n, ?s) = 'x') }"))
            .bind(Map.of(), NO_THINGS);

    assertThatExceptionOfType(QueryCancelledException.class)
        .isThrownBy(() -> GRAPH.read(snapshot -> drain(bound, snapshot, Duration.ofMillis(200))));
  }

  @Test
  void stopsWhenItIsCancelled() {
    BoundQuery bound = TinyGraph.query("", "SELECT * WHERE " + ENDLESS).bind(Map.of(), NO_THINGS);

    GRAPH.read(
        snapshot -> {
          try (QueryRun run = QueryRun.start(bound, snapshot, PLENTY)) {
            RowSet rows = ((Answer.Rows) run.answer()).rows();
            rows.next();
            run.cancel();
            assertThatExceptionOfType(QueryCancelledException.class).isThrownBy(() -> size(rows));
          }
          return snapshot;
        });
  }

  @Test
  void aTimeoutIsMoreThanNothing() {
    BoundQuery bound = TinyGraph.query("", "ASK {}").bind(Map.of(), NO_THINGS);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> GRAPH.read(snapshot -> QueryRun.start(bound, snapshot, Duration.ZERO)));
  }

  private static <T> T ask(String sparql, Function<Answer, T> reader) {
    BoundQuery bound = TinyGraph.query("", sparql).bind(Map.of(), NO_THINGS);
    return GRAPH.read(
        snapshot -> {
          try (QueryRun run = QueryRun.start(bound, snapshot, PLENTY)) {
            return reader.apply(run.answer());
          }
        });
  }

  private static int drain(BoundQuery bound, Snapshot snapshot, Duration timeout) {
    try (QueryRun run = QueryRun.start(bound, snapshot, timeout)) {
      return size(((Answer.Rows) run.answer()).rows());
    }
  }

  private static int size(RowSet rows) {
    int size = 0;
    while (rows.hasNext()) {
      rows.next();
      size++;
    }
    return size;
  }

  private static int rows(String sparql) {
    return ask(sparql, answer -> size(((Answer.Rows) answer).rows()));
  }

  private static boolean holds(String sparql) {
    return ask(sparql, answer -> ((Answer.Truth) answer).holds());
  }

  private static List<Triple> triples(String sparql) {
    return ask(
        sparql,
        answer -> {
          List<Triple> triples = new ArrayList<>();
          ((Answer.Triples) answer).triples().forEachRemaining(triples::add);
          return triples;
        });
  }
}
