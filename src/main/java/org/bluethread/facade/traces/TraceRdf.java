package org.bluethread.facade.traces;

import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.bluethread.trace.Step;
import org.bluethread.trace.Trace;

/**
 * Traces as RDF, in the terms of others: a trace is a list of paths, a path a list of steps
 * (schema.org's {@code ItemList}), a step a statement (RDF's reification) that was derived from
 * units and stands in graphs (PROV-O), or a mapping (SSSOM).
 *
 * @see <a href="https://schema.org/ItemList">schema.org, ItemList</a>
 */
public final class TraceRdf {
  private static final String SCHEMA = "https://schema.org/";
  private static final String PROV = "http://www.w3.org/ns/prov#";

  private final Graph graph = GraphFactory.createDefaultGraph();

  private TraceRdf() {}

  /**
   * The trace.
   *
   * @param address its permanent address, which names it
   */
  public static Graph of(Trace trace, String address) {
    TraceRdf rdf = new TraceRdf();
    rdf.graph
        .getPrefixMapping()
        .setNsPrefix("schema", SCHEMA)
        .setNsPrefix("prov", PROV)
        .setNsPrefix("rdf", RDF.uri);
    rdf.trace(trace, NodeFactory.createURI(address));
    return rdf.graph;
  }

  private void trace(Trace trace, Node node) {
    add(node, RDF.Nodes.type, schema("ItemList"));
    add(node, schema("about"), iri(trace.from().iri()));
    add(node, schema("about"), iri(trace.to().iri()));
    add(node, schema("numberOfItems"), integer(trace.paths().size()));
    add(node, schema("version"), integer(trace.commit()));
    for (int i = 0; i < trace.paths().size(); i++) {
      Node path = NodeFactory.createURI(node.getURI() + "#path-" + (i + 1));
      item(node, i + 1, NodeFactory.createURI(node.getURI() + "#item-" + (i + 1)), path);
      path(path, trace.paths().get(i).steps());
    }
  }

  private void path(Node path, List<Step> steps) {
    add(path, RDF.Nodes.type, schema("ItemList"));
    add(path, schema("numberOfItems"), integer(steps.size()));
    for (int i = 0; i < steps.size(); i++) {
      Node item = NodeFactory.createURI(path.getURI() + "-step-" + (i + 1));
      Step step = steps.get(i);
      for (int j = 0; j < step.statements().size(); j++) {
        Node statement = NodeFactory.createURI(item.getURI() + "-" + (j + 1));
        item(path, i + 1, item, statement);
        statement(statement, step, step.statements().get(j));
      }
      for (Step.Mapping mapping : step.mappings()) {
        item(path, i + 1, item, iri(mapping.iri()));
        add(iri(mapping.iri()), RDF.Nodes.type, iri("https://w3id.org/sssom/Mapping"));
      }
    }
  }

  private void item(Node list, int position, Node item, Node what) {
    add(list, schema("itemListElement"), item);
    add(item, RDF.Nodes.type, schema("ListItem"));
    add(item, schema("position"), integer(position));
    add(item, schema("item"), what);
  }

  private void statement(Node node, Step step, Step.Statement statement) {
    boolean forward = statement.forward();
    add(node, RDF.Nodes.type, RDF.Nodes.Statement);
    add(node, RDF.Nodes.subject, iri(forward ? step.from().iri() : step.to().iri()));
    add(node, RDF.Nodes.predicate, iri(statement.property()));
    add(node, RDF.Nodes.object, iri(forward ? step.to().iri() : step.from().iri()));
    add(
        node,
        schema("description"),
        NodeFactory.createLiteralLang(statement.sentence(), statement.language()));
    for (Step.Source source : statement.sources()) {
      add(node, schema("isPartOf"), iri(source.graph()));
      source.units().forEach(unit -> add(node, iri(PROV + "wasDerivedFrom"), iri(unit.iri())));
    }
  }

  private void add(Node subject, Node property, Node object) {
    graph.add(subject, property, object);
  }

  private static Node schema(String name) {
    return iri(SCHEMA + name);
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }

  private static Node integer(long number) {
    return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger);
  }
}
