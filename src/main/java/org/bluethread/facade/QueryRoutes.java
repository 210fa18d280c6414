package org.bluethread.facade;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.graph.GraphFactory;
import org.bluethread.facade.pages.Pages;
import org.bluethread.facade.pages.QueriesPage;
import org.bluethread.facade.pages.QueryPage;
import org.bluethread.facade.pages.Terms;
import org.bluethread.facade.pages.ThingPage;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Snapshot;
import org.bluethread.publish.Prefixes;
import org.bluethread.query.Answer;
import org.bluethread.query.BoundQuery;
import org.bluethread.query.NamedQuery;
import org.bluethread.query.Parameter;
import org.bluethread.query.ParameterException;
import org.bluethread.query.QueryRun;
import org.bluethread.query.Shelf;
import org.bluethread.query.SnapshotThings;
import org.bluethread.query.Things;

/**
 * {@code /queries} and {@code /queries/{name}}: the shelf as a list, and each query as a form with
 * its table and as data under the same address.
 */
final class QueryRoutes {
  private static final Set<String> NOT_FOR_THE_QUERY = Set.of("format", "limit", "offset");
  private static final int ROWS_ON_A_PAGE = 200;
  private static final int MOST_ROWS = 1_000_000;

  private final KnowledgeGraph graph;
  private final Shelf shelf;
  private final Things index;
  private final Duration timeout;
  private final Freshness freshness;
  private final Pages pages;

