package org.bluethread.publish.schemaorg;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.bluethread.publish.schemaorg.Rule.Form;
import org.bluethread.vocabulary.BT;

/**
 * What of the graph is said in the words of schema.org: a line for each class and each property.
 * What a class says holds for its subclasses. What the graph does not state is not said.
 *
 * @see <a href="https://schema.org/docs/schemas.html">schema.org</a>
 */
final class Rules {
  private static final Set<String> EVERYTHING =
      Set.of(
          "Dataset",
          "DataCatalog",
          "DataDownload",
          "Service",
          "Legislation",
          "CreativeWork",
          "Project",
          "Organization",
          "Event",
          "Country",
          "Place",
          "DefinedTerm");
  private static final Set<String> WORKS =
      Set.of("Dataset", "DataCatalog", "DataDownload", "Legislation", "CreativeWork");
  private static final Set<String> DATA = Set.of("Dataset", "DataCatalog");
  private static final Set<String> BODIES = Set.of("Project", "Organization");
  private static final Set<String> EVENTS = Set.of("Event");

  private Rules() {}

  /** The types by class. Of a thing of several classes, the first here says what it is. */
  static final Map<Node, String> TYPES = types();

  /** The properties, in the order in which they are written. */
  static final List<Rule> PROPERTIES =
      List.of(
          rule("alternateName", "skos:prefLabel|skos:altLabel", Form.TEXT, EVERYTHING),
          rule("sameAs", "foaf:homepage|skos:exactMatch|owl:sameAs", Form.ADDRESS, EVERYTHING),
          rule("license", "dcterms:license", Form.ADDRESS, WORKS),
          rule("inLanguage", "dcterms:language", Form.TEXT, union(WORKS, EVENTS)),
          rule("datePublished", "dcterms:date|dcterms:issued", Form.TEXT, WORKS),
          rule("dateModified", "dcterms:modified", Form.TEXT, WORKS),
          rule("citation", "dcterms:bibliographicCitation", Form.TEXT, WORKS),
          rule("version", "dcat:version", Form.TEXT, WORKS),
          rule("creator", "dcterms:creator|bt:preparedBy", Form.BODY, WORKS),
          // Who works under a contract hands in the datasets that come of it.
          rule("creator", "^bt:hasDataset/bt:contractor", Form.BODY, DATA),
          rule("publisher", "dcterms:publisher", Form.BODY, WORKS),
          rule("about", "dcterms:subject|dcat:theme|bt:concerns", Form.THING, union(WORKS, EVENTS)),
          rule("isPartOf", "dcterms:isPartOf|^bt:hasComponent", Form.THING, WORKS),
          rule("temporalCoverage", "dcterms:temporal", Form.TEXT, WORKS),
          rule("spatialCoverage", "dcterms:spatial", Form.THING, WORKS),
          rule("distribution", "dcat:distribution", Form.THING, DATA),
          rule(
              "contentUrl",
              "dcat:downloadURL|dcat:accessURL",
              Form.ADDRESS,
              Set.of("DataDownload")),
          rule(
              "encodingFormat", "dcat:mediaType|dcterms:format", Form.TEXT, Set.of("DataDownload")),
          rule("parentOrganization", "^bt:hasOrgan", Form.THING, BODIES),
          rule("member", "bt:hasMember", Form.THING, BODIES),
          rule("funder", "bt:fundedBy", Form.BODY, union(BODIES, EVENTS)),
          rule("startDate", "schema:startDate", Form.TEXT, EVENTS),
          rule("endDate", "schema:endDate", Form.TEXT, EVENTS),
          rule("organizer", "bt:organizedBy|^bt:holdsMeeting", Form.BODY, EVENTS),
          rule("location", "bt:inPlace", Form.THING, union(BODIES, EVENTS)));

  /** The types that have keywords. */
  static final Set<String> WITH_KEYWORDS = union(WORKS, union(BODIES, EVENTS));

  private static Map<Node, String> types() {
    Map<Node, String> types = new LinkedHashMap<>();
    put(types, DCAT.Distribution, "DataDownload");
    put(types, DCAT.Dataset, "Dataset");
    put(types, DCAT.Catalog, "DataCatalog");
    put(types, DCAT.DataService, "Service");
    types.put(node("http://data.europa.eu/eli/ontology#LegalResource"), "Legislation");
    put(types, FOAF.Document, "CreativeWork");
    put(types, DCAT.Resource, "CreativeWork");
    put(types, FOAF.Project, "Project");
    types.put(BT.Programme.asNode(), "Project");
    types.put(BT.Initiative.asNode(), "Project");
    put(types, ORG.Organization, "Organization");
    put(types, ORG.OrganizationalCollaboration, "Organization");
    put(types, SchemaDO.Event, "Event");
    types.put(BT.Country.asNode(), "Country");
    put(types, DCTerms.Location, "Place");
    put(types, SKOS.Concept, "DefinedTerm");
    return types;
  }

  private static void put(Map<Node, String> types, Resource type, String name) {
    types.put(type.asNode(), name);
  }

  private static Node node(String iri) {
    return NodeFactory.createURI(iri);
  }

  private static Rule rule(String property, String way, Form form, Set<String> types) {
    return new Rule(property, Way.of(way), form, types);
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    Set<String> all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }
}
