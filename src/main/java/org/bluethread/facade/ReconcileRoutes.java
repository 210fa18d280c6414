package org.bluethread.facade;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.bluethread.facade.pages.Pages;
import org.bluethread.facade.pages.PreviewPage;
import org.bluethread.facade.pages.Terms;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;
import org.bluethread.facade.reconcile.Batch;
import org.bluethread.facade.reconcile.Cell;
import org.bluethread.facade.reconcile.Columns;
import org.bluethread.facade.reconcile.Extended;
import org.bluethread.facade.reconcile.Manifest;
import org.bluethread.facade.reconcile.NamedIri;
import org.bluethread.facade.reconcile.Proposal;
import org.bluethread.facade.reconcile.Result;
import org.bluethread.facade.reconcile.Suggestions;
import org.bluethread.facade.reconcile.Suggestions.Suggestion;
import org.bluethread.facade.words.Words;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Snapshot;
import org.bluethread.lookup.Query;
import org.bluethread.lookup.ThingIndex;
import org.bluethread.publish.Description;
import org.bluethread.publish.partition.PartitionIndex;
import org.bluethread.publish.reconcile.MatchQuery;
import org.bluethread.publish.reconcile.Offer;
import org.bluethread.publish.reconcile.PropertyValues;
import org.bluethread.publish.reconcile.Reconciler;

/**
 * {@code /reconcile}: names and codes in other people's tables to things of the graph, with
 * suggestions, previews and columns, as OpenRefine and other clients ask for them.
 *
 * @see <a href="https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/">
 *     Reconciliation Service API 0.2</a>
 */
final class ReconcileRoutes {
  /** How many values the columns of one request may have. */
  private static final int MOST_VALUES = 100_000;

  private static final int DEFAULT_TYPES = 12;
  private static final int SUGGESTIONS = 20;
  private static final int MOST_PROPOSED = 200;
  private static final int USUALLY_PROPOSED = 50;

  private final KnowledgeGraph graph;
  private final ThingIndex index;
  private final PartitionIndex partitions;
  private final Reconciler reconciler;
  private final Bodies bodies;
  private final String build;
  private final Freshness freshness;
  private final Pages pages;

