package org.bluethread.facade;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.bluethread.endpoint.AnswerFormat;

/** The formats that a named query's answer can be given in. */
final class QueryFormats {
  private static final AnswerFormat PAGE = new AnswerFormat(MediaTypes.HTML, Lang.RDFNULL);
  private static final AnswerFormat SPREADSHEET =
      new AnswerFormat(Spreadsheet.MEDIA_TYPE, Lang.RDFNULL);

  private static final Formats<AnswerFormat> ROWS = rows();
  private static final Formats<AnswerFormat> TRIPLES = triples();

  private QueryFormats() {}

  private static Formats<AnswerFormat> rows() {
    Map<String, AnswerFormat> formats = new LinkedHashMap<>();
    formats.put("json", AnswerFormat.of(ResultSetLang.RS_JSON));
    formats.put("html", PAGE);
    formats.put("csv", AnswerFormat.of(ResultSetLang.RS_CSV));
    formats.put("tsv", AnswerFormat.of(ResultSetLang.RS_TSV));
    formats.put("xml", AnswerFormat.of(ResultSetLang.RS_XML));
    formats.put(MediaTypes.JSON, new AnswerFormat(MediaTypes.JSON, ResultSetLang.RS_JSON));
    formats.put("spreadsheet", SPREADSHEET);
    return new Formats<>(formats, AnswerFormat::mediaType);
  }

  private static Formats<AnswerFormat> triples() {
    Map<String, AnswerFormat> formats = new LinkedHashMap<>();
    formats.put("ttl", AnswerFormat.of(Lang.TURTLE));
    formats.put("html", PAGE);
    formats.put("nt", AnswerFormat.of(Lang.NTRIPLES));
    formats.put("jsonld", AnswerFormat.of(Lang.JSONLD));
    formats.put("rdf", AnswerFormat.of(Lang.RDFXML));
    return new Formats<>(formats, AnswerFormat::mediaType);
  }

  static boolean isPage(AnswerFormat format) {
    return format.equals(PAGE);
  }

  static boolean isSpreadsheet(AnswerFormat format) {
    return format.equals(SPREADSHEET);
  }

  /** The formats of a query's answers. */
  static Formats<AnswerFormat> of(Query query) {
    return query.isSelectType() || query.isAskType() ? ROWS : TRIPLES;
  }

  /** The names of the formats that are data, for links. */
  static List<String> names(Query query) {
    return shortNames(query).stream().filter(name -> !name.equals("html")).toList();
  }

  /** The names of the formats that are not media types. */
  static List<String> shortNames(Query query) {
    return of(query).names().stream().filter(name -> !name.contains("/")).toList();
  }
}
