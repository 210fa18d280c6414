package org.bluethread.facade;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.bluethread.facade.pages.FeedPage;
import org.bluethread.facade.pages.Pages;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;
import org.bluethread.publish.Prefixes;
import org.bluethread.publish.feed.Edition;
import org.bluethread.publish.feed.Feed;
import org.bluethread.publish.feed.Hypermedia;
import org.bluethread.publish.feed.Leaf;
import org.bluethread.publish.feed.NodeAddress;

/**
 * {@code /feed}: every version of every graph, as a Linked Data Event Stream. The root is there;
 * its pages are under the identity of the stream, and those that are closed stay as they are for
 * ever.
 *
 * @see <a href="https://semiceu.github.io/LinkedDataEventStreams/releases/1.0.0/">Linked Data Event
 *     Streams 1.0.0</a>
 */
final class FeedRoutes {
  private static final String ROOT = "/feed";

  private static final Map<String, String> SYNTAXES = syntaxes();

  /** The formats of pages. */
  static final Formats<String> FORMATS = new Formats<>(SYNTAXES, type -> type);

  /** The formats of the root. */
  static final Formats<String> WITH_PAGE = withPage();

  private final Feed feed;
  private final Freshness freshness;
  private final Pages pages;

  FeedRoutes(Feed feed, Freshness freshness, Pages pages) {
    this.feed = feed;
    this.freshness = freshness;
    this.pages = pages;
  }

  private static Map<String, String> syntaxes() {
    Map<String, String> named = new LinkedHashMap<>();
    named.put("trig", MediaTypes.TRIG);
    named.put("nq", MediaTypes.N_QUADS);
    named.put("jsonld", MediaTypes.JSON_LD);
    return named;
  }

  private static Formats<String> withPage() {
    Map<String, String> named = new LinkedHashMap<>(SYNTAXES);
    named.put("html", MediaTypes.HTML);
    return new Formats<>(named, type -> type);
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, ROOT, this::root);
    Reading.route(routes, ROOT + "/{stream}", this::stream);
    Reading.route(routes, ROOT + "/{stream}/{level}/{number}", this::node);
  }

  private void root(Context ctx) throws IOException {
    String type = WITH_PAGE.wanted(ctx);
    String language = Languages.of(ctx);
    freshness.checkCommits();
    Edition edition = feed.edition();
    if (freshness.isKnown(ctx, edition.commit(), type, language, edition.id())) {
      return;
    }
    if (type.equals(MediaTypes.HTML)) {
      String root = CatalogueSource.site(ctx).at(ROOT);
      pages.render(ctx, "feed.jte", language, FeedPage.of(edition, root, language));
    } else {
      StreamRDF out = begin(ctx, type);
      hypermedia(ctx, edition, out).root();
      out.finish();
    }
  }

  /** The stream's own IRI. */
  private void stream(Context ctx) {
    current(ctx);
    ctx.status(303);
    ctx.header("Location", ROOT);
  }

  private void node(Context ctx) throws IOException {
    String type = FORMATS.wanted(ctx);
    Edition edition = current(ctx);
    NodeAddress address =
        new NodeAddress(number(ctx.pathParam("level")), number(ctx.pathParam("number")));
    if (address.level() == 0) {
      if (address.number() >= edition.leaves().size()) {
        throw nothing(ctx);
      }
      page(ctx, edition, edition.leaves().get(address.number()), type);
    } else {
      branch(ctx, edition, address, type);
    }
  }

  private void branch(Context ctx, Edition edition, NodeAddress address, String type)
      throws IOException {
    long commit = edition.lastBelow(address).orElseThrow(() -> nothing(ctx)).commit();
    if (!freshness.isKnownForEver(ctx, Vary.FORMAT, commit, type)) {
      StreamRDF out = begin(ctx, type);
      hypermedia(ctx, edition, out).branch(address);
      out.finish();
    }
  }

  private void page(Context ctx, Edition edition, Leaf leaf, String type) throws IOException {
    String length = Long.toString(leaf.bytes());
    boolean isKnown =
        leaf.isClosed()
            ? freshness.isKnownForEver(ctx, Vary.FORMAT, leaf.commit(), type)
            : freshness.isKnown(ctx, Vary.FORMAT, leaf.commit(), type, length);
    if (isKnown) {
      return;
    }
    try {
      StreamRDF out = begin(ctx, type);
      hypermedia(ctx, edition, out).page(leaf);
      if (type.equals(MediaTypes.N_QUADS)) {
        out.finish();
        feed.copy(edition, leaf, ctx.res().getOutputStream());
      } else {
        feed.read(edition, leaf, out);
        out.finish();
      }
    } catch (NoSuchFileException e) {
      throw former(edition.id());
    }
  }

  private static StreamRDF begin(Context ctx, String type) throws IOException {
    ctx.contentType(type);
    OutputStream out = ctx.res().getOutputStream(); // Closing it would end an answer that failed.
    Lang lang = RDFLanguages.contentTypeToLang(type);
    StreamRDF stream =
        lang.equals(Lang.JSONLD)
            ? new JsonLdStream(out)
            : StreamRDFWriter.getWriterStream(out, lang);
    stream.start();
    Prefixes.all().forEach(stream::prefix);
    Hypermedia.declarePrefixes(stream);
    return stream;
  }

  /** A format that stands in the address stands in those it leads to. */
  private static Hypermedia hypermedia(Context ctx, Edition edition, StreamRDF out) {
    String pages = CatalogueSource.site(ctx).at(ROOT + "/" + edition.id());
    String format = ctx.queryParam("format");
    String query = format == null ? "" : SelfLinks.query(Map.of("format", format));
    return new Hypermedia(
        edition,
        ctx.fullUrl(),
        node -> pages + "/" + node.level() + "/" + node.number() + query,
        out);
  }

  /**
   * The feed, if the address is of its stream.
   *
   * @throws ProblemException 410 if it is of another one
   */
  private Edition current(Context ctx) {
    freshness.checkCommits();
    Edition edition = feed.edition();
    String id = ctx.pathParam("stream");
    if (!id.equals(edition.id())) {
      throw former(id);
    }
    return edition;
  }

  private static ProblemException former(String id) {
    return new ProblemException(Problem.of(ProblemKind.FORMER_FEED, "feed.former", id));
  }

  private static ProblemException nothing(Context ctx) {
    return new ProblemException(Problem.of(ProblemKind.NOT_FOUND, "feed.page", ctx.path()));
  }

  /** A number of the address; one that there is not if it is none. */
  private static int number(String text) {
    return text.matches("0|[1-9][0-9]{0,8}") ? Integer.parseInt(text) : Integer.MAX_VALUE;
  }
}