  ReconcileRoutes(
      KnowledgeGraph graph,
      ThingIndex index,
      PartitionIndex partitions,
      Bodies bodies,
      String build,
      Freshness freshness,
      Pages pages) {
    this.graph = graph;
    this.index = index;
    this.partitions = partitions;
    this.reconciler = new Reconciler(index);
    this.bodies = bodies;
    this.build = build;
    this.freshness = freshness;
    this.pages = pages;
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, "/reconcile", this::get);
    routes.post("/reconcile", this::post);
    Reading.route(routes, "/reconcile/suggest/entity", this::suggestThings);
    Reading.route(routes, "/reconcile/suggest/type", this::suggestTypes);
    Reading.route(routes, "/reconcile/suggest/property", this::suggestProperties);
    Reading.route(routes, "/reconcile/properties", this::propose);
    Reading.route(routes, "/reconcile/preview", this::preview);
  }

  private void get(Context ctx) {
    Map<String, List<String>> parameters = ctx.queryParamMap();
    if (parameters.containsKey("queries") || parameters.containsKey("extend")) {
      Answer answer = asked(ctx, parameters);
      reading(ctx, (snapshot, language) -> answer.of(snapshot, language));
    } else {
      reading(ctx, (snapshot, language) -> manifest(ctx, snapshot, language));
    }
  }

  private void post(Context ctx) {
    String type = Bodies.mediaType(ctx);
    if (!type.equals(Form.MEDIA_TYPE)) {
      throw Bodies.unsupported(type, Form.MEDIA_TYPE);
    }
    Answer answer = asked(ctx, Form.parse(bodies.text(ctx)).fields());
    String language = Languages.of(ctx);
    graph.read(
        snapshot -> {
          freshness.passing(ctx, Vary.FORMAT_AND_LANGUAGE, snapshot.commit());
          ctx.json(answer.of(snapshot, language));
          return language;
        });
  }

  /** Makes an answer in a read transaction, in one language. */
  @FunctionalInterface
  private interface Answer {
    Object of(Snapshot snapshot, String language);
  }

  /** Answers a request that the address alone makes, unless the client knows the answer. */
  private void reading(Context ctx, Answer answer) {
    String type = MediaTypes.negotiate(ctx, List.of(MediaTypes.JSON));
    String language = Languages.of(ctx);
    graph.read(
        snapshot -> {
          if (!freshness.isKnown(ctx, snapshot.commit(), type, language)) {
            ctx.json(answer.of(snapshot, language));
          }
          return language;
        });
  }

  /** What the parameters ask for: things, or columns. */
  private Answer asked(Context ctx, Map<String, List<String>> parameters) {
    MediaTypes.negotiate(ctx, List.of(MediaTypes.JSON));
    List<String> queries = parameters.getOrDefault("queries", List.of());
    List<String> extend = parameters.getOrDefault("extend", List.of());
    if (queries.size() + extend.size() != 1) {
      throw new ProblemException(
          Problem.of(
              ProblemKind.BAD_PARAMETER,
              "There are "
                  + queries.size()
                  + " parameters named queries and "
                  + extend.size()
                  + " named extend.",
              "Send exactly one of the two."));
    }
    if (extend.isEmpty()) {
      Map<String, MatchQuery> batch = Batch.parse(queries.get(0));
      return (snapshot, language) -> results(snapshot, batch, language);
    }
    Columns columns = Columns.parse(extend.get(0));
    return (snapshot, language) -> extended(snapshot, columns, language);
  }

  private Manifest manifest(Context ctx, Snapshot snapshot, String language) {
    Terms terms = new Terms(snapshot.union(), language);
    return Manifest.of(
        CatalogueSource.site(ctx),
        new Words(language).text("reconcile.name"),
        named(new Offer(partitions.of(snapshot)).types().stream().limit(DEFAULT_TYPES), terms),
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

  private static Extended extended(Snapshot snapshot, Columns wanted, String language) {
    Terms terms = new Terms(snapshot.union(), language);
    List<NamedIri> meta =
        wanted.columns().stream()
            .map(column -> new NamedIri(column.id(), terms.of(column.property()).text()))
            .toList();
    Map<String, Map<String, List<Cell>>> rows = new LinkedHashMap<>();
    int values = 0;
    for (String id : wanted.ids()) {
      Node thing = NodeFactory.createURI(id);
      Map<String, List<Cell>> row = new LinkedHashMap<>();
      for (Columns.Column column : wanted.columns()) {
        List<Node> found =
            PropertyValues.of(
                snapshot.union(), thing, column.property(), language, MOST_VALUES + 1);
        values += found.size();
        requireFew(values);
        row.put(column.id(), cells(found, column.most(), terms));
      }
      rows.put(id, row);
    }
    return new Extended(meta, rows);
  }

  private static void requireFew(int values) {
    if (values > MOST_VALUES) {
      throw new ProblemException(
          Problem.of(
              ProblemKind.TOO_LARGE,
              "The columns have more than " + MOST_VALUES + " values.",
              "Ask for fewer things or columns at a time."));
    }
  }

  private static List<Cell> cells(List<Node> values, int most, Terms terms) {
    return values.stream()
        .filter(value -> !value.isBlank())
        .limit(most == 0 ? values.size() : most)
        .map(value -> Cell.of(value, terms))
        .toList();
  }

  private void suggestThings(Context ctx) {
    String prefix = prefix(ctx);
    int cursor = Parameters.integer(ctx, "cursor", 0, Query.MAX_OFFSET, 0);
    reading(
        ctx,
        (snapshot, language) -> {
          Terms terms = new Terms(snapshot.union(), language);
          Query query = new Query(prefix, Optional.empty(), language, SUGGESTIONS, cursor);
          return new Suggestions(
              index.search(query).hits().stream()
                  .map(
                      hit ->
                          new Suggestion(
                              hit.iri(),
                              hit.label(),
                              terms.description(NodeFactory.createURI(hit.iri())),
                              named(hit.types().stream().map(NodeFactory::createURI), terms)))
                  .toList());
        });
  }

  private void suggestTypes(Context ctx) {
    suggestTerms(ctx, Offer::types);
  }

  private void suggestProperties(Context ctx) {
    suggestTerms(ctx, Offer::properties);
  }

  /** Few enough to be gone through: what grows with the ontology does not with the graph. */
  private void suggestTerms(Context ctx, Function<Offer, List<Node>> which) {
    String prefix = prefix(ctx).strip().toLowerCase(Locale.ROOT);
    int cursor = Parameters.integer(ctx, "cursor", 0, Query.MAX_OFFSET, 0);
    reading(
        ctx,
        (snapshot, language) -> {
          Terms terms = new Terms(snapshot.union(), language);
          Map<Boolean, List<Node>> found =
              which.apply(new Offer(partitions.of(snapshot))).stream()
                  .filter(term -> rank(term, terms, prefix).isPresent())
                  .collect(
                      Collectors.partitioningBy(term -> rank(term, terms, prefix).orElse(false)));
          List<Node> best = new ArrayList<>(found.get(true));
          best.addAll(found.get(false));
          return new Suggestions(
              best.stream()
                  .skip(cursor)
                  .limit(SUGGESTIONS)
                  .map(
                      term ->
                          new Suggestion(
                              term.getURI(),
                              terms.of(term).text(),
                              terms.description(term),
                              List.of()))
                  .toList());
        });
  }

  /** Whether a term begins as written, rather than has it within; empty if it has it nowhere. */
  private static Optional<Boolean> rank(Node term, Terms terms, String prefix) {
    String name = terms.of(term).text().toLowerCase(Locale.ROOT);
    String iri = term.getURI().toLowerCase(Locale.ROOT);
    String local = iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
    if (Stream.of(name, iri, local).anyMatch(text -> text.startsWith(prefix))) {
      return Optional.of(true);
    }
    return Stream.of(name, local).anyMatch(text -> text.contains(prefix))
        ? Optional.of(false)
        : Optional.empty();
  }

  private void propose(Context ctx) {
    String type = Optional.ofNullable(ctx.queryParam("type")).orElse("");
    int limit = Parameters.integer(ctx, "limit", 0, MOST_PROPOSED, USUALLY_PROPOSED);
    reading(
        ctx,
        (snapshot, language) -> {
          Offer offer = new Offer(partitions.of(snapshot));
          List<Node> properties =
              type.isEmpty() ? offer.properties() : offer.properties(Columns.term(type));
          return new Proposal(
              type,
              limit,
              named(
                  properties.stream().limit(limit == 0 ? MOST_PROPOSED : limit),
                  new Terms(snapshot.union(), language)));
        });
  }

  /** A page that other sites may frame: it has no form, and its links open elsewhere. */
  private void preview(Context ctx) {
    String type = MediaTypes.negotiate(ctx, List.of(MediaTypes.HTML));
    String language = Languages.of(ctx);
    String id = Optional.ofNullable(ctx.queryParam("id")).orElse("");
    graph.read(
        snapshot -> {
          Node thing = NodeFactory.createURI(id);
          if (!Description.isKnown(snapshot, thing)) {
            throw new ProblemException(
                Problem.of(
                    ProblemKind.UNKNOWN_THING,
                    "No statement speaks of <" + id + ">.",
                    "Give the identifier of a candidate as id."));
          }
          if (!freshness.isKnown(ctx, snapshot.commit(), type, language)) {
            pages.render(
                ctx, "preview.jte", language, PreviewPage.of(snapshot.union(), thing, language));
          }
          ctx.header(
              "Content-Security-Policy",
              Facade.POLICY.replace("frame-ancestors 'none'", "frame-ancestors *"));
          return type;
        });
  }

  /** What somebody has written so far. */
  private static String prefix(Context ctx) {
    return Optional.ofNullable(ctx.queryParam("prefix")).orElse("");
  }

  private static List<NamedIri> named(Stream<Node> iris, Terms terms) {
    return iris.map(iri -> NamedIri.of(iri, terms)).toList();
  }
}
