package org.bluethread.facade;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bluethread.facade.pages.Terms;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;
import org.bluethread.facade.reconcile.Batch;
import org.bluethread.facade.reconcile.Columns;
import org.bluethread.facade.reconcile.Extended;
import org.bluethread.facade.reconcile.Manifest;
import org.bluethread.facade.reconcile.NamedIri;
import org.bluethread.facade.reconcile.Result;
import org.bluethread.facade.words.Words;
import org.bluethread.graph.Snapshot;
import org.bluethread.lookup.ThingIndex;
import org.bluethread.publish.partition.PartitionIndex;
import org.bluethread.publish.reconcile.MatchQuery;
import org.bluethread.publish.reconcile.Offer;
import org.bluethread.publish.reconcile.Reconciler;

/**
 * {@code /reconcile}: names and codes in other people's tables to things of the graph, and columns
 * of what is said about them, as OpenRefine and other clients ask for them.
 *
 * @see <a href="https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/">
 *     Reconciliation Service API 0.2</a>
 */
final class ReconcileRoutes {
  private static final int DEFAULT_TYPES = 12;

  private final PartitionIndex partitions;
  private final Reconciler reconciler;
  private final Bodies bodies;
  private final String build;
  private final JsonReading reading;

  ReconcileRoutes(
      ThingIndex index,
      PartitionIndex partitions,
      Bodies bodies,
      String build,
      JsonReading reading) {
    this.partitions = partitions;
    this.reconciler = new Reconciler(index);
    this.bodies = bodies;
    this.build = build;
    this.reading = reading;
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, "/reconcile", this::get);
    routes.post("/reconcile", this::post);
  }

  private void get(Context ctx) {
    Map<String, List<String>> parameters = ctx.queryParamMap();
    if (parameters.containsKey("queries") || parameters.containsKey("extend")) {
      reading.answer(ctx, asked(ctx, parameters));
    } else {
      reading.answer(ctx, (snapshot, language) -> manifest(ctx, snapshot, language));
    }
  }

  private void post(Context ctx) {
    String type = Bodies.mediaType(ctx);
    if (!type.equals(Form.MEDIA_TYPE)) {
      throw Bodies.unsupported(type, Form.MEDIA_TYPE);
    }
    JsonReading.Answer answer = asked(ctx, Form.parse(bodies.text(ctx)).fields());
    reading.answerOnce(ctx, answer);
  }

  /** What the parameters ask for: things, or columns. */
  private JsonReading.Answer asked(Context ctx, Map<String, List<String>> parameters) {
    MediaTypes.negotiate(ctx, List.of(MediaTypes.JSON));
    List<String> queries = parameters.getOrDefault("queries", List.of());
    List<String> extend = parameters.getOrDefault("extend", List.of());
    if (queries.size() + extend.size() != 1) {
      throw new ProblemException(
          Problem.of(ProblemKind.BAD_PARAMETER, "reconcile.both", queries.size(), extend.size()));
    }
    if (extend.isEmpty()) {
      Map<String, MatchQuery> batch = Batch.parse(queries.get(0));
      return (snapshot, language) -> results(snapshot, batch, language);
    }
    Columns columns = Columns.parse(extend.get(0));
    return (snapshot, language) -> Extended.of(snapshot, columns, language);
  }

  private Manifest manifest(Context ctx, Snapshot snapshot, String language) {
    Terms terms = new Terms(snapshot.union(), language);
    return Manifest.of(
        CatalogueSource.site(ctx),
        new Words(language).text("reconcile.name"),
        NamedIri.all(
            new Offer(partitions.of(snapshot)).types().stream().limit(DEFAULT_TYPES), terms),
        build,
        language);
  }

  private Map<String, Result> results(
      Snapshot snapshot, Map<String, MatchQuery> batch, String language) {
    Terms terms = new Terms(snapshot.union(), language);
    Map<String, Result> results = new LinkedHashMap<>();
    batch.forEach(
        (name, query) ->
            results.put(name, Result.of(reconciler.candidates(snapshot, query, language), terms)));
    return results;
  }
}
