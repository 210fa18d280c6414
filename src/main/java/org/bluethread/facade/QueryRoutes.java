package org.bluethread.facade;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.graph.GraphFactory;
import org.bluethread.endpoint.AnswerFormat;
import org.bluethread.execution.Calls;
import org.bluethread.execution.Reproducible;
import org.bluethread.facade.answers.QueryAnswer;
import org.bluethread.facade.pages.Pages;
import org.bluethread.facade.pages.QueriesPage;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Snapshot;
import org.bluethread.lookup.ThingIndex;
import org.bluethread.publish.Prefixes;
import org.bluethread.query.Answer;
import org.bluethread.query.BoundQuery;
import org.bluethread.query.IndexedThings;
import org.bluethread.query.NamedQuery;
import org.bluethread.query.Parameter;
import org.bluethread.query.ParameterException;
import org.bluethread.query.Part;
import org.bluethread.query.QueryRun;
import org.bluethread.query.Shelf;

/**
 * {@code /queries} and {@code /queries/{name}}: the shelf as a list, and each query as a form with
 * its table and as data under the same address.
 */
final class QueryRoutes {
  private static final Set<String> NOT_FOR_THE_QUERY = Set.of("format", "limit", "offset", "after");

  private final KnowledgeGraph graph;
  private final Shelf shelf;
  private final ThingIndex index;
  private final IndexedThings things;
  private final Duration timeout;
  private final QuerySlots slots;
  private final Freshness freshness;
  private final Pages pages;

  /** The queries whose answers are new each time. */
  private final Set<String> passing;

  QueryRoutes(
      KnowledgeGraph graph,
      Shelf shelf,
      ThingIndex index,
      Duration timeout,
      QuerySlots slots,
      Freshness freshness,
      Pages pages) {
    this.graph = graph;
    this.shelf = shelf;
    this.index = index;
    this.things = new IndexedThings(index);
    this.timeout = timeout;
    this.slots = slots;
    this.freshness = freshness;
    this.pages = pages;
    this.passing =
        shelf.queries().stream()
            .filter(
                named -> !Reproducible.is(named.query(), Calls.in(Algebra.compile(named.query()))))
            .map(NamedQuery::name)
            .collect(Collectors.toUnmodifiableSet());
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, "/queries", this::list);
    Reading.route(routes, "/queries/{name}", this::query);
  }

  private void list(Context ctx) {
    String language = Languages.of(ctx);
    String format =
        MediaTypes.negotiate(ctx, List.of(MediaTypes.JSON, MediaTypes.JSON_LD, MediaTypes.HTML));
    ctx.header("Vary", Vary.FORMAT_AND_LANGUAGE);
    List<QueryAnswer> answers =
        shelf.queries().stream().map(query -> QueryAnswer.of(query, language)).toList();
    if (format.equals(MediaTypes.HTML)) {
      pages.render(ctx, "queries.jte", language, QueriesPage.of(answers));
    } else {
      Answers.send(ctx, format, answers);
    }
  }

  private void query(Context ctx) {
    NamedQuery query = find(ctx.pathParam("name"));
    AnswerFormat format = QueryFormats.of(query.query()).wanted(ctx);
    String language = Languages.of(ctx);
    Map<String, List<String>> given = new LinkedHashMap<>(ctx.queryParamMap());
    given.keySet().removeAll(NOT_FOR_THE_QUERY);
    slots.take();
    try {
      graph.read(
          snapshot -> {
            if (!isKnown(ctx, query, format, language, snapshot)) {
              answer(ctx, query, given, format, language, snapshot);
            }
            return query;
          });
    } finally {
      slots.giveBack();
    }
  }

  private boolean isKnown(
      Context ctx, NamedQuery query, AnswerFormat format, String language, Snapshot snapshot) {
    if (passing.contains(query.name())) {
      freshness.passing(ctx, Vary.FORMAT_AND_LANGUAGE, snapshot.commit());
      return false;
    }
    return freshness.isKnown(ctx, snapshot.commit(), format.mediaType(), language);
  }

  private NamedQuery find(String name) {
    return shelf
        .find(name)
        .orElseThrow(
            () ->
                new ProblemException(Problem.of(ProblemKind.UNKNOWN_QUERY, "query.unknown", name)));
  }

  private void answer(
      Context ctx,
      NamedQuery query,
      Map<String, List<String>> given,
      AnswerFormat format,
      String language,
      Snapshot snapshot) {
    boolean formOnly = QueryFormats.isPage(format) && isMissingParameters(query, given);
    if (formOnly) {
      pages.render(ctx, "query.jte", language, new QueryView(ctx, query, language).form());
      return;
    }
    Optional<Integer> usual =
        QueryFormats.isPage(format) ? Optional.of(QueryView.ROWS_ON_A_PAGE) : Optional.empty();
    Part part = RowParts.wanted(ctx, query.query(), usual);
    try (QueryRun run = start(query, given, part, language, snapshot)) {
      if (QueryFormats.isPage(format)) {
        QueryView view = new QueryView(ctx, query, language);
        pages.render(ctx, "query.jte", language, view.answer(snapshot, index, run.answer()));
      } else {
        if (run.answer() instanceof Answer.Rows rows && !part.equals(Part.ALL)) {
          RowParts.link(ctx, rows.next());
        }
        write(ctx, query.name(), run.answer(), format);
      }
    } catch (ParameterException e) {
      Problem problem = problem(query, e);
      if (!QueryFormats.isPage(format)) {
        throw new ProblemException(problem);
      }
      Problems.begin(ctx, problem.status());
      QueryView view = new QueryView(ctx, query, language);
      pages.render(ctx, "query.jte", language, view.refused(problem, e.parameter()));
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

  private QueryRun start(
      NamedQuery query,
      Map<String, List<String>> given,
      Part part,
      String language,
      Snapshot snapshot) {
    Map<String, List<String>> values = new LinkedHashMap<>(given);
    values.put(Parameter.LANG.name(), List.of(language));
    BoundQuery bound = query.bind(values, things.in(snapshot));
    return QueryRun.start(bound, part, snapshot, timeout);
  }

  private static Problem problem(NamedQuery query, ParameterException e) {
    return e.candidates().isEmpty()
        ? Problem.telling(ProblemKind.BAD_PARAMETER, e::message, "query.parameter", query.name())
        : Problem.telling(
            ProblemKind.BAD_PARAMETER,
            e::message,
            "query.candidates",
            String.join(", ", e.candidates()));
  }

  private static void write(Context ctx, String name, Answer answer, AnswerFormat format) {
    ctx.contentType(format.mediaType());
    if (QueryFormats.isSpreadsheet(format)) {
      ctx.header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
    }
    try {
      OutputStream out = ctx.res().getOutputStream(); // Closing it would end an answer that failed.
      switch (answer) {
        case Answer.Rows rows when QueryFormats.isSpreadsheet(format) ->
            Spreadsheet.write(rows.rows(), out);
        case Answer.Rows rows ->
            ResultSetFormatter.output(out, ResultSet.adapt(rows.rows()), format.lang());
        case Answer.Truth truth when QueryFormats.isSpreadsheet(format) ->
            Spreadsheet.write(truth, name, out);
        case Answer.Truth truth -> ResultSetFormatter.output(out, truth.holds(), format.lang());
        case Answer.Triples triples -> write(triples, format.lang(), out);
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
}
