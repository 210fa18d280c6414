package org.bluethread.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.function.Function;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFLib;
import org.bluethread.graph.Author;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Snapshot;
import org.bluethread.graph.Store;
import org.bluethread.graph.WriteRequest;
import org.bluethread.lookup.ThingIndex;
import org.bluethread.publish.ThingIndexer;
import org.bluethread.vocabulary.Addresses;

/** A graph written in a test, and queries written in a test. */
final class TinyGraph {
  private static final String PREFIXES =
      """
      @base <%s> .
      @prefix bt: <%sontology#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      """
          .formatted(Addresses.BASE, Addresses.BASE);

  private final KnowledgeGraph graph;
  private final ThingIndex index = ThingIndex.inMemory();

  TinyGraph(String trig) {
    try {
      graph = KnowledgeGraph.open(Store.inMemory(), Files.createTempDirectory("log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    graph.write(
        new WriteRequest(
            Author.RELEASE,
            "test",
            "A tiny graph",
            "seed",
            dataset ->
                RDFParser.fromString(PREFIXES + trig, Lang.TRIG)
                    .parse(StreamRDFLib.dataset(dataset))));
    ThingIndexer.follow(graph, index);
  }

  Things things(Snapshot snapshot) {
    return new IndexedThings(index).in(snapshot);
  }

  <T> T read(Function<Snapshot, T> reader) {
    return graph.read(reader);
  }

  /** A file with a title and a description. */
  static String file(String params, String sparql) {
    return """
    #+ title: {en: A question, zh: 一个问题}
    #+ description: {en: What it answers., zh: 它回答什么。}
    """
        + params
        + "PREFIX bt: <"
        + Addresses.BASE
        + "ontology#>\n"
        + sparql;
  }

  /** The lines of a parameter that every rule is content with. */
  static String parameter(String name, String kind, String example, String... more) {
    StringBuilder lines = new StringBuilder("#+   - name: " + name + "\n");
    lines.append("#+     kind: ").append(kind).append('\n');
    for (String line : more) {
      lines.append("#+     ").append(line).append('\n');
    }
    lines.append("#+     description: {en: What it is for., zh: 用途。}\n");
    lines.append("#+     example: \"").append(example).append("\"\n");
    return lines.toString();
  }

  static NamedQuery query(String params, String sparql) {
    return QueryFile.read("a-question.rq", file(params, sparql));
  }
}