  QueryRoutes(
      KnowledgeGraph graph,
      Shelf shelf,
      Things index,
      Duration timeout,
      Freshness freshness,
      Pages pages) {
    this.graph = graph;
    this.shelf = shelf;
    this.index = index;
    this.timeout = timeout;
    this.freshness = freshness;
    this.pages = pages;
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, "/queries", this::list);
    Reading.route(routes, "/queries/{name}", this::query);
  }

  private void list(Context ctx) {
    String language = Languages.of(ctx);
    String format = MediaTypes.negotiate(ctx, List.of(MediaTypes.JSON, MediaTypes.HTML));
    ctx.header("Vary", "Accept, Accept-Language");
    List<QueriesPage.Item> items =
        shelf.queries().stream()
            .map(
                query ->
                    new QueriesPage.Item(
                        query.name(), query.title().in(language), query.description().in(language)))
            .toList();
    if (format.equals(MediaTypes.HTML)) {
      pages.render(ctx, "queries.jte", language, new QueriesPage(items));
    } else {
      ctx.json(items);
    }
  }

  private void query(Context ctx) {
    NamedQuery query = find(ctx.pathParam("name"));
    QueryFormats format = QueryFormats.wanted(ctx, query.query());
    String language = Languages.of(ctx);
    Map<String, List<String>> given = new LinkedHashMap<>(ctx.queryParamMap());
    given.keySet().removeAll(NOT_FOR_THE_QUERY);
    graph.read(
        snapshot -> {
          if (!freshness.isKnown(ctx, snapshot.commit(), format.mediaType(), language)) {
            answer(ctx, query, given, format, language, snapshot);
          }
          return query;
        });
  }

  private NamedQuery find(String name) {
    return shelf
        .find(name)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(
                        "unknown-query",
                        "No such query",
                        404,
                        "There is no query named \"" + name + "\" on the shelf.",
                        "See /queries for the names there are.")));
  }

  private void answer(
      Context ctx,
      NamedQuery query,
      Map<String, List<String>> given,
      QueryFormats format,
      String language,
      Snapshot snapshot) {
    boolean formOnly = format.isPage() && isMissingParameters(query, given);
    if (formOnly) {
      pages.render(ctx, "query.jte", language, page(ctx, query, language, Optional.empty(), false));
      return;
    }
    try (QueryRun run = QueryRun.start(bind(query, given, language, snapshot), snapshot, timeout)) {
      if (format.isPage()) {
        show(ctx, query, language, snapshot, run.answer());
      } else {
        ctx.contentType(format.mediaType());
        write(ctx, run.answer(), format.lang());
      }
    }
  }

  private static boolean isMissingParameters(NamedQuery query, Map<String, List<String>> given) {
    return query.parameters().stream()
        .anyMatch(
            parameter ->
                parameter.required()
                    && given.getOrDefault(parameter.name(), List.of()).stream()
                        .allMatch(String::isBlank));
  }

  private BoundQuery bind(
      NamedQuery query, Map<String, List<String>> given, String language, Snapshot snapshot) {
    Map<String, List<String>> values = new LinkedHashMap<>(given);
    values.put(Parameter.LANG.name(), List.of(language));
    try {
      return query.bind(values, index.orElse(new SnapshotThings(snapshot)));
    } catch (ParameterException e) {
      throw new ProblemException(
          Problem.of(
              "bad-parameter",
              "A parameter cannot be used",
              400,
              e.message(language),
              e.candidates().isEmpty()
                  ? "See /queries/" + query.name() + " for its parameters, with examples."
                  : "Possible: " + String.join(", ", e.candidates()) + "."));
    }
  }

  private static void write(Context ctx, Answer answer, Lang lang) {
    try (OutputStream out = ctx.res().getOutputStream()) {
      switch (answer) {
        case Answer.Rows rows ->
            ResultSetFormatter.output(
                out, ResultSet.adapt(part(ctx, rows.rows(), MOST_ROWS)), lang);
        case Answer.Truth truth -> ResultSetFormatter.output(out, truth.holds(), lang);
        case Answer.Triples triples -> write(triples, lang, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Answer.Triples triples, Lang lang, OutputStream out) {
    if (StreamRDFWriter.registered(lang)) {
      StreamRDF stream = StreamRDFWriter.getWriterStream(out, lang);
      stream.start();
      Prefixes.all().forEach(stream::prefix);
      triples.triples().forEachRemaining(stream::triple);
      stream.finish();
    } else {
      Graph whole = GraphFactory.createDefaultGraph();
      triples.triples().forEachRemaining(whole::add);
      RDFWriter.source(whole).lang(lang).output(out);
    }
  }

  /** The rows that the address asks for by {@code limit} and {@code offset}. */
  private static RowSet part(Context ctx, RowSet rows, int usual) {
    int limit = Parameters.integer(ctx, "limit", 1, MOST_ROWS, usual);
    int offset = Parameters.integer(ctx, "offset", 0, MOST_ROWS, 0);
    return RowSetStream.create(
        rows.getResultVars(), Iter.limit(Iter.skip(Iter.iter(rows), offset), limit));
  }

  private void show(
      Context ctx, NamedQuery query, String language, Snapshot snapshot, Answer answer) {
    Terms terms = new Terms(snapshot.union(), language);
    List<List<ThingPage.Term>> cells = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    switch (answer) {
      case Answer.Rows rows -> {
        rows.rows().getResultVars().stream().map(Var::getVarName).forEach(columns::add);
        RowSet shown = part(ctx, rows.rows(), ROWS_ON_A_PAGE);
        shown.forEachRemaining(row -> cells.add(cells(terms, shown.getResultVars(), row)));
      }
      case Answer.Truth truth -> {
        columns.add(query.name());
        cells.add(
            List.of(new ThingPage.Term(Boolean.toString(truth.holds()), "", Optional.empty())));
      }
      case Answer.Triples triples -> {
        columns.addAll(List.of("subject", "predicate", "object"));
        Iter.limit(triples.triples(), ROWS_ON_A_PAGE)
            .forEachRemaining(triple -> cells.add(cells(terms, triple)));
      }
    }
    boolean full = cells.size() == Parameters.integer(ctx, "limit", 1, MOST_ROWS, ROWS_ON_A_PAGE);
    Optional<QueryPage.Table> table = Optional.of(new QueryPage.Table(columns, cells));
    pages.render(ctx, "query.jte", language, page(ctx, query, language, table, full));
  }

  private static List<ThingPage.Term> cells(Terms terms, List<Var> columns, Binding row) {
    return columns.stream()
        .map(
            column ->
                row.contains(column)
                    ? terms.of(row.get(column))
                    : new ThingPage.Term("", "", Optional.empty()))
        .toList();
  }

  private static List<ThingPage.Term> cells(Terms terms, Triple triple) {
    return List.of(triple.getSubject(), triple.getPredicate(), triple.getObject()).stream()
        .map(terms::of)
        .toList();
  }

  private static QueryPage page(
      Context ctx,
      NamedQuery query,
      String language,
      Optional<QueryPage.Table> table,
      boolean full) {
    List<QueryPage.Field> fields =
        query.parameters().stream()
            .filter(parameter -> !parameter.name().equals(Parameter.LANG.name()))
            .map(parameter -> field(ctx, parameter, language))
            .toList();
    List<QueryPage.Link> formats =
        table.isEmpty()
            ? List.of()
            : QueryFormats.names(query.query()).stream()
                .map(name -> new QueryPage.Link(name, Links.with(ctx, "format", name)))
                .toList();
    int offset = Parameters.integer(ctx, "offset", 0, MOST_ROWS, 0);
    int limit = Parameters.integer(ctx, "limit", 1, MOST_ROWS, ROWS_ON_A_PAGE);
    Optional<String> next =
        full
            ? Optional.of(Links.with(ctx, "offset", Integer.toString(offset + limit)))
            : Optional.empty();
    next.ifPresent(address -> ctx.header("Link", "<" + address + ">; rel=\"next\""));
    return new QueryPage(
        query.name(),
        query.title().in(language),
        query.description().in(language),
        fields,
        table,
        query.text(),
        formats,
        next);
  }

  private static QueryPage.Field field(Context ctx, Parameter parameter, String language) {
    String value = ctx.queryParam(parameter.name());
    return new QueryPage.Field(
        parameter.name(),
        parameter.description().in(language),
        parameter.kind().name().toLowerCase(java.util.Locale.ROOT),
        parameter.required(),
        value == null ? parameter.defaultValue().orElse("") : value,
        parameter.example());
  }
}
