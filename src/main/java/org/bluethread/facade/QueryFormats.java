package org.bluethread.facade;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;

/**
 * The formats that a named query's answer can be given in: asked for by name in the address ({@code
 * ?format=csv}) or by the Accept header.
 *
 * @param mediaType the media type
 * @param lang what writes it; not used for pages
 */
record QueryFormats(String mediaType, Lang lang) {
  private static final Map<String, QueryFormats> ROWS = rows();
  private static final Map<String, QueryFormats> TRIPLES = triples();

  private static Map<String, QueryFormats> rows() {
    Map<String, QueryFormats> formats = new LinkedHashMap<>();
    formats.put("json", of(ResultSetLang.RS_JSON));
    formats.put("html", new QueryFormats(MediaTypes.HTML, Lang.RDFNULL));
    formats.put("csv", of(ResultSetLang.RS_CSV));
    formats.put("tsv", of(ResultSetLang.RS_TSV));
    formats.put("xml", of(ResultSetLang.RS_XML));
    formats.put("plain-json", new QueryFormats(MediaTypes.JSON, ResultSetLang.RS_JSON));
    return formats;
  }

  private static Map<String, QueryFormats> triples() {
    Map<String, QueryFormats> formats = new LinkedHashMap<>();
    formats.put("ttl", of(Lang.TURTLE));
    formats.put("html", new QueryFormats(MediaTypes.HTML, Lang.RDFNULL));
    formats.put("nt", of(Lang.NTRIPLES));
    formats.put("jsonld", of(Lang.JSONLD));
    formats.put("rdf", of(Lang.RDFXML));
    return formats;
  }

  private static QueryFormats of(Lang lang) {
    return new QueryFormats(lang.getContentType().getContentTypeStr(), lang);
  }

  boolean isPage() {
    return mediaType.equals(MediaTypes.HTML);
  }

  /** The names of the formats that are data, for links. */
  static List<String> names(Query query) {
    return formats(query).keySet().stream()
        .filter(name -> !name.equals("html") && !name.equals("plain-json"))
        .toList();
  }

  /**
   * The format that a request wants for a query.
   *
   * @throws ProblemException 400 or 406 with the list, if there is no such format
   */
  static QueryFormats wanted(Context ctx, Query query) {
    Map<String, QueryFormats> formats = formats(query);
    String name = ctx.queryParam("format");
    if (name == null) {
      String type =
          MediaTypes.negotiate(
              ctx, formats.values().stream().map(QueryFormats::mediaType).toList());
      return formats.values().stream()
          .filter(format -> format.mediaType().equals(type))
          .findFirst()
          .orElseThrow();
    }
    if (!formats.containsKey(name)) {
      throw new ProblemException(
          Problem.of(
              "unknown-format",
              "No such format here",
              400,
              "The parameter format is \"" + name + "\".",
              "Use one of: html, " + String.join(", ", names(query)) + "."));
    }
    return formats.get(name);
  }

  private static Map<String, QueryFormats> formats(Query query) {
    return query.isSelectType() || query.isAskType() ? ROWS : TRIPLES;
  }
}
