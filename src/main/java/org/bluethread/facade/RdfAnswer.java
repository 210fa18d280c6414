package org.bluethread.facade;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.bluethread.publish.Prefixes;

/** Answers with a small dataset in memory. */
final class RdfAnswer {
  private RdfAnswer() {}

  /**
   * Writes the dataset; syntaxes without named graphs get the triples of all graphs.
   *
   * @param dataset in memory, and of this answer alone
   */
  static void write(Context ctx, DatasetGraph dataset, DocumentFormat format) {
    Lang lang = RDFLanguages.contentTypeToLang(format.type());
    dataset.prefixes().putAll(Prefixes.all());
    ctx.contentType(format.type());
    try {
      OutputStream out = ctx.res().getOutputStream(); // Closing it would end an answer that failed.
      if (RDFLanguages.isQuads(lang)) {
        RDFWriter.source(dataset).lang(lang).output(out);
      } else {
        RDFWriter.source(triples(dataset)).lang(lang).output(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Graph triples(DatasetGraph dataset) {
    Graph triples = GraphFactory.createDefaultGraph();
    dataset.prefixes().forEach(triples.getPrefixMapping()::setNsPrefix);
    dataset.stream().forEach(quad -> triples.add(quad.asTriple()));
    return triples;
  }
}
