package org.bluethread.facade;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFWriter;

/**
 * Small graphs that are sent whole, in the syntax asked for; browsers get a page in their place.
 */
final class RdfDocument {
  private static final Map<String, String> NAMED = named();

  /** The formats, with that for browsers. */
  static final Formats<String> FORMATS = new Formats<>(NAMED, type -> type);

  /** The same and plain JSON. */
  static final Formats<String> WITH_JSON = withJson();

  private RdfDocument() {}

  private static Map<String, String> named() {
    Map<String, String> named = new LinkedHashMap<>();
    named.put("ttl", MediaTypes.TURTLE);
    named.put("html", MediaTypes.HTML);
    named.put("jsonld", MediaTypes.JSON_LD);
    named.put("rdf", MediaTypes.RDF_XML);
    named.put("nt", MediaTypes.N_TRIPLES);
    return named;
  }

  private static Formats<String> withJson() {
    Map<String, String> named = new LinkedHashMap<>(NAMED);
    named.put("json", MediaTypes.JSON);
    return new Formats<>(named, type -> type);
  }

  /** The media types without that for browsers. */
  static List<String> withoutPage() {
    return FORMATS.types().stream().filter(type -> !type.equals(MediaTypes.HTML)).toList();
  }

  /** Sends a graph. */
  static void send(Context ctx, Graph graph, String type) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RDFWriter.source(graph).lang(RDFLanguages.contentTypeToLang(type)).output(out);
    ctx.result(out.toByteArray());
    ctx.contentType(type);
  }

  /** Sends a browser to the page that shows the same to people. */
  static void showPage(Context ctx, String page) {
    String language = ctx.queryParam("lang");
    ctx.header("Vary", Vary.FORMAT_AND_LANGUAGE);
    ctx.status(303);
    ctx.header(
        "Location", language == null ? page : page + SelfLinks.query(Map.of("lang", language)));
  }
}
