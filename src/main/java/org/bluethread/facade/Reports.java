package org.bluethread.facade;

import io.javalin.http.Context;
import java.util.List;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFWriter;
import org.bluethread.facade.pages.Pages;
import org.bluethread.facade.pages.ReportPage;
import org.bluethread.gate.Report;

/** Validation reports as answers, in the RDF syntax asked for, as text or as a page. */
final class Reports {
  private static final List<String> FORMATS =
      List.of(
          MediaTypes.TURTLE,
          MediaTypes.JSON_LD,
          MediaTypes.N_TRIPLES,
          MediaTypes.RDF_XML,
          MediaTypes.TEXT,
          MediaTypes.HTML);

  private final Pages pages;

  Reports(Pages pages) {
    this.pages = pages;
  }

  /**
   * Answers with a report. Whoever wants none of the formats gets Turtle: the report must be told.
   */
  void answer(Context ctx, int status, Report report) {
    String type = MediaTypes.acceptable(ctx, FORMATS).orElse(MediaTypes.TURTLE);
    ctx.status(status);
    switch (type) {
      case MediaTypes.TEXT -> ctx.result(report.toText(Languages.of(ctx)));
      case MediaTypes.HTML ->
          pages.render(ctx, "report.jte", Languages.of(ctx), new ReportPage(report));
      default -> ctx.result(rdf(report, RDFLanguages.contentTypeToLang(type)));
    }
    ctx.contentType(
        type.equals(MediaTypes.HTML) ? "text/html; charset=utf-8" : type + "; charset=utf-8");
  }

  private static String rdf(Report report, Lang lang) {
    return RDFWriter.source(report.toGraph()).lang(lang).asString();
  }
}
