package org.bluethread.publish.catalogue;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.bluethread.graph.Snapshot;
import org.bluethread.vocabulary.Addresses;
import org.bluethread.vocabulary.BT;

/**
 * Reads from the graph what the catalogue lists. The data decide: a document is listed when
 * paragraphs of it are in the graph, a dataset when the graph says that something is one, unless it
 * is a system that documents only speak of. Belongs to its snapshot's transaction.
 */
public final class CatalogueReader {
  private final Graph union;

  /** Reads one state of the graph. */
  public CatalogueReader(Snapshot snapshot) {
    this.union = snapshot.union();
  }

  /** The whole graph. */
  public Entry graph() {
    return entry(Addresses.DATASET);
  }

  /** The documents that the graph was drawn from, by IRI. */
  public List<Entry> documents() {
    return all(BT.Document.asNode())
        .filter(document -> union.contains(Node.ANY, BT.inDocument.asNode(), document))
        .map(this::entry)
        .toList();
  }

  /** The datasets that the graph holds, by IRI; not the graph itself. */
  public List<Entry> datasets() {
    return all(DCAT.Dataset.asNode())
        .filter(dataset -> !dataset.equals(Addresses.DATASET))
        .filter(dataset -> !union.contains(dataset, RDF.Nodes.type, BT.InformationSystem.asNode()))
        .map(this::entry)
        .toList();
  }

  /** The graphs that were read from a source which they name, by IRI. */
  public List<Sourced> sourced() {
    return Stream.of(BT.RegisterGraph, BT.MappingGraph)
        .flatMap(kind -> all(kind.asNode()))
        .filter(graph -> union.contains(graph, DCTerms.source.asNode(), Node.ANY))
        .map(
            graph ->
                new Sourced(
                    entry(graph),
                    values(graph, DCTerms.source.asNode())
                        .filter(Node::isURI)
                        .map(Node::getURI)
                        .sorted()
                        .toList(),
                    values(graph, DCTerms.bibliographicCitation.asNode())
                        .filter(Node::isLiteral)
                        .map(Node::getLiteralLexicalForm)
                        .sorted()
                        .toList()))
        .toList();
  }

  private Stream<Node> all(Node type) {
    return union.stream(Node.ANY, RDF.Nodes.type, type)
        .map(Triple::getSubject)
        .filter(Node::isURI)
        .sorted(Comparator.comparing(Node::getURI));
  }

  private Entry entry(Node thing) {
    Map<String, String> titles = texts(thing, DCTerms.title.asNode());
    return new Entry(
        thing.getURI(),
        titles.isEmpty() ? texts(thing, SKOS.prefLabel.asNode()) : titles,
        texts(thing, DCTerms.description.asNode()),
        values(thing, SKOS.notation.asNode())
            .filter(Node::isLiteral)
            .map(Node::getLiteralLexicalForm)
            .sorted()
            .toList(),
        iri(thing, DCTerms.license.asNode()),
        iri(thing, DCTerms.publisher.asNode()),
        values(thing, DCTerms.date.asNode())
            .filter(Node::isLiteral)
            .map(Node::getLiteralLexicalForm)
            .sorted()
            .findFirst(),
        values(thing, DCTerms.language.asNode())
            .filter(Node::isLiteral)
            .map(Node::getLiteralLexicalForm)
            .sorted()
            .toList());
  }

  private Map<String, String> texts(Node thing, Node property) {
    Map<String, String> texts = new LinkedHashMap<>();
    values(thing, property)
        .filter(Node::isLiteral)
        .filter(text -> !text.getLiteralLanguage().isEmpty())
        .sorted(Comparator.comparing(Node::getLiteralLexicalForm))
        .forEach(
            text -> texts.putIfAbsent(text.getLiteralLanguage(), text.getLiteralLexicalForm()));
    return texts;
  }

  private Optional<String> iri(Node thing, Node property) {
    return values(thing, property).filter(Node::isURI).map(Node::getURI).sorted().findFirst();
  }

  private Stream<Node> values(Node thing, Node property) {
    return union.stream(thing, property, Node.ANY).map(Triple::getObject);
  }
}
