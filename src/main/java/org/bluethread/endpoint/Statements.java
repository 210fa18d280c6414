package org.bluethread.endpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * Sends statements: one by one where the syntax allows, so that a triple may come more than once,
 * for an RDF graph is a set; else built first.
 *
 * @param format a language of RDF
 * @param prefixes what IRIs are shortened with
 * @param most how many may be sent
 */
record Statements(AnswerFormat format, PrefixMapping prefixes, long most) {
  /** How many triples a result may have that has to be built: a hundred bytes or so each. */
  private static final long MOST_BUILT = 100_000;

  /** The usual writers of these gather all statements of one subject, however many there are. */
  private static final Map<Lang, RDFFormat> FLAT =
      Map.of(Lang.TURTLE, RDFFormat.TURTLE_FLAT, Lang.TRIG, RDFFormat.TRIG_FLAT);

  /** Begins the answer. */
  interface Opening {
    OutputStream open() throws IOException;
  }

  /** Sends the statements. The answer is begun when the first of them is there, not before. */
  void send(Iterator<Triple> triples, Opening answer) throws IOException {
    if (StreamRDFWriter.registered(format.lang())) {
      stream(new Bounded<>(triples, most, TooManyRowsException::new), answer.open());
    } else {
      Graph built = build(new Bounded<>(triples, MOST_BUILT, TooLargeToBuildException::new));
      RDFWriter.source(built).lang(format.lang()).output(answer.open());
    }
  }

  private void stream(Iterator<Triple> triples, OutputStream out) {
    Lang lang = format.lang();
    StreamRDF stream =
        StreamRDFWriter.getWriterStream(
            out, FLAT.getOrDefault(lang, StreamRDFWriter.defaultSerialization(lang)));
    stream.start();
    prefixes.getNsPrefixMap().forEach(stream::prefix);
    triples.forEachRemaining(stream::triple);
    stream.finish();
  }

  private Graph build(Iterator<Triple> triples) {
    Graph built = GraphFactory.createDefaultGraph();
    built.getPrefixMapping().setNsPrefixes(prefixes);
    triples.forEachRemaining(built::add);
    return built;
  }
}
