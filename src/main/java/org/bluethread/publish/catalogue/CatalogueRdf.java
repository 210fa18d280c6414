package org.bluethread.publish.catalogue;

import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.bluethread.vocabulary.Addresses;

/**
 * The catalogue as RDF.
 *
 * @see <a href="https://www.w3.org/TR/vocab-dcat-3/">DCAT 3</a>
 */
public final class CatalogueRdf {
  private static final String SPDX = "http://spdx.org/rdf/terms#";
  private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";

  /** What DCAT 3 recommends for languages. */
  private static final String LANGUAGES = "http://id.loc.gov/vocabulary/iso639-1/";

  private static final Node CATALOGUE = Facts.iri(Catalogue.IRI);
  private static final Node PUBLISHER = Facts.iri(Catalogue.IRI + "#publisher");

  // Terms of DCAT 3 that Jena's list, which is of DCAT 2, has not.
  private static final Node RESOURCE = dcat("resource");
  private static final Node VERSION = dcat("version");
  private static final Node HAS_VERSION = dcat("hasVersion");
  private static final Node HAS_CURRENT_VERSION = dcat("hasCurrentVersion");
  private static final Node IS_VERSION_OF = dcat("isVersionOf");
  private static final Node PREV = dcat("prev");

  private final Facts facts = new Facts();
  private final Catalogue catalogue;

