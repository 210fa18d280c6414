package org.bluethread.facade;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.bluethread.facade.answers.AsOf;
import org.bluethread.facade.answers.SearchAnswer;
import org.bluethread.facade.pages.Pages;
import org.bluethread.facade.pages.SearchPage;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Labels;
import org.bluethread.lookup.Hit;
import org.bluethread.lookup.Hits;
import org.bluethread.lookup.Query;
import org.bluethread.lookup.Standing;
import org.bluethread.lookup.ThingIndex;
import org.bluethread.vocabulary.BT;

/** {@code /search}: things by words and codes, as a page and as JSON. */
final class SearchRoutes {
  private static final List<String> FORMATS =
      List.of(MediaTypes.JSON, MediaTypes.JSON_LD, MediaTypes.HTML);
  private static final int USUAL_HITS = 20;
  private static final int MOST_HITS = 100;

  private final KnowledgeGraph graph;
  private final IriSearch iris;
  private final Freshness freshness;
  private final Pages pages;

  SearchRoutes(KnowledgeGraph graph, ThingIndex index, Freshness freshness, Pages pages) {
    this.graph = graph;
    this.iris = new IriSearch(graph, index);
    this.freshness = freshness;
    this.pages = pages;
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, "/search", this::search);
  }

  private void search(Context ctx) {
    String format = MediaTypes.negotiate(ctx, FORMATS);
    String language = Languages.of(ctx);
    String text = ctx.queryParam("q") == null ? "" : ctx.queryParam("q");
    int limit = Parameters.integer(ctx, "limit", 1, MOST_HITS, USUAL_HITS);
    int offset = Parameters.integer(ctx, "offset", 0, Query.MAX_OFFSET, 0);
    Optional<String> type = Optional.ofNullable(ctx.queryParam("type")).map(SearchRoutes::classIri);
    Hits hits = iris.search(ctx, new Query(text, type, language, limit, offset));
    long commit = hits.standing().map(Standing::commit).orElse(0L);
    AsOf asOf = freshness.asOf(commit);
    if (freshness.isKnown(ctx, commit, format, language)) {
      return;
    }
    boolean more = offset + limit < hits.total() && offset + limit <= Query.MAX_OFFSET;
    Optional<String> next = new Slice(offset, limit).next(ctx, more);
    if (format.equals(MediaTypes.HTML)) {
      pages.render(ctx, "search.jte", language, page(text, hits, language, next));
    } else {
      Answers.send(ctx, format, SearchAnswer.of(text, hits, asOf));
    }
  }

  /** A class may be named by its IRI, with the prefix bt:, or by its bare name. */
  private static String classIri(String type) {
    return type.contains("://") ? type : BT.NS + type.replaceFirst("^bt:", "");
  }

  private SearchPage page(String text, Hits hits, String language, Optional<String> next) {
    return graph.read(
        snapshot ->
            new SearchPage(
                text,
                hits.total(),
                hits.hits().stream().map(hit -> hit(snapshot.union(), hit, language)).toList(),
                next));
  }

  private static SearchPage.Hit hit(Graph union, Hit hit, String language) {
    return new SearchPage.Hit(
        hit.iri(),
        hit.label(),
        hit.labelLanguage(),
        hit.types().stream()
            .map(NodeFactory::createURI)
            .flatMap(node -> Labels.of(union, node, language).stream())
            .map(Node::getLiteralLexicalForm)
            .findFirst()
            .orElse(""),
        hit.codes());
  }
}
