package org.bluethread.facade;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.modify.TemplateLib;
import org.bluethread.endpoint.AnswerFormat;
import org.bluethread.endpoint.AnswerWriter;
import org.bluethread.endpoint.SparqlQuery;
import org.bluethread.facade.pages.FederationPage;
import org.bluethread.facade.pages.Pages;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;
import org.bluethread.federation.FederatedAnswer;
import org.bluethread.federation.FederatedQuery;
import org.bluethread.federation.Federation;
import org.bluethread.federation.MemberException;

/**
 * {@code /federation}: queries over all members together, and without one who they are.
 *
 * <p>An answer is whole: a member that fails makes it an error that names the member, or breaks the
 * transfer. With {@code partial=true} it is held back until it is complete, and given without the
 * members that failed, which a header names.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-protocol/#query-operation">SPARQL 1.1 Protocol</a>
 */
final class FederationRoutes {
  /** The response header that names the members an answer was found without. */
  static final String MISSING_HEADER = "BlueThread-Missing-Members";

  /** How many rows an answer that is held back may have: a hundred bytes or so each. */
  private static final int MOST_HELD = 100_000;

  private final Federation federation;
  private final Bodies bodies;
  private final Settings settings;
  private final QuerySlots slots;
  private final Pages pages;

  FederationRoutes(
      Federation federation, Bodies bodies, Settings settings, QuerySlots slots, Pages pages) {
    this.federation = federation;
    this.bodies = bodies;
    this.settings = settings;
    this.slots = slots;
    this.pages = pages;
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, "/federation", this::get);
    routes.post("/federation", ctx -> answer(ctx, QueryParameters.posted(ctx, bodies)));
  }

  private void get(Context ctx) {
    if (ctx.queryParamMap().containsKey("query")) {
      answer(ctx, ctx.queryParamMap());
    } else {
      describe(ctx);
    }
  }

  private void describe(Context ctx) {
    String language = Languages.of(ctx);
    FederationPage page = FederationPage.of(ctx.url(), federation.members());
    ctx.header("Vary", Vary.FORMAT_AND_LANGUAGE);
    ctx.header("Cache-Control", "no-cache");
    String type = MediaTypes.negotiate(ctx, List.of(MediaTypes.JSON, MediaTypes.HTML));
    if (type.equals(MediaTypes.HTML)) {
      pages.render(ctx, "federation.jte", language, page);
    } else {
      ctx.jsonStream(Map.of("members", page.members()));
    }
  }

  private void answer(Context ctx, Map<String, List<String>> parameters) {
    FederatedQuery query = FederatedQuery.parse(QueryParameters.query(parameters));
    Duration time = QueryParameters.time(parameters, settings.queryTimeout());
    AnswerFormat format = SparqlFormats.wanted(ctx, parameters, kind(query));
    ctx.header("Cache-Control", "no-store");
    ctx.header("Vary", Vary.FORMAT);
    AnswerWriter writer = new AnswerWriter(format, settings.mostRows(), ctx.res());
    slots.take();
    try {
      if (isPartial(parameters)) {
        partly(ctx, query, time, writer);
      } else {
        writer.wholly(() -> send(query, time, writer));
      }
    } finally {
      slots.giveBack();
    }
  }

  private static SparqlQuery.Kind kind(FederatedQuery query) {
    if (query.isAsk()) {
      return SparqlQuery.Kind.TRUTH;
    }
    return query.isConstruct() ? SparqlQuery.Kind.GRAPH : SparqlQuery.Kind.ROWS;
  }

  private static boolean isPartial(Map<String, List<String>> parameters) {
    List<String> asked = parameters.getOrDefault("partial", List.of("false"));
    if (asked.equals(List.of("true")) || asked.equals(List.of("false"))) {
      return asked.equals(List.of("true"));
    }
    throw new ProblemException(
        Problem.of(
            ProblemKind.BAD_PARAMETER, "parameter.truth", "partial", String.join("\", \"", asked)));
  }

  private void send(FederatedQuery query, Duration time, AnswerWriter writer) {
    if (query.isAsk()) {
      writer.truth(federation.isTrue(query, Set.of(), time));
      return;
    }
    try (FederatedAnswer answer = federation.ask(query, Set.of(), time)) {
      send(query, RowSetStream.create(answer.variables(), answer), writer);
    }
  }

  private static void send(FederatedQuery query, RowSet rows, AnswerWriter writer) {
    if (query.isConstruct()) {
      writer.statements(constructed(query, rows), query.query().getPrefixMapping());
    } else {
      writer.rows(rows);
    }
  }

  private static Iterator<Triple> constructed(FederatedQuery query, Iterator<Binding> rows) {
    return TemplateLib.calcTriples(query.query().getConstructTemplate().getTriples(), rows);
  }

  /** Asks again without the members that failed, until those that are left have all answered. */
  private void partly(Context ctx, FederatedQuery query, Duration time, AnswerWriter writer) {
    long end = System.nanoTime() + time.toNanos();
    Set<String> without = new TreeSet<>();
    while (true) {
      try {
        Runnable answer = held(query, without, Duration.ofNanos(end - System.nanoTime()), writer);
        ctx.header(MISSING_HEADER, String.join(", ", without));
        answer.run();
        return;
      } catch (MemberException e) {
        without.add(e.member());
      }
    }
  }

  private Runnable held(
      FederatedQuery query, Set<String> without, Duration time, AnswerWriter writer) {
    if (query.isAsk()) {
      boolean truth = federation.isTrue(query, without, time);
      return () -> writer.truth(truth);
    }
    try (FederatedAnswer answer = federation.ask(query, without, time)) {
      List<Binding> rows = held(answer);
      return () -> send(query, RowSetStream.create(answer.variables(), rows.iterator()), writer);
    }
  }

  private static List<Binding> held(FederatedAnswer answer) {
    List<Binding> rows = new ArrayList<>();
    while (answer.hasNext()) {
      if (rows.size() == MOST_HELD) {
        throw new ProblemException(
            Problem.of(ProblemKind.ANSWER_TOO_LARGE, "federation.held", MOST_HELD));
      }
      rows.add(answer.next());
    }
    return rows;
  }
}
