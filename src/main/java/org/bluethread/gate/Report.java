package org.bluethread.gate;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.shacl.engine.ShaclPaths;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.XSD;

/**
 * The verdict of the gate: a validation report in the sense of SHACL section 3.6. Violations refuse
 * a change; warnings and infos let it pass and are handed back. Immutable.
 *
 * @param results what speaks against the change or is worth saying about it; empty when nothing is
 * @param standing what the gate found besides that was there before the change, when shapes came
 *     into force; it refuses nothing
 * @param searchedWhole the shapes of which all targets had to be judged, because it cannot be known
 *     where they look
 * @param unlisted how many results there are besides, of which too many are alike to be listed
 * @see <a href="https://www.w3.org/TR/shacl/#validation-report">SHACL, 3.6</a>
 */
public record Report(
    List<Result> results, List<Result> standing, Set<Node> searchedWhole, long unlisted) {
  /** The report that has nothing to say. */
  public static final Report CLEAN = new Report(List.of());

  /** Copies all. */
  public Report {
    results = List.copyOf(results);
    standing = List.copyOf(standing);
    searchedWhole = Set.copyOf(searchedWhole);
  }

  /** A report of results alone. */
  public Report(List<Result> results) {
    this(results, List.of(), Set.of(), 0);
  }

  /** Whether the change may pass: no result has severity {@code sh:Violation}. */
  public boolean passes() {
    return results.stream().noneMatch(Result::isViolation);
  }

  /** The same report with each of its results replaced. */
  public Report map(UnaryOperator<Result> each) {
    return new Report(results.stream().map(each).toList(), standing, searchedWhole, unlisted);
  }

  /** The report as RDF, messages in every language they have, English and Chinese at least. */
  public Graph toGraph() {
    Graph graph = GraphFactory.createDefaultGraph();
    graph.getPrefixMapping().setNsPrefix("sh", SHACL.getURI());
    graph.getPrefixMapping().setNsPrefix("xsd", XSD.getURI());
    graph.getPrefixMapping().setNsPrefix("rdf", RDF.getURI());
    graph.getPrefixMapping().setNsPrefix("bt", ReportTerms.NAMESPACE);
    Node report = NodeFactory.createBlankNode();
    boolean conforms = results.isEmpty() && standing.isEmpty();
    graph.add(report, RDF.Nodes.type, SHACL.ValidationReport);
    graph.add(report, SHACL.conforms, truth(conforms));
    for (Result result : results) {
      graph.add(report, SHACL.result, describe(result, graph));
    }
    for (Result result : standing) {
      Node node = describe(result, graph);
      graph.add(report, SHACL.result, node);
      graph.add(node, ReportTerms.STOOD_BEFORE, truth(true));
    }
    searchedWhole.forEach(shape -> graph.add(report, ReportTerms.SEARCHED_WHOLE, shape));
    if (unlisted > 0) {
      for (String language : Messages.LANGUAGES) {
        String text = Messages.unlisted(language, unlisted);
        graph.add(report, RDFS.Nodes.comment, NodeFactory.createLiteralLang(text, language));
      }
    }
    return graph;
  }

  private static Node truth(boolean value) {
    return NodeFactory.createLiteralDT(Boolean.toString(value), XSDDatatype.XSDboolean);
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
    result.causes().forEach(cause -> describe(cause, node, graph));
    return node;
  }

  private static void describe(Cause cause, Node result, Graph graph) {
    Node statement = NodeFactory.createBlankNode();
    Node property = cause.came() ? ReportTerms.ADDED_STATEMENT : ReportTerms.REMOVED_STATEMENT;
    graph.add(result, property, statement);
    graph.add(statement, RDF.Nodes.type, RDF.Nodes.Statement);
    graph.add(statement, RDF.Nodes.subject, cause.quad().getSubject());
    graph.add(statement, RDF.Nodes.predicate, cause.quad().getPredicate());
    graph.add(statement, RDF.Nodes.object, cause.quad().getObject());
    graph.add(statement, ReportTerms.IN_GRAPH, cause.quad().getGraph());
    cause
        .place()
        .ifPresent(
            place -> {
              graph.add(statement, ReportTerms.LINE, integer(place.line()));
              graph.add(statement, ReportTerms.COLUMN, integer(place.column()));
            });
  }

  private static Node integer(long value) {
    return NodeFactory.createLiteralDT(Long.toString(value), XSDDatatype.XSDinteger);
  }

  /**
   * The report for reading, one paragraph a result: what is wrong and how to mend it, in the asked
   * language first, then in English and Chinese.
   *
   * @param language a language tag, for example {@code zh}
   */
  public String toText(String language) {
    StringBuilder text = new StringBuilder();
    results.forEach(result -> describe(result, language, text));
    if (!standing.isEmpty()) {
      text.append(Messages.standing(language)).append("\n");
      standing.forEach(result -> describe(result, language, text));
    }
    if (unlisted > 0) {
      text.append(Messages.unlisted(language, unlisted)).append("\n");
    }
    searchedWhole.forEach(
        shape -> text.append(Messages.searchedWhole(language, shape)).append("\n"));
    return text.toString();
  }

  private static void describe(Result result, String language, StringBuilder text) {
    text.append(localName(result.severity())).append(": ").append(result.message(language));
    for (String other : List.of("en", "zh")) {
      if (!result.message(other).equals(result.message(language))) {
        text.append("\n  ").append(result.message(other));
      }
    }
    text.append("\n  focus node: ").append(NodeFmtLib.displayStr(result.focusNode()));
    result
        .path()
        .ifPresent(path -> text.append("\n  path: ").append(ShaclPaths.pathToString(path)));
    result
        .value()
        .ifPresent(value -> text.append("\n  value: ").append(NodeFmtLib.displayStr(value)));
    text.append("\n  shape: ").append(NodeFmtLib.displayStr(result.sourceShape())).append("\n");
    result.causes().forEach(cause -> describe(cause, text));
  }

  /** As in a diff: what came after a plus, what went after a minus, then line and column. */
  private static void describe(Cause cause, StringBuilder text) {
    text.append(cause.came() ? "  + " : "  - ");
    text.append(NodeFmtLib.str(cause.quad().asTriple()));
    cause
        .place()
        .ifPresent(
            place ->
                text.append(" (")
                    .append(place.line())
                    .append(':')
                    .append(place.column())
                    .append(')'));
    text.append('\n');
  }

  private static String localName(Node node) {
    return node.isURI() ? node.getURI().replaceFirst(".*[#/]", "") : node.toString();
  }
}
