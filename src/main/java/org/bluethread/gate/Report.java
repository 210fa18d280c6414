package org.bluethread.gate;

import java.util.List;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.shacl.engine.ShaclPaths;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;

/**
 * The verdict of the gate: a validation report in the sense of SHACL section 3.6. Violations refuse
 * a change; warnings and infos let it pass and are handed back. Immutable.
 *
 * @param results in the order the shapes were read; empty when nothing is to be said
 * @see <a href="https://www.w3.org/TR/shacl/#validation-report">SHACL, 3.6</a>
 */
public record Report(List<Result> results) {
  /** The report that has nothing to say. */
  public static final Report CLEAN = new Report(List.of());

  /** Copies the results. */
  public Report {
    results = List.copyOf(results);
  }

  /** Whether the change may pass: no result has severity {@code sh:Violation}. */
  public boolean passes() {
    return results.stream().noneMatch(Result::isViolation);
  }

  /** The report as RDF, messages in every language they have, English and Chinese at least. */
  public Graph toGraph() {
    Graph graph = GraphFactory.createDefaultGraph();
    graph.getPrefixMapping().setNsPrefix("sh", SHACL.getURI());
    graph.getPrefixMapping().setNsPrefix("xsd", XSD.getURI());
    Node report = NodeFactory.createBlankNode();
    Node conforms =
        NodeFactory.createLiteralDT(Boolean.toString(results.isEmpty()), XSDDatatype.XSDboolean);
    graph.add(report, RDF.Nodes.type, SHACL.ValidationReport);
    graph.add(report, SHACL.conforms, conforms);
    for (Result result : results) {
      graph.add(report, SHACL.result, describe(result, graph));
    }
    return graph;
  }

  private static Node describe(Result result, Graph graph) {
    Node node = NodeFactory.createBlankNode();
    graph.add(node, RDF.Nodes.type, SHACL.ValidationResult);
    graph.add(node, SHACL.focusNode, result.focusNode());
    result
        .path()
        .ifPresent(
            path -> graph.add(node, SHACL.resultPath, ShaclPaths.pathToRDF(graph::add, path)));
    result.value().ifPresent(value -> graph.add(node, SHACL.value, value));
    graph.add(node, SHACL.sourceShape, result.sourceShape());
    graph.add(node, SHACL.sourceConstraintComponent, result.component());
    graph.add(node, SHACL.resultSeverity, result.severity());
    result
        .messages()
        .forEach(
            (language, text) ->
                graph.add(
                    node, SHACL.resultMessage, NodeFactory.createLiteralLang(text, language)));
    return node;
  }

  /**
   * The report for reading, one paragraph a result: what is wrong and how to mend it, in the asked
   * language first, then in the other of English and Chinese.
   *
   * @param language a language tag, for example {@code zh}
   */
  public String toText(String language) {
    StringBuilder text = new StringBuilder();
    for (Result result : results) {
      text.append(localName(result.severity())).append(": ").append(result.message(language));
      new TreeMap<>(result.messages())
          .forEach(
              (other, message) -> {
                if (!message.equals(result.message(language))) {
                  text.append("\n  ").append(message);
                }
              });
      text.append("\n  focus node: ").append(NodeFmtLib.displayStr(result.focusNode()));
      result
          .path()
          .ifPresent(path -> text.append("\n  path: ").append(ShaclPaths.pathToString(path)));
      result
          .value()
          .ifPresent(value -> text.append("\n  value: ").append(NodeFmtLib.displayStr(value)));
      text.append("\n  shape: ").append(NodeFmtLib.displayStr(result.sourceShape())).append("\n");
    }
    return text.toString();
  }

  private static String localName(Node node) {
    return node.isURI() ? node.getURI().replaceFirst(".*[#/]", "") : node.toString();
  }
}
