package org.bluethread.facade;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.bluethread.endpoint.AnswerFormat;
import org.bluethread.endpoint.SparqlQuery;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;

/**
 * The formats of answers at {@code /sparql}: asked for by a short name or media type in {@code
 * format} (or {@code output}), or by the Accept header.
 */
final class SparqlFormats {
  private static final Map<String, AnswerFormat> RESULTS = results();
  private static final Map<String, AnswerFormat> GRAPHS = graphs();

  private SparqlFormats() {}

  private static Map<String, AnswerFormat> results() {
    Map<String, AnswerFormat> formats = new LinkedHashMap<>();
    formats.put("json", AnswerFormat.of(ResultSetLang.RS_JSON));
    formats.put("xml", AnswerFormat.of(ResultSetLang.RS_XML));
    formats.put("csv", AnswerFormat.of(ResultSetLang.RS_CSV));
    formats.put("tsv", AnswerFormat.of(ResultSetLang.RS_TSV));
    formats.put(MediaTypes.JSON, new AnswerFormat(MediaTypes.JSON, ResultSetLang.RS_JSON));
    formats.put(MediaTypes.XML, new AnswerFormat(MediaTypes.XML, ResultSetLang.RS_XML));
    return formats;
  }

  private static Map<String, AnswerFormat> graphs() {
    Map<String, AnswerFormat> formats = new LinkedHashMap<>();
    formats.put("ttl", AnswerFormat.of(Lang.TURTLE));
    formats.put("nt", AnswerFormat.of(Lang.NTRIPLES));
    formats.put("jsonld", AnswerFormat.of(Lang.JSONLD));
    formats.put("rdf", AnswerFormat.of(Lang.RDFXML));
    formats.put("trig", AnswerFormat.of(Lang.TRIG));
    formats.put("nq", AnswerFormat.of(Lang.NQUADS));
    formats.put("turtle", AnswerFormat.of(Lang.TURTLE));
    formats.put("json", AnswerFormat.of(Lang.JSONLD));
    formats.put("xml", AnswerFormat.of(Lang.RDFXML));
    // The other names of SPARQLWrapper. Whoever reads N3 reads Turtle.
    formats.put("n3", AnswerFormat.of(Lang.TURTLE));
    formats.put("json-ld", AnswerFormat.of(Lang.JSONLD));
    formats.put("rdf+xml", AnswerFormat.of(Lang.RDFXML));
    formats.put(MediaTypes.JSON, new AnswerFormat(MediaTypes.JSON, Lang.JSONLD));
    formats.put(MediaTypes.XML, new AnswerFormat(MediaTypes.XML, Lang.RDFXML));
    return formats;
  }

  /**
   * The format that a request wants.
   *
   * @param parameters those of the address and of the form
   * @throws ProblemException 400 if {@code format} names none, 406 if the Accept header wants none
   *     that there is, each with the list
   */
  static AnswerFormat wanted(
      Context ctx, Map<String, List<String>> parameters, SparqlQuery.Kind kind) {
    Map<String, AnswerFormat> formats = kind == SparqlQuery.Kind.GRAPH ? GRAPHS : RESULTS;
    List<String> names =
        parameters.getOrDefault("format", parameters.getOrDefault("output", List.of()));
    return names.isEmpty() ? accepted(ctx, formats) : named(names.get(0), formats);
  }

  private static AnswerFormat accepted(Context ctx, Map<String, AnswerFormat> formats) {
    String type =
        MediaTypes.negotiate(
            ctx, formats.values().stream().map(AnswerFormat::mediaType).distinct().toList());
    return ofType(type, formats);
  }

  private static AnswerFormat ofType(String type, Map<String, AnswerFormat> formats) {
    return formats.values().stream()
        .filter(format -> format.mediaType().equals(type))
        .findFirst()
        .orElseThrow();
  }

  private static AnswerFormat named(String name, Map<String, AnswerFormat> formats) {
    if (formats.containsKey(name)) {
      return formats.get(name);
    }
    if (formats.values().stream().anyMatch(format -> format.mediaType().equals(name))) {
      return ofType(name, formats);
    }
    throw new ProblemException(
        Problem.of(
            "unknown-format",
            "No such format here",
            400,
            "The parameter format is \"" + name + "\".",
            "Use one of: " + String.join(", ", formats.keySet()) + "."));
  }
}
