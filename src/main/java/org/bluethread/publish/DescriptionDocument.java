package org.bluethread.publish;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.bluethread.graph.Snapshot;
import org.bluethread.vocabulary.Addresses;
import org.bluethread.vocabulary.BT;

/**
 * The RDF document of a description. Besides the statements it holds what a reader needs who has
 * nothing else: what the graphs are that they stand in, up to the number and the document of each
 * citable unit; the names of the things they lead to; and, in the default graph, what the document
 * itself is.
 *
 * <p>For one thread, in the transaction of its snapshot.
 */
public final class DescriptionDocument {
  private static final String HYDRA = "http://www.w3.org/ns/hydra/core#";
  private static final Node DERIVED_FROM =
      NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom");
  private static final List<Node> UNIT_PROPERTIES =
      List.of(RDF.Nodes.type, BT.number.asNode(), BT.inDocument.asNode());
  private static final List<Node> NAMES = List.of(SKOS.prefLabel.asNode(), RDFS.Nodes.label);

  private final DatasetGraph graph;
  private final Optional<String> language;
  private final DatasetGraph document = DatasetGraphFactory.createGeneral();

  private DescriptionDocument(Snapshot snapshot, Optional<String> language) {
    this.graph = snapshot.dataset();
    this.language = language;
  }

  /**
   * Makes the document.
   *
   * @param language of the names of other things, which come in English too; empty for all
   * @param iri the document's own IRI
   * @param next the IRI of the document that goes on where this one ends
   */
  public static DatasetGraph of(
      Snapshot snapshot,
      Description description,
      Optional<String> language,
      String iri,
      Optional<String> next) {
    DescriptionDocument made = new DescriptionDocument(snapshot, language);
    description.quads().forEach(made.document::add);
    made.addPlaces();
    made.addNames(description.thing());
    made.addItself(NodeFactory.createURI(iri), description, next.map(NodeFactory::createURI));
    return made.document;
  }

  /** What is registered of the graphs, and of the units and documents that they rest on. */
  private void addPlaces() {
    Set<Node> units = new LinkedHashSet<>();
    for (Node place : Iter.toList(document.listGraphNodes())) {
      about(place, Node.ANY)
          .filter(quad -> !quad.getGraph().equals(Addresses.RELEASE_GRAPH))
          .filter(quad -> !NAMES.contains(quad.getPredicate()))
          .forEach(
              quad -> {
                document.add(quad);
                if (quad.getPredicate().equals(DERIVED_FROM)) {
                  units.add(quad.getObject());
                }
              });
    }
    for (Node unit : units) {
      for (Node property : UNIT_PROPERTIES) {
        about(unit, property).forEach(document::add);
      }
    }
    documents(units).forEach(cited -> about(cited, RDF.Nodes.type).forEach(document::add));
  }

  private Set<Node> documents(Set<Node> units) {
    Set<Node> documents = new LinkedHashSet<>();
    for (Node unit : units) {
      about(unit, BT.inDocument.asNode()).map(Quad::getObject).forEach(documents::add);
    }
    return documents;
  }

  /** The names and codes of all things that the document speaks of. */
  private void addNames(Node thing) {
    Set<Node> named = new LinkedHashSet<>();
    document.stream()
        .flatMap(quad -> Stream.of(quad.getGraph(), quad.getSubject(), quad.getObject()))
        .filter(node -> node.isURI() && !node.equals(thing))
        .forEach(named::add);
    for (Node one : named) {
      for (Node property : NAMES) {
        wanted(about(one, property).toList()).forEach(document::add);
      }
      about(one, SKOS.notation.asNode()).forEach(document::add);
    }
  }

  /** The names in the language asked for and in English; all, if there is none in these. */
  private Stream<Quad> wanted(List<Quad> names) {
    List<Quad> wanted = names.stream().filter(name -> isWanted(name.getObject())).toList();
    return wanted.isEmpty() ? names.stream() : wanted.stream();
  }

  private boolean isWanted(Node name) {
    return language.isEmpty()
        || (name.isLiteral()
            && List.of(language.get(), "en", "").contains(name.getLiteralLanguage()));
  }

  private Stream<Quad> about(Node subject, Node property) {
    return Iter.asStream(graph.findNG(Node.ANY, subject, property, Node.ANY));
  }

  private void addItself(Node iri, Description description, Optional<Node> next) {
    say(iri, RDF.Nodes.type, FOAF.Document.asNode());
    say(iri, FOAF.primaryTopic.asNode(), description.thing());
    List<Quad> licences = about(Addresses.DATASET, DCTerms.license.asNode()).toList();
    licences.forEach(quad -> say(iri, DCTerms.license.asNode(), quad.getObject()));
    if (!licences.isEmpty()) {
      say(iri, DCTerms.isPartOf.asNode(), Addresses.DATASET);
    }
    if (!description.mentions().isAll()) {
      say(
          iri,
          NodeFactory.createURI(HYDRA + "totalItems"),
          NodeFactory.createLiteralDT(
              Long.toString(description.mentions().total()), XSDDatatype.XSDinteger));
      next.ifPresent(more -> say(iri, NodeFactory.createURI(HYDRA + "next"), more));
    }
    description
        .omission()
        .ifPresent(text -> say(iri, RDFS.Nodes.comment, NodeFactory.createLiteralLang(text, "en")));
  }

  private void say(Node subject, Node property, Node object) {
    document.add(Quad.defaultGraphIRI, subject, property, object);
  }
}
