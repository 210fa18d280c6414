package org.bluethread.facade;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * by the Accept header or by a suffix. The page of the ontology is a reference of its terms.
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
  }

  private void answer(Context ctx, String path) {
    for (Map.Entry<String, String> suffix : SUFFIXES.entrySet()) {
      if (path.endsWith(suffix.getKey())) {
        String thing = path.substring(0, path.length() - suffix.getKey().length());
        describe(ctx, NodeFactory.createURI(Addresses.BASE + thing), suffix.getValue());
        return;
      }
    }
    redirect(ctx, path);
  }

  private void redirect(Context ctx, String path) {
    Node thing = NodeFactory.createURI(Addresses.BASE + path);
    String type = MediaTypes.negotiate(ctx, List.copyOf(SUFFIXES.values()));
    String suffix =
        SUFFIXES.entrySet().stream()
            .filter(entry -> entry.getValue().equals(type))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();
    graph.read(snapshot -> find(snapshot, thing));
    ctx.header("Vary", "Accept");
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
