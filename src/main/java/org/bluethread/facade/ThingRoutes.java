package org.bluethread.facade;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.bluethread.facade.pages.DataBlock;
import org.bluethread.facade.pages.OntologyPage;
import org.bluethread.facade.pages.Pages;
import org.bluethread.facade.pages.ShapesPage;
import org.bluethread.facade.pages.ThingPage;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Snapshot;
import org.bluethread.publish.Description;
import org.bluethread.publish.DescriptionDocument;
import org.bluethread.publish.Ontology;
import org.bluethread.publish.catalogue.Site;
import org.bluethread.query.Shelf;
import org.bluethread.vocabulary.Addresses;

/**
 * {@code /id/…}, {@code /.well-known/genid/…}, {@code /ontology} and {@code /shapes}: a thing
 * answers 303 to its document, in the format asked for by the Accept header or by a suffix. The
 * page of the ontology is a reference of its terms. {@code /ontology/0.2.0} is the ontology too, as
 * long as that is its version.
 *
 * @see <a href="https://www.w3.org/TR/cooluris/">Cool URIs for the Semantic Web</a>
 */
final class ThingRoutes {
  private final KnowledgeGraph graph;
  private final Shelf shelf;
  private final Dereferencing dereferencing;
  private final CatalogueSource catalogue;
  private final Freshness freshness;
  private final Pages pages;