  private CatalogueRdf(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The catalogue as a graph without blank nodes. */
  public static Graph of(Catalogue catalogue) {
    CatalogueRdf rdf = new CatalogueRdf(catalogue);
    rdf.catalogue();
    rdf.graph();
    rdf.releases();
    rdf.catalogue.services().forEach(rdf::service);
    rdf.catalogue.datasets().forEach(rdf::dataset);
    rdf.catalogue.documents().forEach(rdf::document);
    return rdf.facts.graph();
  }

  private static Node dcat(String name) {
    return NodeFactory.createURI(DCAT.NS + name);
  }

  private void catalogue() {
    facts.type(CATALOGUE, DCAT.Catalog);
    facts.texts(CATALOGUE, DCTerms.title.asNode(), catalogue.titles());
    facts.texts(CATALOGUE, DCTerms.description.asNode(), catalogue.descriptions());
    facts.link(CATALOGUE, DCTerms.license, Catalogue.LICENCE);
    facts.link(CATALOGUE, FOAF.homepage, catalogue.site().at("/"));
    languages(CATALOGUE, catalogue.titles().keySet().stream().sorted().toList());
    modified(CATALOGUE);
    facts.add(CATALOGUE, DCTerms.publisher, PUBLISHER);
    facts.type(PUBLISHER, FOAF.Agent);
    facts.text(PUBLISHER, FOAF.name.asNode(), Catalogue.PUBLISHER);
  }

  private void graph() {
    Node graph = Addresses.DATASET;
    facts.add(CATALOGUE, DCAT.dataset, graph);
    entry(graph, catalogue.graph());
    facts.type(graph, DCAT.Dataset);
    facts.type(graph, VOID.Dataset);
    facts.number(graph, VOID.triples, catalogue.triples());
    facts.add(graph, DCTerms.publisher, PUBLISHER);
    facts.link(graph, DCAT.landingPage, catalogue.site().at("/"));
    modified(graph);
    catalogue.distributions().forEach(distribution -> distribution(graph, distribution));
  }

  private void modified(Node subject) {
    catalogue.modified().ifPresent(time -> facts.date(subject, DCTerms.modified, time));
  }

  private void releases() {
    List<ReleaseEntry> releases = catalogue.releases();
    for (int i = 0; i < releases.size(); i++) {
      ReleaseEntry entry = releases.get(i);
      Node release = Facts.iri(entry.iri());
      facts.add(CATALOGUE, DCAT.dataset, release);
      facts.type(release, DCAT.Dataset);
      facts.texts(release, DCTerms.title.asNode(), catalogue.graph().titles());
      facts.texts(release, DCTerms.description.asNode(), catalogue.graph().descriptions());
      facts.text(release, VERSION, entry.version());
      facts.text(release, DCTerms.identifier.asNode(), entry.fingerprint());
      facts.link(release, DCTerms.license, Catalogue.LICENCE);
      facts.add(release, DCTerms.publisher, PUBLISHER);
      entry.issued().ifPresent(time -> facts.date(release, DCTerms.issued, time));
      facts.add(release, IS_VERSION_OF, Addresses.DATASET);
      facts.add(Addresses.DATASET, HAS_VERSION, release);
      if (i == 0) {
        facts.add(Addresses.DATASET, HAS_CURRENT_VERSION, release);
      }
      if (i + 1 < releases.size()) {
        facts.add(release, PREV, Facts.iri(releases.get(i + 1).iri()));
      }
      entry.distributions().forEach(distribution -> distribution(release, distribution));
    }
  }

  private void distribution(Node of, Distribution given) {
    Node distribution = Facts.iri(given.iri());
    facts.add(of, DCAT.distribution, distribution);
    facts.type(distribution, DCAT.Distribution);
    facts.texts(distribution, DCTerms.title.asNode(), given.titles());
    facts.link(distribution, DCTerms.license, Catalogue.LICENCE);
    facts.link(distribution, DCAT.accessURL, given.accessUrl());
    facts.link(distribution, DCAT.mediaType, MEDIA_TYPES + given.mediaType());
    if (given.accessUrl().equals(catalogue.site().sparql())) {
      facts.link(distribution, DCAT.accessService, given.accessUrl());
    } else {
      facts.link(distribution, DCAT.downloadURL, given.accessUrl());
    }
    given.file().ifPresent(file -> file(distribution, file));
  }

  private void file(Node distribution, Distribution.File file) {
    facts.link(distribution, DCAT.compressFormat, MEDIA_TYPES + file.compression());
    facts.typed(
        distribution,
        DCAT.byteSize.asNode(),
        Long.toString(file.bytes()),
        XSDDatatype.XSDnonNegativeInteger);
    Node checksum = Facts.iri(distribution.getURI() + "-sha256");
    facts.add(distribution, Facts.iri(SPDX + "checksum"), checksum);
    facts.add(checksum, RDF.Nodes.type, Facts.iri(SPDX + "Checksum"));
    facts.add(
        checksum, Facts.iri(SPDX + "algorithm"), Facts.iri(SPDX + "checksumAlgorithm_sha256"));
    facts.typed(
        checksum, Facts.iri(SPDX + "checksumValue"), file.sha256(), XSDDatatype.XSDhexBinary);
  }

  private void service(Service given) {
    Node service = Facts.iri(given.endpointUrl());
    facts.add(CATALOGUE, DCAT.service, service);
    facts.type(service, DCAT.DataService);
    facts.texts(service, DCTerms.title.asNode(), given.titles());
    facts.link(service, DCAT.endpointURL, given.endpointUrl());
    given
        .description()
        .ifPresent(address -> facts.link(service, DCAT.endpointDescription, address));
    facts.link(service, DCTerms.conformsTo, given.conformsTo());
    facts.link(service, DCTerms.license, Catalogue.LICENCE);
    facts.add(service, DCTerms.publisher, PUBLISHER);
    facts.add(service, DCAT.servesDataset, Addresses.DATASET);
  }

  private void dataset(Entry given) {
    Node dataset = Facts.iri(given.iri());
    facts.add(CATALOGUE, DCAT.dataset, dataset);
    facts.type(dataset, DCAT.Dataset);
    entry(dataset, given);
  }

  private void document(Entry given) {
    Node document = Facts.iri(given.iri());
    facts.add(CATALOGUE, RESOURCE, document);
    facts.type(document, DCAT.Resource);
    facts.type(document, FOAF.Document);
    entry(document, given);
    facts.add(Addresses.DATASET, DCTerms.source, document);
  }

  private void entry(Node subject, Entry given) {
    if (given.titles().isEmpty()) {
      facts.text(subject, DCTerms.title.asNode(), given.iri());
    }
    facts.texts(subject, DCTerms.title.asNode(), given.titles());
    facts.texts(subject, DCTerms.description.asNode(), given.descriptions());
    given.identifiers().forEach(code -> facts.text(subject, DCTerms.identifier.asNode(), code));
    given.licence().ifPresent(licence -> facts.link(subject, DCTerms.license, licence));
    given.publisher().ifPresent(publisher -> facts.link(subject, DCTerms.publisher, publisher));
    given.issued().ifPresent(date -> facts.date(subject, DCTerms.issued, date));
    languages(subject, given.languages());
  }

  private void languages(Node subject, List<String> tags) {
    tags.forEach(tag -> facts.link(subject, DCTerms.language, LANGUAGES + tag));
  }
}
