package org.bluethread.query;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.bluethread.data.RealData;
import org.bluethread.graph.Snapshot;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every query of the shelf, asked with the examples it gives itself. */
final class ShelfOnRealDataTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  static Stream<Named<NamedQuery>> queries() {
    return RealData.SHELF.queries().stream().map(query -> Named.of(query.name(), query));
  }

  @ParameterizedTest
  @MethodSource("queries")
  void itsExamplesHaveAnAnswer(NamedQuery query) {
    assertThat(RealData.GRAPH.<List<String>>read(snapshot -> rows(query, snapshot))).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("queries")
  void runsAnywhereOnceItsValuesAreWrittenIn(NamedQuery query) {
    RealData.GRAPH.read(
        snapshot -> {
          String written = bound(query, snapshot).sparql().toString();
          assertThat(rows(snapshot, QueryFactory.create(written, Syntax.syntaxSPARQL_11)))
              .isEqualTo(rows(query, snapshot));
          return written;
        });
  }

  @ParameterizedTest
  @MethodSource("queries")
  void answersTheSameWhenItsVariablesAreBoundByValues(NamedQuery query) {
    RealData.GRAPH.read(
        snapshot -> {
          Map<String, Node> values = new TreeMap<>(bound(query, snapshot).values());
          String names = values.keySet().stream().map(name -> "?" + name).collect(joining(" "));
          String terms = values.values().stream().map(NodeFmtLib::strNT).collect(joining(" "));
          String data = "WHERE { VALUES (" + names + ") {(" + terms + ")}";
          // A subquery is evaluated by itself, so it needs the values too.
          String text = query.text().replaceAll("WHERE \\{", Matcher.quoteReplacement(data));
          assertThat(rows(snapshot, QueryFactory.create(text, Syntax.syntaxSPARQL_11)))
              .isEqualTo(rows(query, snapshot));
          return text;
        });
  }

  @ParameterizedTest
  @MethodSource("queries")
  void showsLabelsInTheLanguageAskedFor(NamedQuery query) {
    if (query.parameters().contains(Parameter.LANG)) {
      RealData.GRAPH.read(
          snapshot -> {
            Map<String, List<String>> given = examples(query);
            given.put("lang", List.of("zh"));
            List<String> chinese = rows(snapshot, bind(query, given, snapshot).sparql());
            // A note may be missing; where there are words, they are in the language asked for.
            assertThat(chinese).anyMatch(row -> row.contains("\"@zh"));
            assertThat(chinese).noneMatch(row -> row.contains("\"@en"));
            assertThat(chinese).hasSameSizeAs(rows(query, snapshot));
            return chinese;
          });
    }
  }

  private static Map<String, List<String>> examples(NamedQuery query) {
    return query.parameters().stream()
        .filter(parameter -> !parameter.equals(Parameter.LANG))
        .collect(toMap(Parameter::name, parameter -> List.of(parameter.example())));
  }

  private static BoundQuery bound(NamedQuery query, Snapshot snapshot) {
    return bind(query, examples(query), snapshot);
  }

  private static BoundQuery bind(
      NamedQuery query, Map<String, List<String>> given, Snapshot snapshot) {
    return query.bind(given, new IndexedThings(RealData.INDEX).in(snapshot));
  }

  private static List<String> rows(NamedQuery query, Snapshot snapshot) {
    try (QueryRun run = QueryRun.start(bound(query, snapshot), snapshot, TIMEOUT)) {
      return rows(((Answer.Rows) run.answer()).rows());
    }
  }

  private static List<String> rows(Snapshot snapshot, Query query) {
    try (QueryExec execution = QueryExec.dataset(snapshot.dataset()).query(query).build()) {
      return rows(execution.select());
    }
  }

  private static List<String> rows(RowSet rows) {
    List<String> lines = new ArrayList<>();
    while (rows.hasNext()) {
      Binding row = rows.next();
      lines.add(
          rows.getResultVars().stream()
              .map(variable -> row.contains(variable) ? NodeFmtLib.strNT(row.get(variable)) : "")
              .collect(joining(" | ")));
    }
    return lines;
  }
}
