package org.bluethread.gate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.shacl.engine.ShaclPaths;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.G;
import org.bluethread.support.Reference;

/**
 * The W3C's tests of the SHACL Core, read from the manifests of its suite. A file is parsed once,
 * whether it is manifest, shapes or data: a blank node is the same one in all three.
 */
final class W3cShaclTests {
  private static final String ARCHIVE = "w3c-shacl-core-tests.tar.gz";
  private static final String ROOT = "w3c-shacl-core-tests/tests/";
  private static final String BASE = "https://suite.invalid/";
  private static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
  private static final String SHT = "http://www.w3.org/ns/shacl-test#";

  private final Map<String, byte[]> files = Reference.archive(ARCHIVE);
  private final Map<String, Set<Triple>> parsed = new HashMap<>();
  private final List<Case> cases = new ArrayList<>();

  /**
   * A test.
   *
   * @param name its place in the suite
   * @param data in the order of the file
   * @param expected what the manifest says, each once
   */
  record Case(String name, Graph shapes, Set<Triple> data, Set<Finding> expected) {}

  /** What is compared of a result. */
  record Finding(Key key, Node severity) {
    static Finding of(Result result) {
      return new Finding(
          new Key(
              result.focusNode(),
              result.path(),
              result.value(),
              result.component(),
              result.sourceShape()),
          result.severity());
    }
  }

  private W3cShaclTests() throws IOException {
    read(BASE + "manifest.ttl");
  }

  /** All tests, in the order of the manifests. */
  static List<Case> all() throws IOException {
    return new W3cShaclTests().cases;
  }

  private void read(String address) {
    Graph graph = graph(triples(address));
    Node manifest = NodeFactory.createURI(address);
    G.listSP(graph, manifest, NodeFactory.createURI(MF + "include"))
        .forEach(included -> read(included.getURI()));
    G.listSP(graph, manifest, NodeFactory.createURI(MF + "entries")).stream()
        .flatMap(list -> G.rdfList(graph, list).stream())
        .forEach(entry -> cases.add(read(graph, entry)));
  }

  private Case read(Graph manifest, Node entry) {
    Node action = G.getOneSP(manifest, entry, NodeFactory.createURI(MF + "action"));
    Node report = G.getOneSP(manifest, entry, NodeFactory.createURI(MF + "result"));
    Set<Finding> expected = new LinkedHashSet<>();
    G.listSP(manifest, report, SHACL.result)
        .forEach(result -> expected.add(finding(manifest, result)));
    return new Case(
        entry.getURI().substring(BASE.length()),
        graph(part(manifest, action, "shapesGraph")),
        part(manifest, action, "dataGraph"),
        expected);
  }

  private Set<Triple> part(Graph manifest, Node action, String term) {
    return triples(G.getOneSP(manifest, action, NodeFactory.createURI(SHT + term)).getURI());
  }

  private static Finding finding(Graph manifest, Node result) {
    Key key =
        new Key(
            G.getOneSP(manifest, result, SHACL.focusNode),
            Optional.ofNullable(G.getZeroOrOneSP(manifest, result, SHACL.resultPath))
                .map(path -> ShaclPaths.parsePath(manifest, path)),
            Optional.ofNullable(G.getZeroOrOneSP(manifest, result, SHACL.value)),
            G.getOneSP(manifest, result, SHACL.sourceConstraintComponent),
            G.getOneSP(manifest, result, SHACL.sourceShape));
    return new Finding(key, G.getOneSP(manifest, result, SHACL.resultSeverity));
  }

  private Set<Triple> triples(String address) {
    return parsed.computeIfAbsent(address, this::parse);
  }

  private Set<Triple> parse(String address) {
    Set<Triple> triples = new LinkedHashSet<>();
    RDFParser.source(new ByteArrayInputStream(files.get(ROOT + address.substring(BASE.length()))))
        .base(address)
        .lang(Lang.TURTLE)
        .parse(
            new StreamRDFBase() {
              @Override
              public void triple(Triple triple) {
                triples.add(triple);
              }
            });
    return triples;
  }

  /** A graph of triples. */
  static Graph graph(Iterable<Triple> triples) {
    Graph graph = GraphFactory.createDefaultGraph();
    triples.forEach(graph::add);
    return graph;
  }
}
