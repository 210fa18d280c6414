package org.bluethread.facade;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.bluethread.facade.pages.CellNames;
import org.bluethread.facade.pages.ChartReader;
import org.bluethread.facade.pages.QueryPage;
import org.bluethread.facade.pages.ResultChart;
import org.bluethread.facade.pages.Terms;
import org.bluethread.facade.pages.ThingPage.Term;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.words.Headings;
import org.bluethread.graph.Snapshot;
import org.bluethread.lookup.ThingIndex;
import org.bluethread.query.Answer;
import org.bluethread.query.NamedQuery;
import org.bluethread.query.Parameter;

/** A named query as a page: its form, and its answer as a table. */
final class QueryView {
  static final int ROWS_ON_A_PAGE = 200;
  private static final Term NOTHING = new Term("", "", Optional.empty());

  private final Context ctx;
  private final NamedQuery query;
  private final String language;
  private final Headings headings;

  QueryView(Context ctx, NamedQuery query, String language) {
    this.ctx = ctx;
    this.query = query;
    this.language = language;
    this.headings = new Headings(query.name(), language);
  }

  /** The form alone, as long as parameters are missing. */
  QueryPage form() {
    return asked(Optional.empty());
  }

  /** The form with what was filled in, and what is wrong with a parameter of it. */
  QueryPage refused(Problem problem, String parameter) {
    return asked(Optional.of(new QueryPage.Refusal(problem, parameter)));
  }

  private QueryPage asked(Optional<QueryPage.Refusal> refusal) {
    return page(
        refusal, Optional.empty(), Optional.empty(), List.of(), List.of(), Optional.empty());
  }

  /** The form and the answer. */
  QueryPage answer(Snapshot snapshot, ThingIndex index, Answer answer) {
    Terms terms = new Terms(snapshot.union(), language);
    QueryPage.Table table = table(terms, new CellNames(query.cells(), terms, index), answer);
    List<QueryPage.Link> formats =
        QueryFormats.names(query.query()).stream()
            .map(name -> new QueryPage.Link(name, SelfLinks.with(ctx, "format", name)))
            .toList();
    Optional<String> next =
        answer instanceof Answer.Rows rows ? RowParts.link(ctx, rows.next()) : Optional.empty();
    Optional<ResultChart> chart =
        query
            .chart()
            .map(one -> ChartReader.read(one, table, language))
            .filter(one -> !one.isEmpty());
    return page(
        Optional.empty(),
        Optional.of(table),
        chart,
        formats,
        ClientLines.of(ctx, query, language),
        next);
  }

  private QueryPage.Table table(Terms terms, CellNames names, Answer answer) {
    return switch (answer) {
      case Answer.Rows rows -> table(names, rows.rows());
      case Answer.Truth truth ->
          new QueryPage.Table(
              List.of(new QueryPage.Column(query.name(), query.title().in(language))),
              List.of(List.of(new Term(Boolean.toString(truth.holds()), "", Optional.empty()))));
      case Answer.Triples triples ->
          new QueryPage.Table(
              columns(List.of("subject", "predicate", "object")),
              Iter.toList(
                  Iter.map(
                      Iter.limit(triples.triples(), ROWS_ON_A_PAGE),
                      triple ->
                          List.of(
                              terms.of(triple.getSubject()),
                              terms.of(triple.getPredicate()),
                              terms.of(triple.getObject())))));
    };
  }

  private QueryPage.Table table(CellNames names, RowSet rows) {
    List<Var> columns = rows.getResultVars();
    List<List<Term>> cells = new ArrayList<>();
    rows.forEachRemaining(
        row -> cells.add(columns.stream().map(column -> cell(names, column, row)).toList()));
    return new QueryPage.Table(columns(columns.stream().map(Var::getVarName).toList()), cells);
  }

  private List<QueryPage.Column> columns(List<String> variables) {
    return variables.stream()
        .map(variable -> new QueryPage.Column(variable, headings.of(variable)))
        .toList();
  }

  private static Term cell(CellNames names, Var column, Binding row) {
    Node node = row.get(column);
    return node == null ? NOTHING : names.of(column.getVarName(), node);
  }

  private QueryPage page(
      Optional<QueryPage.Refusal> refusal,
      Optional<QueryPage.Table> table,
      Optional<ResultChart> chart,
      List<QueryPage.Link> formats,
      List<QueryPage.Code> lines,
      Optional<String> next) {
    return new QueryPage(
        query.name(),
        query.title().in(language),
        query.description().in(language),
        query.parameters().stream()
            .filter(parameter -> !parameter.name().equals(Parameter.LANG.name()))
            .map(this::field)
            .toList(),
        refusal,
        table,
        chart,
        query.text(),
        formats,
        lines,
        next);
  }

  private QueryPage.Field field(Parameter parameter) {
    String value = ctx.queryParam(parameter.name());
    return new QueryPage.Field(
        parameter.name(),
        headings.ofParameter(parameter.name()),
        parameter.description().in(language),
        parameter.kind().name().toLowerCase(Locale.ROOT),
        parameter.required(),
        value == null ? parameter.defaultValue().orElse("") : value,
        parameter.example());
  }
}
