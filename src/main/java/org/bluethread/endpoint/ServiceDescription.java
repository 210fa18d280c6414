package org.bluethread.endpoint;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.bluethread.geometry.GeoFunctions;
import org.bluethread.graph.DefaultGraph;
import org.bluethread.vocabulary.Addresses;
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
          "JSON-LD",
          "RDF_XML",
          "TriG",
          "N-Quads");

  private final Graph graph = GraphFactory.createDefaultGraph();

  private ServiceDescription() {
    graph
        .getPrefixMapping()
        .setNsPrefix("sd", SD)
        .setNsPrefix("formats", FORMATS)
        .setNsPrefix("rdfs", RDFS.getURI())
        .setNsPrefix("bt", BT.NS);
  }

  /**
   * The description of the endpoints for queries and updates.
   *
   * @param server the address that both are below, with a slash at its end
   * @param defaultGraph what their default graph is
   * @param federated whether queries may ask other endpoints with SERVICE
   * @param limits what a query may cost
   */
  public static Graph of(
      String server, DefaultGraph defaultGraph, boolean federated, AnswerLimits limits) {
    ServiceDescription description = new ServiceDescription();
    Node query = NodeFactory.createURI(server + "sparql");
    Node update = NodeFactory.createURI(server + "update");
    description.service(query, "SPARQL11Query", defaultGraph);
    description.service(update, "SPARQL11Update", defaultGraph);
    if (federated) {
      description.add(query, sd("feature"), sd("BasicFederatedQuery"));
    }
    RESULT_FORMATS.forEach(
        format -> description.add(query, sd("resultFormat"), uri(FORMATS + format)));
    description.add(
        query,
        RDFS.Nodes.comment,
        NodeFactory.createLiteralLang(
            "A query gets %s seconds at the most (timeout= asks for less), an answer %d rows or statements."
                .formatted(limits.time().toMillis() / 1000.0, limits.rows()),
            "en"));
    for (String more : List.of(".well-known/void", ".well-known/sparql-examples", "catalog")) {
      description.add(query, RDFS.Nodes.seeAlso, uri(server + more));
    }
    return description.graph;
  }

  private void service(Node service, String language, DefaultGraph defaultGraph) {
    add(service, RDF.Nodes.type, sd("Service"));
    add(service, sd("endpoint"), service);
    add(service, sd("supportedLanguage"), sd(language));
    if (defaultGraph == DefaultGraph.UNION) {
      add(service, sd("feature"), sd("UnionDefaultGraph"));
    }
    add(service, sd("defaultDataset"), Addresses.DATASET);
    add(Addresses.DATASET, RDF.Nodes.type, sd("Dataset"));
    GeoFunctions.names().forEach(name -> add(service, sd("extensionFunction"), uri(name)));
    add(service, sd("propertyFeature"), BT.trace.asNode());
  }

  private void add(Node subject, Node property, Node object) {
    graph.add(subject, property, object);
  }

  private static Node sd(String name) {
    return uri(SD + name);
  }

  private static Node uri(String iri) {
    return NodeFactory.createURI(iri);
  }
}
