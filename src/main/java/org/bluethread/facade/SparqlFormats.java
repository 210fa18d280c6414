package org.bluethread.facade;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.bluethread.endpoint.AnswerFormat;
import org.bluethread.endpoint.SparqlQuery;
import org.bluethread.facade.problem.ProblemException;

/** The formats of answers at {@code /sparql}. */
final class SparqlFormats {
  private static final Formats<AnswerFormat> RESULTS = results();
  private static final Formats<AnswerFormat> GRAPHS = graphs();

  private SparqlFormats() {}

  private static Formats<AnswerFormat> results() {
    Map<String, AnswerFormat> formats = new LinkedHashMap<>();
    formats.put("json", AnswerFormat.of(ResultSetLang.RS_JSON));
    formats.put("xml", AnswerFormat.of(ResultSetLang.RS_XML));
    formats.put("csv", AnswerFormat.of(ResultSetLang.RS_CSV));
    formats.put("tsv", AnswerFormat.of(ResultSetLang.RS_TSV));
    formats.put(MediaTypes.JSON, new AnswerFormat(MediaTypes.JSON, ResultSetLang.RS_JSON));
    formats.put(MediaTypes.XML, new AnswerFormat(MediaTypes.XML, ResultSetLang.RS_XML));
    return new Formats<>(formats, AnswerFormat::mediaType);
  }

  private static Formats<AnswerFormat> graphs() {
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
    return new Formats<>(formats, AnswerFormat::mediaType);
  }

  /**
   * The format that a request wants.
   *
   * @param parameters those of the address and of the form: {@code format} or {@code output}
   * @throws ProblemException 400 if the parameter names none, 406 if the Accept header wants none
   *     that there is, each with the list
   */
  static AnswerFormat wanted(
      Context ctx, Map<String, List<String>> parameters, SparqlQuery.Kind kind) {
    Formats<AnswerFormat> formats = kind == SparqlQuery.Kind.GRAPH ? GRAPHS : RESULTS;
    List<String> names =
        parameters.getOrDefault("format", parameters.getOrDefault("output", List.of()));
    return names.isEmpty() ? formats.accepted(ctx) : formats.named(names.get(0));
  }
}
