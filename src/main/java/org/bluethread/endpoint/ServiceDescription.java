package org.bluethread.endpoint;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.bluethread.geometry.GeoFunctions;
import org.bluethread.vocabulary.BT;

/**
 * What the SPARQL endpoint says of itself.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-service-description/">SPARQL 1.1 Service
 *     Description</a>
 */
public final class ServiceDescription {
  private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
  private static final String FORMATS = "http://www.w3.org/ns/formats/";
  private static final List<String> RESULT_FORMATS =
      List.of(
          "SPARQL_Results_JSON",
          "SPARQL_Results_XML",
          "SPARQL_Results_CSV",
          "SPARQL_Results_TSV",
          "Turtle",
          "N-Triples",
          "RDF_XML",
          "JSON-LD");

  private ServiceDescription() {}

  /**
   * The description.
   *
   * @param endpoint the address the endpoint is asked at
   */
  public static Graph of(String endpoint) {
    Graph graph = GraphFactory.createDefaultGraph();
    graph.getPrefixMapping().setNsPrefix("sd", SD).setNsPrefix("formats", FORMATS);
    Node service = NodeFactory.createURI(endpoint);
    Node dataset = NodeFactory.createBlankNode();
    graph.add(service, RDF.Nodes.type, sd("Service"));
    graph.add(service, sd("endpoint"), service);
    graph.add(service, sd("supportedLanguage"), sd("SPARQL11Query"));
    graph.add(service, sd("feature"), sd("UnionDefaultGraph"));
    graph.add(service, sd("defaultDataset"), dataset);
    graph.add(dataset, RDF.Nodes.type, sd("Dataset"));
    GeoFunctions.names()
        .forEach(name -> graph.add(service, sd("extensionFunction"), NodeFactory.createURI(name)));
    graph.add(service, sd("propertyFeature"), BT.trace.asNode());
    RESULT_FORMATS.forEach(
        format -> graph.add(service, sd("resultFormat"), NodeFactory.createURI(FORMATS + format)));
    return graph;
  }

  private static Node sd(String name) {
    return NodeFactory.createURI(SD + name);
  }
}
