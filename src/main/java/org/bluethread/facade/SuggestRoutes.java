package org.bluethread.facade;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.bluethread.facade.pages.Terms;
import org.bluethread.facade.reconcile.Columns;
import org.bluethread.facade.reconcile.NamedIri;
import org.bluethread.facade.reconcile.Proposal;
import org.bluethread.facade.reconcile.Suggestions;
import org.bluethread.facade.reconcile.Suggestions.Suggestion;
import org.bluethread.lookup.Query;
import org.bluethread.lookup.ThingIndex;
import org.bluethread.publish.partition.PartitionIndex;
import org.bluethread.publish.reconcile.Offer;

/**
 * What people are offered while they fill tables from {@code /reconcile}: names that begin as they
 * write, and columns that things of a class can have.
 *
 * @see <a
 *     href="https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/#suggest-services">
 *     Reconciliation Service API 0.2, 7</a>
 */
final class SuggestRoutes {
  private static final int SUGGESTIONS = 20;
  private static final int MOST_PROPOSED = 200;
  private static final int USUALLY_PROPOSED = 50;

  private final ThingIndex index;
  private final PartitionIndex partitions;
  private final JsonReading reading;

  SuggestRoutes(ThingIndex index, PartitionIndex partitions, JsonReading reading) {
    this.index = index;
    this.partitions = partitions;
    this.reading = reading;
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, "/reconcile/suggest/entity", this::suggestThings);
    Reading.route(routes, "/reconcile/suggest/type", this::suggestTypes);
    Reading.route(routes, "/reconcile/suggest/property", this::suggestProperties);
    Reading.route(routes, "/reconcile/properties", this::propose);
  }

  private void suggestThings(Context ctx) {
    String prefix = prefix(ctx);
    int cursor = Parameters.integer(ctx, "cursor", 0, Query.MAX_OFFSET, 0);
    reading.answer(
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
                              NamedIri.all(
                                  hit.types().stream().map(NodeFactory::createURI), terms)))
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
    reading.answer(
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
    reading.answer(
        ctx,
        (snapshot, language) -> {
          Offer offer = new Offer(partitions.of(snapshot));
          List<Node> properties =
              type.isEmpty() ? offer.properties() : offer.properties(Columns.term(type));
          return new Proposal(
              type,
              limit,
              NamedIri.all(
                  properties.stream().limit(limit == 0 ? MOST_PROPOSED : limit),
                  new Terms(snapshot.union(), language)));
        });
  }

  /** What somebody has written so far. */
  private static String prefix(Context ctx) {
    return Optional.ofNullable(ctx.queryParam("prefix")).orElse("");
  }
}
