package org.bluethread.facade;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.jena.riot.RDFLanguages;
import org.bluethread.facade.pages.GraphPage;
import org.bluethread.facade.pages.Pages;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.QuadPart;
import org.bluethread.graph.Snapshot;

/**
 * Reading {@code /graph/…}: a graph of ours at its own address, as a page for browsers. It answers
 * 200 itself, as graphs are documents; a suffix names a format, unless a graph has that very name.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-http-rdf-update/#direct-graph-identification">Graph
 *     Store HTTP Protocol, 4.1</a>
 */
final class NamedGraphRoutes {
  private static final List<String> FORMATS =
      Stream.concat(GraphRoutes.FORMATS.stream(), Stream.of(MediaTypes.HTML)).toList();

  private static final int STATEMENTS_OF_A_PAGE = 1000;

  private final KnowledgeGraph graph;
  private final Dereferencing dereferencing;
  private final Freshness freshness;
  private final Pages pages;

  NamedGraphRoutes(
      KnowledgeGraph graph, Dereferencing dereferencing, Freshness freshness, Pages pages) {
    this.graph = graph;
    this.dereferencing = dereferencing;
    this.freshness = freshness;
    this.pages = pages;
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, "/graph/<name>", this::answer);
  }

  private void answer(Context ctx) {
    graph.read(
        snapshot -> {
          dereferencing
              .find(ctx, snapshot, Named.GRAPH)
              .ifPresent(address -> answer(ctx, snapshot, address));
          return ctx;
        });
  }

  private void answer(Context ctx, Snapshot snapshot, ThingAddress address) {
    String type =
        address
            .format()
            .map(DocumentFormat::type)
            .orElseGet(() -> MediaTypes.negotiate(ctx, FORMATS));
    boolean isPage = type.equals(MediaTypes.HTML);
    String language = Languages.of(ctx);
    int offset = Parameters.offset(ctx);
    if (freshness.isKnown(ctx, snapshot.commit(), type, isPage ? language : "")) {
      return;
    }
    List<String> links = links(address);
    if (isPage) {
      QuadPart part = QuadPart.inGraph(snapshot, address.node(), offset, STATEMENTS_OF_A_PAGE);
      Optional<String> next = next(ctx, part);
      next.ifPresent(path -> links.add("<" + path + ">; rel=\"next\""));
      ctx.header("Link", String.join(", ", links));
      GraphPage page = GraphPage.of(snapshot, address.node(), part, language, next);
      pages.render(ctx, "graph.jte", language, page);
    } else {
      ctx.header("Link", String.join(", ", links));
      ctx.contentType(type);
      GraphRoutes.write(
          ctx, snapshot.dataset().getGraph(address.node()), RDFLanguages.contentTypeToLang(type));
    }
  }

  private static Optional<String> next(Context ctx, QuadPart part) {
    OptionalLong next = part.next();
    return next.isPresent()
        ? Optional.of(SelfLinks.with(ctx, "offset", Long.toString(next.getAsLong())))
        : Optional.empty();
  }

  /** The other formats, and the graph itself where a suffix names one. */
  private static List<String> links(ThingAddress address) {
    List<String> links = new ArrayList<>();
    if (address.format().isPresent()) {
      String graph = new ThingAddress(address.iri(), Optional.empty()).path();
      links.add("<" + graph + ">; rel=\"canonical\"");
    }
    for (DocumentFormat format : DocumentFormat.values()) {
      if (!address.format().equals(Optional.of(format))) {
        links.add(
            "<%s>; rel=\"alternate\"; type=\"%s\""
                .formatted(address.in(format).path(), format.type()));
      }
    }
    return links;
  }
}
