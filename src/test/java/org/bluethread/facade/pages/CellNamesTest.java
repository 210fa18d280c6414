package org.bluethread.facade.pages;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.bluethread.data.RealData;
import org.bluethread.facade.pages.ThingPage.Term;
import org.bluethread.facade.words.Words;
import org.bluethread.graph.Snapshot;
import org.bluethread.query.Cell;
import org.bluethread.query.IndexedThings;
import org.bluethread.query.NamedQuery;
import org.bluethread.query.Parameter;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A short word in a cell is shown by the name of what it is short for, and of nothing else: on the
 * shipped data, asked with the examples of each query.
 */
final class CellNamesTest {
  /** A word that a query gives: of small letters, with blanks between. */
  private static final Pattern CONSTANT = Pattern.compile("\"([a-z]+(?: [a-z]+)*)\"");

  static Stream<Named<NamedQuery>> queries() {
    return RealData.SHELF.queries().stream()
        .filter(query -> !query.cells().isEmpty())
        .map(query -> Named.of(query.name(), query));
  }

  @ParameterizedTest
  @MethodSource("queries")
  void aNameIsThatOfTheThingTheQueryShortened(NamedQuery query) {
    RealData.GRAPH.read(
        snapshot -> {
          query
              .cells()
              .forEach(
                  (column, cell) -> {
                    if (cell.kind() != Cell.Kind.WORD) {
                      checkNames(query, column, snapshot);
                    }
                  });
          return query;
        });
  }

  @ParameterizedTest
  @MethodSource("queries")
  void whatTheQuerySaysItselfHasWordsInEachLanguage(NamedQuery query) {
    List<String> columns =
        query.cells().keySet().stream()
            .filter(column -> query.cells().get(column).kind() == Cell.Kind.WORD)
            .toList();
    if (columns.isEmpty()) {
      return;
    }
    Set<String> words = new TreeSet<>();
    CONSTANT.matcher(query.text()).results().forEach(found -> words.add(found.group(1)));
    words.remove("en"); // The language that labels are in where there are no others.
    RealData.GRAPH.read(
        snapshot -> {
          for (Binding row : rows(query, snapshot, List.of())) {
            columns.stream()
                .map(row::get)
                .filter(Objects::nonNull)
                .forEach(cell -> words.add(cell.getLiteralLexicalForm()));
          }
          return words;
        });
    assertThat(words)
        .isNotEmpty()
        .allSatisfy(
            word ->
                assertThat(List.of("en", "zh", "fr", "es", "ru", "ar"))
                    .allMatch(
                        language ->
                            new Words(language)
                                .optional("cell." + word.replace(' ', '-'))
                                .isPresent()));
  }

  @Test
  void whatMayBeSeveralThingsStaysAsItIs() {
    RealData.GRAPH.read(
        snapshot -> {
          CellNames names =
              new CellNames(
                  Map.of(
                      "thing", new Cell(Cell.Kind.THING, Optional.empty()),
                      "term", new Cell(Cell.Kind.TERM, Optional.empty())),
                  new Terms(snapshot.union(), "en"),
                  RealData.INDEX);
          // An organ of the Seabed Authority, and one of the Convention.
          assertThat(RealData.INDEX.resolve("secretariat", Set.of())).hasSizeGreaterThan(1);
          assertThat(names.of("thing", literal("secretariat")).iri()).isEmpty();
          assertThat(names.of("thing", literal("no such end")).text()).isEqualTo("no such end");
          assertThat(names.of("term", literal("noSuchTerm")).text()).isEqualTo("noSuchTerm");
          assertThat(names.of("other", literal("continuous")).text()).isEqualTo("continuous");
          return names;
        });
  }

  private static Node literal(String text) {
    return NodeFactory.createLiteralString(text);
  }

  private static void checkNames(NamedQuery query, String column, Snapshot snapshot) {
    CellNames names = names(query, snapshot, "ar");
    List<String> sources = sources(query, column);
    Set<String> plain = new TreeSet<>();
    Set<String> named = new TreeSet<>();
    for (Binding row : rows(query, snapshot, sources)) {
      Node cell = row.get(column);
      if (cell != null) {
        Term term = names.of(column, cell);
        Node meant = sources.stream().map(row::get).filter(Objects::nonNull).findFirst().get();
        term.iri().ifPresent(iri -> assertThat(iri).isEqualTo(meant.getURI()));
        (term.language().isEmpty() ? plain : named).add(cell.getLiteralLexicalForm());
      }
    }
    assertThat(plain)
        .as("%s: words without names; with names: %s", column, named)
        .allMatch(word -> RealData.INDEX.resolve(word, Set.of()).size() > 1)
        .hasSizeLessThanOrEqualTo(named.size());
  }

  /** The variables of which the first that is bound is the IRI whose end the column holds. */
  private static List<String> sources(NamedQuery query, String column) {
    Matcher bind =
        Pattern.compile(
                "REPLACE\\(STR\\(([^\"]*)\\), \"\\^\\.\\*(?:/|#|\\[/#])\", \"\"\\) AS \\?"
                    + column
                    + "\\)")
            .matcher(query.text());
    assertThat(bind.find()).as("%s holds no end of an IRI", column).isTrue();
    return Pattern.compile("\\?(\\w+)")
        .matcher(bind.group(1))
        .results()
        .map(variable -> variable.group(1))
        .toList();
  }

  private static CellNames names(NamedQuery query, Snapshot snapshot, String language) {
    return new CellNames(query.cells(), new Terms(snapshot.union(), language), RealData.INDEX);
  }

  private static List<Binding> rows(NamedQuery query, Snapshot snapshot, List<String> more) {
    Map<String, List<String>> examples =
        query.parameters().stream()
            .filter(parameter -> !parameter.equals(Parameter.LANG))
            .collect(toMap(Parameter::name, parameter -> List.of(parameter.example())));
    Query bound = query.bind(examples, new IndexedThings(RealData.INDEX).in(snapshot)).sparql();
    Query asked = QueryFactory.create(bound.toString());
    more.stream()
        .filter(name -> !asked.getResultVars().contains(name))
        .forEach(name -> asked.addResultVar(Var.alloc(name)));
    try (QueryExec execution = QueryExec.dataset(snapshot.dataset()).query(asked).build()) {
      return execution.select().materialize().stream().toList();
    }
  }
}
