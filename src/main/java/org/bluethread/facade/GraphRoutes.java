package org.bluethread.facade;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.GraphView;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Snapshot;
import org.bluethread.publish.Prefixes;

/**
 * Reading whole graphs: {@code /data}, and {@code /export} for all of them.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-http-rdf-update/">Graph Store HTTP Protocol</a>
 */
final class GraphRoutes {
  /** The formats of graphs. */
  static final List<String> FORMATS =
      List.of(
          MediaTypes.TURTLE,
          MediaTypes.N_TRIPLES,
          MediaTypes.JSON_LD,
          MediaTypes.RDF_XML,
          MediaTypes.TRIG,
          MediaTypes.N_QUADS);

  private static final Formats<Lang> EXPORTS =
      new Formats<>(
          Map.of("nq", Lang.NQUADS, "trig", Lang.TRIG),
          lang -> lang.getContentType().getContentTypeStr());

  private final KnowledgeGraph graph;
  private final Freshness freshness;

  GraphRoutes(KnowledgeGraph graph, Freshness freshness) {
    this.graph = graph;
    this.freshness = freshness;
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, "/data", ctx -> answer(ctx, Targets.of(ctx, graph.defaultGraph())));
    Reading.route(routes, "/export", this::export);
  }

  private void answer(Context ctx, Node name) {
    String type = MediaTypes.negotiate(ctx, FORMATS);
    graph.read(
        snapshot -> {
          boolean isDefault = name.equals(graph.defaultGraph().node());
          if (!isDefault && !snapshot.dataset().containsGraph(name)) {
            throw new ProblemException(Named.GRAPH.unknown(name.getURI(), List.of()));
          }
          if (!freshness.isKnown(ctx, snapshot.commit(), type)) {
            ctx.contentType(type);
            write(
                ctx,
                GraphView.createNamedGraph(snapshot.dataset(), name),
                RDFLanguages.contentTypeToLang(type));
          }
          return name;
        });
  }

  /** Answers with a graph, which is streamed if the syntax allows. */
  static void write(Context ctx, Graph content, Lang lang) {
    try {
      OutputStream out = ctx.res().getOutputStream(); // Closing it would end an answer that failed.
      if (StreamRDFWriter.registered(lang)) {
        StreamRDF stream = StreamRDFWriter.getWriterStream(out, lang);
        stream.start();
        Prefixes.all().forEach(stream::prefix);
        content.find().forEachRemaining(stream::triple);
        stream.finish();
      } else {
        RDFWriter.source(content).lang(lang).output(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void export(Context ctx) {
    String format = ctx.queryParam("format");
    Lang lang = format == null ? Lang.NQUADS : EXPORTS.named(format);
    graph.read(
        snapshot -> {
          if (!freshness.isKnown(ctx, snapshot.commit(), lang.getName())) {
            ctx.contentType(lang.getContentType().getContentTypeStr());
            export(ctx, snapshot, lang);
          }
          return lang;
        });
  }

  private void export(Context ctx, Snapshot snapshot, Lang lang) {
    try {
      OutputStream out = ctx.res().getOutputStream(); // Closing it would end an answer that failed.
      StreamRDF stream = StreamRDFWriter.getWriterStream(out, lang);
      stream.start();
      Prefixes.all().forEach(stream::prefix);
      graph
          .defaultGraph()
          .find(snapshot.dataset(), Node.ANY, Node.ANY, Node.ANY)
          .forEachRemaining(stream::quad);
      stream.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
