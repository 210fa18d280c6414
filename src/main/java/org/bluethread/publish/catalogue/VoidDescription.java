package org.bluethread.publish.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.VOID;
import org.bluethread.graph.Sha256;
import org.bluethread.publish.partition.Partitions;
import org.bluethread.publish.partition.Partitions.ClassPartition;
import org.bluethread.vocabulary.Addresses;

/**
 * The graph as a VoID dataset: what it holds by class and property, and where to get it. All
 * figures are those of the union of all graphs.
 *
 * @see <a href="https://www.w3.org/TR/void/">Describing Linked Datasets with the VoID
 *     Vocabulary</a>
 */
public final class VoidDescription {
  /** What the description itself is called. */
  public static final String IRI = Addresses.BASE + ".well-known/void";

  private static final int MOST_EXAMPLES = 5;
  private static final int HASH = 12;
  private static final String FORMATS = "http://www.w3.org/ns/formats/";
  private static final List<String> SYNTAXES =
      List.of("Turtle", "TriG", "N-Triples", "N-Quads", "JSON-LD", "RDF_XML");

  private final Facts facts = new Facts();
  private final Node dataset = Addresses.DATASET;

  private VoidDescription() {}

  /** The description, with the prefixes declared. */
  public static Graph of(Catalogue catalogue, Partitions partitions) {
    VoidDescription description = new VoidDescription();
    PrefixDeclarations.addTo(description.facts);
    description.about(catalogue);
    description.figures(partitions);
    return description.facts.graph();
  }

  private void about(Catalogue catalogue) {
    Node document = Facts.iri(IRI);
    facts.type(document, VOID.DatasetDescription);
    facts.texts(document, DCTerms.title.asNode(), catalogue.titles());
    facts.add(document, FOAF.primaryTopic, dataset);
    facts.type(dataset, VOID.Dataset);
    Entry graph = catalogue.graph();
    facts.texts(dataset, DCTerms.title.asNode(), graph.titles());
    facts.texts(dataset, DCTerms.description.asNode(), graph.descriptions());
    graph.licence().ifPresent(licence -> facts.link(dataset, DCTerms.license, licence));
    catalogue.modified().ifPresent(time -> facts.date(dataset, DCTerms.modified, time));
    Site site = catalogue.site();
    facts.link(dataset, FOAF.homepage, site.at("/"));
    facts.link(dataset, VOID.sparqlEndpoint, site.sparql());
    facts.link(dataset, VOID.uriLookupEndpoint, site.at("/search?q="));
    facts.text(dataset, VOID.uriSpace.asNode(), Addresses.BASE);
    SYNTAXES.forEach(syntax -> facts.link(dataset, VOID.feature, FORMATS + syntax));
    Stream.concat(
            catalogue.distributions().stream(),
            catalogue.releases().stream().limit(1).flatMap(one -> one.distributions().stream()))
        .filter(distribution -> !distribution.accessUrl().equals(site.sparql()))
        .forEach(distribution -> facts.link(dataset, VOID.dataDump, distribution.accessUrl()));
    catalogue.documents().stream()
        .limit(MOST_EXAMPLES)
        .forEach(one -> facts.link(dataset, VOID.exampleResource, one.iri()));
  }

  private void figures(Partitions partitions) {
    facts.number(dataset, VOID.triples, partitions.triples());
    facts.number(dataset, VOID.entities, partitions.entities());
    facts.number(dataset, VOID.distinctSubjects, partitions.subjects());
    facts.number(dataset, VOID.distinctObjects, partitions.objects());
    facts.number(dataset, VOID.properties, partitions.properties().size());
    facts.number(dataset, VOID.classes, partitions.classes().size());
    vocabularies(partitions).forEach(namespace -> facts.link(dataset, VOID.vocabulary, namespace));
    properties(dataset, "property", partitions.properties());
    partitions.classes().forEach(this::classPartition);
  }

  private void classPartition(Node name, ClassPartition partition) {
    String key = "class-" + hash(name.getURI());
    Node part = part(key);
    facts.add(dataset, VOID.classPartition, part);
    facts.add(part, VOID._class, name);
    facts.number(part, VOID.entities, partition.entities());
    facts.number(part, VOID.triples, partition.triples());
    properties(part, key, partition.properties());
  }

  private void properties(Node of, String key, Map<Node, Long> counts) {
    counts.forEach(
        (property, triples) -> {
          Node part = part(key + "-" + hash(property.getURI()));
          facts.add(of, VOID.propertyPartition, part);
          facts.add(part, VOID.property, property);
          facts.number(part, VOID.triples, triples);
        });
  }

  /** The namespaces of the classes and properties that are used. */
  private static Set<String> vocabularies(Partitions partitions) {
    Set<String> namespaces = new TreeSet<>();
    Stream.concat(partitions.properties().keySet().stream(), partitions.classes().keySet().stream())
        .map(Node::getURI)
        .map(iri -> iri.substring(0, Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1))
        .filter(namespace -> !namespace.isEmpty())
        .forEach(namespaces::add);
    return namespaces;
  }

  private static Node part(String key) {
    return Facts.iri(IRI + "#" + key);
  }

  private static String hash(String iri) {
    return Sha256.hex(iri.getBytes(StandardCharsets.UTF_8)).substring(0, HASH);
  }
}
