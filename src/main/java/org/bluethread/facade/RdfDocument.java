package org.bluethread.facade;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFWriter;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;

/**
 * Small graphs that are sent whole, in the syntax asked for; browsers get a page in their place.
 */
final class RdfDocument {
  static final List<String> FORMATS =
      List.of(
          MediaTypes.TURTLE,
          MediaTypes.HTML,
          MediaTypes.JSON_LD,
          MediaTypes.RDF_XML,
          MediaTypes.N_TRIPLES);

  private static final Map<String, String> NAMES =
      new TreeMap<>(
          Map.of(
              "ttl", MediaTypes.TURTLE,
              "html", MediaTypes.HTML,
              "jsonld", MediaTypes.JSON_LD,
              "rdf", MediaTypes.RDF_XML,
              "nt", MediaTypes.N_TRIPLES));

  private RdfDocument() {}

  /** The formats without that for browsers. */
  static List<String> withoutPage() {
    return FORMATS.stream().filter(format -> !format.equals(MediaTypes.HTML)).toList();
  }

  /**
   * The media type that a request wants: by name in the address ({@code ?format=ttl}) or by the
   * Accept header.
   *
   * @throws ProblemException 400 or 406 with the list, if there is no such format
   */
  static String wanted(Context ctx) {
    return wanted(ctx, FORMATS, NAMES);
  }

  /** Like {@link #wanted(Context)}, with plain JSON among the formats. */
  static String wantedOrJson(Context ctx) {
    Map<String, String> names = new TreeMap<>(NAMES);
    names.put("json", MediaTypes.JSON);
    return wanted(ctx, withJson(), names);
  }

  /** The formats and plain JSON. */
  static List<String> withJson() {
    return Stream.concat(FORMATS.stream(), Stream.of(MediaTypes.JSON)).toList();
  }

  private static String wanted(Context ctx, List<String> formats, Map<String, String> names) {
    String name = ctx.queryParam("format");
    if (name == null) {
      return MediaTypes.negotiate(ctx, formats);
    }
    if (!names.containsKey(name)) {
      throw new ProblemException(
          Problem.of(
              "unknown-format",
              "No such format here",
              400,
              "The parameter format is \"" + name + "\".",
              "Use one of: " + String.join(", ", names.keySet()) + "."));
    }
    return names.get(name);
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
