package org.bluethread.facade;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.bluethread.facade.pages.OntologyPage;
import org.bluethread.facade.pages.Pages;
import org.bluethread.facade.pages.ThingPage;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Snapshot;
import org.bluethread.publish.Description;
import org.bluethread.publish.Ontology;
import org.bluethread.publish.Prefixes;
import org.bluethread.query.Shelf;
import org.bluethread.vocabulary.Addresses;

/**
 * {@code /id/…} and {@code /ontology}: a thing answers 303 to its document, in the format asked for
 * by the Accept header or by a suffix. The page of the ontology is a reference of its terms. {@code
 * /ontology/0.2.0} is the ontology too, as long as that is its version.
 *
 * @see <a href="https://www.w3.org/TR/cooluris/">Cool URIs for the Semantic Web</a>
 */
final class ThingRoutes {
  private static final Map<String, String> SUFFIXES = suffixes();

  private final KnowledgeGraph graph;
  private final Shelf shelf;
  private final Freshness freshness;
  private final Pages pages;

  ThingRoutes(KnowledgeGraph graph, Shelf shelf, Freshness freshness, Pages pages) {
    this.graph = graph;
    this.shelf = shelf;
    this.freshness = freshness;
    this.pages = pages;
  }

  private static Map<String, String> suffixes() {
    Map<String, String> suffixes = new LinkedHashMap<>();
    suffixes.put(".html", MediaTypes.HTML);
    suffixes.put(".ttl", MediaTypes.TURTLE);
    suffixes.put(".trig", MediaTypes.TRIG);
    suffixes.put(".nt", MediaTypes.N_TRIPLES);
    suffixes.put(".jsonld", MediaTypes.JSON_LD);
    suffixes.put(".rdf", MediaTypes.RDF_XML);
    return suffixes;
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, "/id/<path>", ctx -> answer(ctx, "id/" + ctx.pathParam("path")));
    Reading.route(routes, "/ontology", ctx -> answer(ctx, "ontology"));
    SUFFIXES
        .keySet()
        .forEach(
            suffix ->
                Reading.route(
                    routes, "/ontology" + suffix, ctx -> answer(ctx, "ontology" + suffix)));
    Reading.route(routes, "/ontology/{version}", this::answerVersion);
  }

  private void answer(Context ctx, String path) {
    Optional<String> suffix = suffix(path);
    Node thing = NodeFactory.createURI(Addresses.BASE + without(suffix, path));
    if (suffix.isPresent()) {
      describe(ctx, thing, SUFFIXES.get(suffix.get()));
    } else {
      redirect(ctx, thing);
    }
  }

  private void answerVersion(Context ctx) {
    String path = ctx.pathParam("version");
    Optional<String> suffix = suffix(path);
    String number = without(suffix, path);
    graph.read(snapshot -> currentVersion(Ontology.of(snapshot), number));
    if (suffix.isPresent()) {
      describe(ctx, Ontology.IRI, SUFFIXES.get(suffix.get()));
    } else {
      redirect(ctx, Ontology.IRI);
    }
  }

  private static Optional<String> suffix(String path) {
    return SUFFIXES.keySet().stream().filter(path::endsWith).findFirst();
  }

  private static String without(Optional<String> suffix, String path) {
    return path.substring(0, path.length() - suffix.map(String::length).orElse(0));
  }

  /** The version asked for, if it is the one that is here. */
  private static Node currentVersion(Ontology ontology, String number) {
    Node asked = NodeFactory.createURI(Ontology.IRI.getURI() + "/" + number);
    if (ontology.versionIri().equals(Optional.of(asked))) {
      return asked;
    }
    String remedy =
        ontology
            .versionIri()
            .map(current -> current.getURI().substring(Addresses.BASE.length() - 1))
            .map(path -> "The current version is at " + path + ".")
            .orElse("The ontology is at /ontology.");
    throw new ProblemException(
        ontology.priorVersions().contains(asked)
            ? Problem.of(
                "former-version",
                "A former version",
                410,
                "Version " + number + " of the ontology is not kept here.",
                remedy)
            : Problem.of(
                "unknown-version",
                "No such version",
                404,
                "The ontology has no version " + number + ".",
                remedy));
  }

  private void redirect(Context ctx, Node thing) {
    String type = MediaTypes.negotiate(ctx, List.copyOf(SUFFIXES.values()));
    String suffix =
        SUFFIXES.entrySet().stream()
            .filter(entry -> entry.getValue().equals(type))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();
    graph.read(snapshot -> find(snapshot, thing));
    ctx.header("Vary", Vary.FORMAT);
    String query = ctx.queryString() == null ? "" : "?" + ctx.queryString();
    ctx.status(303);
    ctx.header("Location", ctx.path() + suffix + query);
  }

  private void describe(Context ctx, Node thing, String type) {
    String language = Languages.of(ctx);
    graph.read(
        snapshot -> {
          Description description = find(snapshot, thing);
          if (freshness.isKnown(ctx, snapshot.commit(), type, language)) {
            return thing;
          }
          ctx.contentType(type);
          if (type.equals(MediaTypes.HTML)) {
            render(ctx, snapshot, description, language);
          } else {
            write(ctx, description.toDataset(), RDFLanguages.contentTypeToLang(type));
          }
          return thing;
        });
  }

  private void render(Context ctx, Snapshot snapshot, Description description, String language) {
    if (description.thing().equals(Ontology.IRI)) {
      OntologyPage page = OntologyPage.of(snapshot, shelf.queries(), language);
      pages.render(ctx, "ontology.jte", language, page);
    } else {
      pages.render(ctx, "thing.jte", language, ThingPage.of(snapshot, description, language));
    }
  }

  private static Description find(Snapshot snapshot, Node thing) {
    return Description.of(snapshot, thing)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(
                        "unknown-thing",
                        "Not known here",
                        404,
                        "No statement in this graph speaks of <" + thing + ">.",
                        "Search with /search?q=.")));
  }

  private static void write(Context ctx, DatasetGraph dataset, Lang lang) {
    dataset.prefixes().putAll(Prefixes.all());
    try {
      OutputStream out = ctx.res().getOutputStream(); // Closing it would end an answer that failed.
      if (RDFLanguages.isQuads(lang)) {
        RDFWriter.source(dataset).lang(lang).output(out);
      } else {
        RDFWriter.source(union(dataset)).lang(lang).output(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Graph union(DatasetGraph dataset) {
    Graph union = GraphFactory.createDefaultGraph();
    dataset.prefixes().forEach(union.getPrefixMapping()::setNsPrefix);
    dataset.getUnionGraph().find().forEachRemaining(union::add);
    return union;
  }
}
