package org.bluethread.publish.catalogue;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.bluethread.publish.Prefixes;

/** A small graph in the making. Not safe for threads. */
final class Facts {
  private static final Pattern YEAR = Pattern.compile("-?\\d{4}");
  private static final Pattern MONTH = Pattern.compile("-?\\d{4}-\\d{2}");
  private static final Pattern DAY = Pattern.compile("-?\\d{4}-\\d{2}-\\d{2}");

  private final Graph graph = GraphFactory.createDefaultGraph();

  Facts() {
    Prefixes.namespaces().forEach(graph.getPrefixMapping()::setNsPrefix);
  }

  static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }

  void add(Node subject, Node property, Node object) {
    graph.add(subject, property, object);
  }

  void add(Node subject, Property property, Node object) {
    add(subject, property.asNode(), object);
  }

  void link(Node subject, Property property, String iri) {
    add(subject, property, iri(iri));
  }

  void type(Node subject, Resource type) {
    add(subject, RDF.Nodes.type, type.asNode());
  }

  void text(Node subject, Node property, String text) {
    add(subject, property, NodeFactory.createLiteralString(text));
  }

  void texts(Node subject, Node property, Map<String, String> byLanguage) {
    new TreeMap<>(byLanguage)
        .forEach(
            (language, text) ->
                add(subject, property, NodeFactory.createLiteralLang(text, language)));
  }

  void number(Node subject, Property property, long number) {
    typed(subject, property.asNode(), Long.toString(number), XSDDatatype.XSDinteger);
  }

  void typed(Node subject, Node property, String text, RDFDatatype type) {
    add(subject, property, NodeFactory.createLiteralDT(text, type));
  }

  /** A year, month, day or time, with the type its form has. */
  void date(Node subject, Property property, String text) {
    typed(subject, property.asNode(), text, dateType(text));
  }

  private static RDFDatatype dateType(String text) {
    if (YEAR.matcher(text).matches()) {
      return XSDDatatype.XSDgYear;
    }
    if (MONTH.matcher(text).matches()) {
      return XSDDatatype.XSDgYearMonth;
    }
    return DAY.matcher(text).matches() ? XSDDatatype.XSDdate : XSDDatatype.XSDdateTime;
  }

  /** A namespace, as SHACL declares prefixes: with a literal. */
  void namespace(Node subject, Node property, String namespace) {
    typed(subject, property, namespace, XSDDatatype.XSDanyURI);
  }

  Graph graph() {
    return graph;
  }
}
