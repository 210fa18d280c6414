package org.bluethread.facade;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;
import org.bluethread.graph.Commit;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Snapshot;
import org.bluethread.publish.Ontology;
import org.bluethread.publish.OntologyTerm;
import org.bluethread.publish.catalogue.Site;
import org.bluethread.publish.sitemap.PageDates;
import org.bluethread.publish.sitemap.PageDates.Overview;
import org.bluethread.publish.sitemap.Sitemap;
import org.bluethread.publish.sitemap.Sitemap.Listed;
import org.bluethread.query.NamedQuery;
import org.bluethread.query.Shelf;

/**
 * {@code /sitemap.xml}: the pages that search engines should know, each with when it last changed,
 * in one list or in parts; and {@code /robots.txt}, which names it.
 *
 * @see <a href="https://www.sitemaps.org/protocol.html">Sitemaps XML format</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9309">RFC 9309: Robots Exclusion Protocol</a>
 */
final class SitemapRoutes {
  private static final String PATH = "/sitemap.xml";

  /** Pages that show the graph, and so change with it. */
  private static final List<String> SHOWING =
      List.of("/", "/plan", "/coverage", "/catalog", "/queries", "/about");

  /** Pages that say what can be asked. */
  private static final List<String> ASKING = List.of("/search", "/trace", "/sparql", "/federation");

  /** Answers that are worked out for each request; pages lead to more of them than any need. */
  private static final String ROBOTS =
      """
      User-agent: *
      Disallow: /sparql?
      Disallow: /federation?
      Disallow: /search?
      Disallow: /trace?
      Disallow: /export
      Disallow: /data

      """;

  private final KnowledgeGraph graph;
  private final PageDates dates;
  private final Shelf shelf;
  private final Freshness freshness;

  SitemapRoutes(KnowledgeGraph graph, PageDates dates, Shelf shelf, Freshness freshness) {
    this.graph = graph;
    this.dates = dates;
    this.shelf = shelf;
    this.freshness = freshness;
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, PATH, this::sitemap);
    Reading.route(routes, "/robots.txt", SitemapRoutes::robots);
  }

  private static void robots(Context ctx) {
    ctx.header("Cache-Control", "no-cache");
    ctx.result(ROBOTS + "Sitemap: " + CatalogueSource.site(ctx).at(PATH) + "\n");
    ctx.contentType("text/plain; charset=utf-8");
  }

  private void sitemap(Context ctx) {
    int part = Parameters.integer(ctx, "part", 0, 999_999_999, -1);
    Site site = CatalogueSource.site(ctx);
    graph.read(
        snapshot -> {
          freshness.checkRead();
          Overview overview = dates.overview(snapshot, Sitemap.MOST);
          int parts = overview.latest().size();
          if (part > parts) {
            throw new ProblemException(
                Problem.of(
                    ProblemKind.BAD_PARAMETER,
                    "sitemap.part",
                    Integer.toString(part),
                    Integer.toString(parts),
                    PATH));
          }
          if (!freshness.isKnown(ctx, Vary.COMPRESSION, overview.commit(), MediaTypes.XML)) {
            answer(ctx, snapshot, overview, part, site);
          }
          return ctx;
        });
  }

  /** One list if it can be one, else a list of the parts: this server's own pages are part 0. */
  private void answer(Context ctx, Snapshot snapshot, Overview overview, int part, Site site) {
    if (part > 0) {
      send(ctx, Sitemap.PAGES, things(snapshot, part, site).toList());
      return;
    }
    List<Listed> own = own(snapshot, overview, site).toList();
    int parts = overview.latest().size();
    if (part == 0 || parts == 0) {
      send(ctx, Sitemap.PAGES, own);
    } else if (parts == 1 && overview.pages() + own.size() <= Sitemap.MOST) {
      Stream<Listed> all = Stream.concat(own.stream(), things(snapshot, 1, site));
      send(ctx, Sitemap.PAGES, all.toList());
    } else {
      send(ctx, Sitemap.INDEX, parts(snapshot, overview, site));
    }
  }

  private List<Listed> parts(Snapshot snapshot, Overview overview, Site site) {
    return Stream.concat(
            Stream.of(new Listed(site.at(PATH + "?part=0"), time(snapshot))),
            IntStream.range(0, overview.latest().size())
                .mapToObj(
                    number ->
                        new Listed(
                            site.at(PATH + "?part=" + (number + 1)),
                            overview.latest().get(number))))
        .toList();
  }

  private Stream<Listed> things(Snapshot snapshot, int part, Site site) {
    return dates.part(snapshot, part - 1, Sitemap.MOST).stream()
        .map(page -> new Listed(site.at(path(page.iri())), page.changed()));
  }

  private static String path(String iri) {
    return new ThingAddress(iri, Optional.of(DocumentFormat.HTML)).path();
  }

  /** The pages that are not those of things. */
  private Stream<Listed> own(Snapshot snapshot, Overview overview, Site site) {
    Optional<Instant> last = time(snapshot);
    Stream<String> queries =
        shelf.queries().stream().map(NamedQuery::name).map(name -> "/queries/" + name);
    Stream<String> classes =
        Ontology.of(snapshot).terms().stream()
            .filter(term -> term.kind() == OntologyTerm.Kind.CLASS)
            .map(term -> "/classes/" + term.localName());
    Stream<String> changes = graph.isElsewhere() ? Stream.empty() : Stream.of("/changes");
    return Stream.of(
            ASKING.stream().map(path -> new Listed(site.at(path), Optional.empty())),
            Stream.of(SHOWING.stream(), changes, queries)
                .flatMap(paths -> paths)
                .map(path -> new Listed(site.at(path), last)),
            classes.map(path -> new Listed(site.at(path), overview.ontology())))
        .flatMap(listed -> listed);
  }

  private Optional<Instant> time(Snapshot snapshot) {
    return graph.history().commit(snapshot.commit()).map(Commit::time);
  }

  private static void send(Context ctx, Sitemap form, List<Listed> listed) {
    ctx.contentType(MediaTypes.XML);
    try {
      Writer out =
          new BufferedWriter(
              new OutputStreamWriter(ctx.res().getOutputStream(), StandardCharsets.UTF_8));
      form.write(out, listed);
      out.flush(); // Closing it would end an answer that failed.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
