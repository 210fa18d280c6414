package org.bluethread.w3c;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.bluethread.support.Reference;
import org.bluethread.w3c.SparqlTest.Data;
import org.bluethread.w3c.SparqlTest.Door;

/** The W3C's tests of SPARQL 1.1 and 1.2, read from the manifests of the suite. */
final class SparqlSuite {
  private static final String ARCHIVE = "w3c-sparql-tests.tar.gz";
  private static final String ROOT = "w3c-sparql/";
  private static final String BASE = "https://w3c.github.io/rdf-tests/sparql/";
  private static final List<String> MANIFESTS =
      List.of("sparql11/manifest.ttl", "sparql12/manifest.ttl");
  private static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
  private static final String QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";
  private static final String UT = "http://www.w3.org/2009/sparql/tests/test-update#";

  private final Map<String, byte[]> archive = Reference.archive(ARCHIVE);
  private final Set<String> manifests = new TreeSet<>();
  private final List<SparqlTest> tests = new ArrayList<>();

  private SparqlSuite() throws IOException {
    for (String manifest : MANIFESTS) {
      read(BASE + manifest);
    }
  }

  /** Reads the suite from the archive among the reference data. */
  static SparqlSuite read() throws IOException {
    return new SparqlSuite();
  }

  /** All tests, in the order of the manifests. */
  List<SparqlTest> tests() {
    return tests;
  }

  /** The folders that are in the archive, but in none of the manifests that are read. */
  Set<String> foldersLeftOut() {
    Set<String> folders = new TreeSet<>();
    for (String path : archive.keySet()) {
      if (path.endsWith("/manifest.ttl")) {
        String address = BASE + path.substring(ROOT.length());
        if (!manifests.contains(address)) {
          folders.add(address.substring(BASE.length(), address.lastIndexOf('/')));
        }
      }
    }
    return folders;
  }

  private void read(String address) {
    manifests.add(address);
    SuiteFile file = file(address);
    Graph manifest = RDFParser.fromString(file.text(), Lang.TURTLE).base(file.address()).toGraph();
    items(manifest, "include").forEach(included -> read(included.getURI()));
    items(manifest, "entries").forEach(entry -> tests.add(test(manifest, entry)));
  }

  /** The members of the one list of a manifest. */
  private static List<Node> items(Graph manifest, String property) {
    return G.listPO(manifest, term(MF, property), null).stream()
        .flatMap(
            subject ->
                G.rdfList(manifest, G.getOneSP(manifest, subject, term(MF, property))).stream())
        .toList();
  }

  private SparqlTest test(Graph manifest, Node entry) {
    String iri = entry.getURI();
    String type = G.getOneSP(manifest, entry, RDF.Nodes.type).getURI().substring(MF.length());
    Node action = G.getOneSP(manifest, entry, term(MF, "action"));
    return switch (type) {
      case "PositiveSyntaxTest", "PositiveSyntaxTest11" ->
          new SparqlTest.WellFormed(iri, Door.QUERY, file(action));
      case "NegativeSyntaxTest", "NegativeSyntaxTest11" ->
          new SparqlTest.IllFormed(iri, Door.QUERY, file(action));
      case "PositiveUpdateSyntaxTest", "PositiveUpdateSyntaxTest11" ->
          new SparqlTest.WellFormed(iri, Door.UPDATE, file(action));
      case "NegativeUpdateSyntaxTest", "NegativeUpdateSyntaxTest11" ->
          new SparqlTest.IllFormed(iri, Door.UPDATE, file(action));
      case "QueryEvaluationTest", "CSVResultFormatTest" ->
          new SparqlTest.Answered(
              iri,
              file(G.getOneSP(manifest, action, term(QT, "query"))),
              queried(manifest, action),
              file(G.getOneSP(manifest, entry, term(MF, "result"))));
      case "UpdateEvaluationTest" ->
          new SparqlTest.Updated(
              iri,
              file(G.getOneSP(manifest, action, term(UT, "request"))),
              updated(manifest, action),
              updated(manifest, G.getOneSP(manifest, entry, term(MF, "result"))));
      default -> throw new IllegalStateException(iri + " is a " + type);
    };
  }

  private Data queried(Graph manifest, Node action) {
    Map<String, SuiteFile> named = new LinkedHashMap<>();
    G.listSP(manifest, action, term(QT, "graphData"))
        .forEach(graph -> named.put(graph.getURI(), file(graph)));
    return new Data(unnamed(manifest, action, QT), named);
  }

  private Data updated(Graph manifest, Node state) {
    Map<String, SuiteFile> named = new LinkedHashMap<>();
    for (Node graph : G.listSP(manifest, state, term(UT, "graphData"))) {
      named.put(
          G.getOneSP(manifest, graph, RDFS.Nodes.label).getLiteralLexicalForm(),
          file(G.getOneSP(manifest, graph, term(UT, "graph"))));
    }
    return new Data(unnamed(manifest, state, UT), named);
  }

  private Optional<SuiteFile> unnamed(Graph manifest, Node state, String vocabulary) {
    return Optional.ofNullable(G.getZeroOrOneSP(manifest, state, term(vocabulary, "data")))
        .map(this::file);
  }

  private SuiteFile file(Node node) {
    return file(node.getURI());
  }

  private SuiteFile file(String address) {
    byte[] bytes = archive.get(ROOT + address.substring(BASE.length()));
    if (bytes == null) {
      throw new IllegalStateException("The suite has no file " + address);
    }
    return new SuiteFile(address, new String(bytes, UTF_8));
  }

  private static Node term(String vocabulary, String name) {
    return NodeFactory.createURI(vocabulary + name);
  }
}