  ThingRoutes(
      KnowledgeGraph graph,
      Shelf shelf,
      Dereferencing dereferencing,
      CatalogueSource catalogue,
      Freshness freshness,
      Pages pages) {
    this.graph = graph;
    this.shelf = shelf;
    this.dereferencing = dereferencing;
    this.catalogue = catalogue;
    this.freshness = freshness;
    this.pages = pages;
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, "/id/<path>", this::answer);
    Reading.route(routes, "/.well-known/genid/<path>", this::answer);
    for (String document : List.of("/ontology", "/shapes")) {
      Reading.route(routes, document, this::answer);
      for (DocumentFormat format : DocumentFormat.values()) {
        Reading.route(routes, document + format.suffix(), this::answer);
      }
    }
    Reading.route(routes, "/ontology/{version}", this::answerVersion);
  }

  private void answer(Context ctx) {
    graph.read(
        snapshot -> {
          dereferencing
              .find(ctx, snapshot, Named.THING)
              .ifPresent(address -> answer(ctx, snapshot, address, address.path()));
          return ctx;
        });
  }

  private void answerVersion(Context ctx) {
    String path = ctx.pathParam("version");
    Optional<DocumentFormat> format = DocumentFormat.ofPath(path);
    String number =
        path.substring(0, path.length() - format.map(one -> one.suffix().length()).orElse(0));
    graph.read(
        snapshot -> {
          Node version = currentVersion(Ontology.of(snapshot), number);
          ThingAddress address = new ThingAddress(Ontology.IRI.getURI(), format);
          answer(ctx, snapshot, address, new ThingAddress(version.getURI(), format).path());
          return ctx;
        });
  }

  /** The version asked for, if it is the one that is here. */
  private static Node currentVersion(Ontology ontology, String number) {
    Node asked = NodeFactory.createURI(Ontology.IRI.getURI() + "/" + number);
    if (ontology.versionIri().equals(Optional.of(asked))) {
      return asked;
    }
    String current =
        ontology
            .versionIri()
            .map(version -> version.getURI().substring(Addresses.BASE.length() - 1))
            .orElse("/ontology");
    throw new ProblemException(
        ontology.priorVersions().contains(asked)
            ? Problem.of(ProblemKind.FORMER_VERSION, "version.former", number, current)
            : Problem.of(ProblemKind.UNKNOWN_VERSION, "version.unknown", number, current));
  }

  /**
   * Answers with a document, or with where it is.
   *
   * @param address what is asked for
   * @param path the path it is asked for at
   */
  private void answer(Context ctx, Snapshot snapshot, ThingAddress address, String path) {
    if (address.format().isPresent()) {
      describe(ctx, snapshot, address, address.format().get());
    } else {
      seeOther(ctx, snapshot, path);
    }
  }

  private void seeOther(Context ctx, Snapshot snapshot, String path) {
    DocumentFormat format =
        DocumentFormat.ofType(MediaTypes.negotiate(ctx, DocumentFormat.types()));
    String query = ctx.queryString() == null ? "" : "?" + ctx.queryString();
    ctx.status(303);
    ctx.header("Location", path + format.suffix() + query);
    ctx.header("Link", link(path + format.suffix(), "describedby", format));
    ctx.header("Vary", Vary.FORMAT);
    freshness.redirection(ctx, snapshot.commit());
  }

  private void describe(
      Context ctx, Snapshot snapshot, ThingAddress address, DocumentFormat format) {
    String language = Languages.of(ctx);
    Optional<String> asked = Languages.asked(ctx);
    int offset = Parameters.offset(ctx);
    String variant = format == DocumentFormat.HTML ? language : asked.orElse("all");
    if (freshness.isKnown(ctx, snapshot.commit(), format.type(), variant)) {
      return;
    }
    Description description = Description.of(snapshot, address.node(), offset);
    Optional<String> next = next(ctx, description);
    ctx.header("Link", String.join(", ", links(address, format, next)));
    if (format == DocumentFormat.HTML) {
      render(ctx, snapshot, description, language, next);
    } else {
      String iri = address.canonical() + (offset == 0 ? "" : "?offset=" + offset);
      Optional<String> canonicalNext = next.map(path -> Addresses.BASE + path.substring(1));
      RdfAnswer.write(
          ctx, DescriptionDocument.of(snapshot, description, asked, iri, canonicalNext), format);
    }
  }

  private static Optional<String> next(Context ctx, Description description) {
    OptionalLong next = description.mentions().next();
    return next.isPresent()
        ? Optional.of(SelfLinks.with(ctx, "offset", Long.toString(next.getAsLong())))
        : Optional.empty();
  }

  /** What the document is about, its other formats, and where it goes on. */
  private static List<String> links(
      ThingAddress address, DocumentFormat given, Optional<String> next) {
    List<String> links = new ArrayList<>();
    ThingAddress thing = new ThingAddress(address.iri(), Optional.empty());
    links.add("<" + thing.canonical() + ">; rel=\"describes\"");
    for (DocumentFormat format : DocumentFormat.values()) {
      if (format != given) {
        links.add(link(address.in(format).path(), "alternate", format));
      }
    }
    next.ifPresent(path -> links.add("<" + path + ">; rel=\"next\""));
    return links;
  }

  private static String link(String path, String relation, DocumentFormat format) {
    return "<" + path + ">; rel=\"" + relation + "\"; type=\"" + format.type() + "\"";
  }

  private void render(
      Context ctx,
      Snapshot snapshot,
      Description description,
      String language,
      Optional<String> next) {
    if (description.thing().equals(Ontology.IRI)) {
      OntologyPage page = OntologyPage.of(snapshot, shelf.queries(), language);
      pages.render(ctx, "ontology.jte", language, page);
    } else if (description.thing().equals(Addresses.SHAPES)) {
      pages.render(ctx, "shapes.jte", language, ShapesPage.of(snapshot, language));
    } else {
      Optional<DataBlock> data = data(ctx, snapshot, description, language);
      ThingPage page = ThingPage.of(snapshot, description, language, next, data);
      pages.render(ctx, "thing.jte", language, page);
    }
  }

  /**
   * What the page says to machines; of the graph itself the catalogue knows more than the graph.
   */
  private Optional<DataBlock> data(
      Context ctx, Snapshot snapshot, Description description, String language) {
    Site site = CatalogueSource.site(ctx);
    Markups markups = new Markups(site, language);
    return description.thing().equals(Addresses.DATASET)
        ? Optional.of(markups.graph(catalogue.of(snapshot, site)))
        : markups.thing(snapshot, description);
  }
}
