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
 * @param lang what writes it; not used for pages and spreadsheets
 */
record QueryFormats(String mediaType, Lang lang) {
  private static final String PAGE = "html";
  private static final String PLAIN_JSON = "plain-json";

  private static final Map<String, QueryFormats> ROWS = rows();
  private static final Map<String, QueryFormats> TRIPLES = triples();

  private static Map<String, QueryFormats> rows() {
    Map<String, QueryFormats> formats = new LinkedHashMap<>();
    formats.put("json", of(ResultSetLang.RS_JSON));
    formats.put(PAGE, new QueryFormats(MediaTypes.HTML, Lang.RDFNULL));
    formats.put("csv", of(ResultSetLang.RS_CSV));
    formats.put("tsv", of(ResultSetLang.RS_TSV));
    formats.put("xml", of(ResultSetLang.RS_XML));
    formats.put(PLAIN_JSON, new QueryFormats(MediaTypes.JSON, ResultSetLang.RS_JSON));
    formats.put("spreadsheet", new QueryFormats(Spreadsheet.MEDIA_TYPE, Lang.RDFNULL));
    return formats;
  }

  private static Map<String, QueryFormats> triples() {
    Map<String, QueryFormats> formats = new LinkedHashMap<>();
    formats.put("ttl", of(Lang.TURTLE));
    formats.put(PAGE, new QueryFormats(MediaTypes.HTML, Lang.RDFNULL));
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

  boolean isSpreadsheet() {
    return mediaType.equals(Spreadsheet.MEDIA_TYPE);
  }

  /** The media types of a query's answers. */
  static List<String> mediaTypes(Query query) {
    return formats(query).values().stream().map(QueryFormats::mediaType).toList();
  }

  /** The names of the formats. */
  static List<String> allNames(Query query) {
    return formats(query).keySet().stream().filter(name -> !name.equals(PLAIN_JSON)).toList();
  }

  /** The names of the formats that are data, for links. */
  static List<String> names(Query query) {
    return allNames(query).stream().filter(name -> !name.equals(PAGE)).toList();
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
              ctx,
              formats.values().stream()
                  .filter(format -> !format.isSpreadsheet()) // Which is asked for by name only.
                  .map(QueryFormats::mediaType)
                  .toList());
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
