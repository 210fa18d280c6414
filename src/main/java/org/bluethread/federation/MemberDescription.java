package org.bluethread.federation;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.VOID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an endpoint says of itself, in its VoID description or its service description: which
 * properties its statements have. It is taken at its word only if it is whole: if the statements it
 * counts for its properties are all the statements it counts.
 *
 * @see <a href="https://www.w3.org/TR/void/#class-property-partitions">VoID, 4.4</a>
 * @see <a href="https://www.w3.org/TR/sparql11-service-description/">SPARQL 1.1 Service
 *     Description</a>
 */
final class MemberDescription {
  private static final Logger LOG = LoggerFactory.getLogger(MemberDescription.class);
  private static final String ACCEPT =
      "text/turtle, application/n-triples;q=0.9, application/rdf+xml;q=0.8";
  private static final Set<Lang> READ = Set.of(Lang.TURTLE, Lang.NTRIPLES, Lang.RDFXML);
  private static final int MOST_TRIPLES = 200_000;

  private MemberDescription() {}

  /**
   * Asks an endpoint which properties it has.
   *
   * @return their IRIs; empty if it does not say, or not wholly
   */
  static Optional<Set<String>> properties(Member.Endpoint member, EndpointClient client) {
    return places(member).stream()
        .map(place -> read(member, client, place))
        .flatMap(Optional::stream)
        .map(graph -> properties(member, graph))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static List<URI> places(Member.Endpoint member) {
    URI usual = member.address().resolve("/.well-known/void");
    return Stream.concat(Stream.of(member.description().orElse(usual)), Stream.of(member.address()))
        .toList();
  }

  private static Optional<Graph> read(Member.Endpoint member, EndpointClient client, URI place) {
    try (EndpointClient.Answer answer = client.get(place, ACCEPT)) {
      Lang lang = RDFLanguages.contentTypeToLang(answer.type());
      if (lang == null || !READ.contains(lang)) {
        return Optional.empty();
      }
      Graph graph = GraphFactory.createDefaultGraph();
      RDFParser.source(answer.body())
          .lang(lang)
          .base(place.toString())
          .errorHandler(ErrorHandlerFactory.errorHandlerSimple())
          .parse(bounded(StreamRDFLib.graph(graph)));
      return Optional.of(graph);
    } catch (RuntimeException e) {
      // Most endpoints have none; then each pattern is asked for.
      LOG.debug("No description of the member {} at {}", member.name(), place, e);
      return Optional.empty();
    }
  }

  private static StreamRDF bounded(StreamRDF to) {
    return new StreamRDFWrapper(to) {
      private int triples;

      @Override
      public void triple(Triple triple) {
        triples++;
        if (triples > MOST_TRIPLES) {
          throw new IllegalStateException("The description is too long.");
        }
        super.triple(triple);
      }
    };
  }

  private static Optional<Set<String>> properties(Member.Endpoint member, Graph graph) {
    Node endpoint = NodeFactory.createURI(member.address().toString());
    List<Node> datasets =
        graph
            .find(Node.ANY, VOID.sparqlEndpoint.asNode(), endpoint)
            .mapWith(Triple::getSubject)
            .toList();
    return datasets.size() == 1 ? wholly(graph, datasets.get(0)) : Optional.empty();
  }

  private static Optional<Set<String>> wholly(Graph graph, Node dataset) {
    Set<String> properties = new HashSet<>();
    long counted = 0;
    for (Node part : objects(graph, dataset, VOID.propertyPartition.asNode())) {
      List<Node> property = objects(graph, part, VOID.property.asNode());
      if (property.size() != 1 || !property.get(0).isURI()) {
        return Optional.empty();
      }
      properties.add(property.get(0).getURI());
      counted += number(graph, part);
    }
    boolean whole = counted > 0 && counted == number(graph, dataset);
    return whole ? Optional.of(Set.copyOf(properties)) : Optional.empty();
  }

  private static List<Node> objects(Graph graph, Node subject, Node property) {
    return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList();
  }

  private static long number(Graph graph, Node dataset) {
    List<Node> numbers = objects(graph, dataset, VOID.triples.asNode());
    return numbers.size() == 1 && numbers.get(0).getLiteralValue() instanceof Number number
        ? number.longValue()
        : 0;
  }
}
