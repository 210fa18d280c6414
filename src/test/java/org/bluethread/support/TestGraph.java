package org.bluethread.support;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.UpdateExec;
import org.bluethread.graph.Author;
import org.bluethread.graph.Change;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Outcome;
import org.bluethread.graph.Store;
import org.bluethread.graph.WriteRequest;
import org.bluethread.vocabulary.Addresses;

/** A real graph over a real store in memory, for tests below HTTP. */
public final class TestGraph implements AutoCloseable {
  private final KnowledgeGraph graph;

  private TestGraph(KnowledgeGraph graph) {
    this.graph = graph;
  }

  /** An empty graph whose log stands in a directory of the test. */
  public static TestGraph in(Path directory) {
    return new TestGraph(KnowledgeGraph.open(Store.inMemory(), directory.resolve("log")));
  }

  /** A graph on disk, in a directory of the test. */
  public static TestGraph onDisk(Path directory) {
    return new TestGraph(
        KnowledgeGraph.open(Store.onDisk(directory.resolve("store")), directory.resolve("log")));
  }

  /** The graph itself. */
  public KnowledgeGraph graph() {
    return graph;
  }

  /** Runs a SPARQL update as an author with every right. */
  public Outcome update(String update) {
    return write(sparql(update));
  }

  /** Makes a change as an author with every right. */
  public Outcome write(Change change) {
    return graph.write(request(change));
  }

  /** Tries a SPARQL update without making it. */
  public Outcome tryOut(String update) {
    return graph.tryOut(request(sparql(update)));
  }

  /** A request of an author with every right. */
  public static WriteRequest request(Change change) {
    return new WriteRequest(new Author("tester", true), "test", "a message", "seed", change);
  }

  /** A SPARQL update as a change. */
  public static Change sparql(String update) {
    return target -> UpdateExec.newBuilder().update(update).dataset(target).execute();
  }

  /** Puts shapes in force. */
  public Outcome shapes(String turtle) {
    return write(
        target ->
            RDFParser.fromString(turtle, Lang.TURTLE)
                .parse(StreamRDFLib.graph(target.getGraph(Addresses.SHAPES_GRAPH))));
  }

  /** All quads. */
  public Set<Quad> quads() {
    return graph.read(snapshot -> Iter.toSet(snapshot.dataset().findNG(null, null, null, null)));
  }

  /** All quads as text, for comparing without the blank nodes' labels. */
  public Set<String> lines() {
    return quads().stream().map(Quad::toString).collect(Collectors.toSet());
  }

  /** The number of the last commit. */
  public long commit() {
    return graph.read(snapshot -> snapshot.commit());
  }

  /** Turtle in UTF-8. */
  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    graph.close();
  }
}
