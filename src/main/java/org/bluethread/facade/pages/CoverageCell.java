package org.bluethread.facade.pages;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.bluethread.facade.pages.CoveragePage.Selected;
import org.bluethread.facade.pages.CoverageView.Chosen;
import org.bluethread.facade.pages.ThingPage.Origin;
import org.bluethread.facade.pages.ThingPage.Term;
import org.bluethread.facade.words.Words;
import org.bluethread.graph.Snapshot;
import org.bluethread.publish.DocumentGraphs;
import org.bluethread.publish.coverage.Axis;
import org.bluethread.publish.coverage.Claim;
import org.bluethread.publish.coverage.Coverage;
import org.bluethread.vocabulary.BT;

/**
 * What a cell holds: each statement in words, with the paragraphs it stands in. Belongs to a
 * transaction and its thread.
 */
final class CoverageCell {
  private static final String SSSOM = "https://w3id.org/sssom/";

  private final DocumentGraphs documents;
  private final Coverage coverage;
  private final Axis axis;
  private final Terms terms;
  private final Words words;
  private final Sentences sentences;
  private final StatementReader reader;

  CoverageCell(Snapshot snapshot, Coverage coverage, Axis axis, Terms terms, Words words) {
    this.documents = new DocumentGraphs(snapshot);
    this.coverage = coverage;
    this.axis = axis;
    this.terms = terms;
    this.words = words;
    this.sentences = new Sentences(terms, words);
    this.reader = new StatementReader(coverage.framework(), terms);
  }

  /**
   * What a cell holds.
   *
   * @param column what its column is called
   */
  Selected of(Chosen cell, Term column) {
    return new Selected(
        terms.item(cell.target()),
        column,
        cell.column().map(one -> said(cell.target(), one)).orElse(List.of()),
        cell.column().isPresent()
            ? List.of()
            : coverage.mappings().getOrDefault(cell.target(), List.of()).stream()
                .map(this::mappedBy)
                .sorted(Comparator.comparing(CoveragePage.Mapping::iri, NaturalOrder.TEXT))
                .toList());
  }

  private List<CoveragePage.Said> said(Node target, Node column) {
    return coverage.claims(axis, target, column).stream()
        .map(claim -> said(claim, column))
        .sorted(Comparator.comparing(one -> one.statement().sentence().text(), NaturalOrder.TEXT))
        .toList();
  }

  private CoveragePage.Said said(Claim claim, Node column) {
    List<Node> graphs =
        axis == Axis.DOCUMENT
            ? claim.graphs().stream()
                .filter(graph -> documents.documents(graph).contains(column))
                .toList()
            : claim.graphs();
    return new CoveragePage.Said(stated(claim.statement(), graphs), ties(claim.other(), column));
  }

  /** What leads from the other end of a statement to the column it is counted in. */
  private List<CoveragePage.Stated> ties(Node other, Node column) {
    if (axis == Axis.DOCUMENT || axis == Axis.ACTIVITY || other.equals(column)) {
      return List.of();
    }
    Map<Triple, List<Node>> graphs;
    try (Stream<Quad> found = documents.statements(other, Node.ANY, column)) {
      graphs = found.collect(groupingBy(Quad::asTriple, mapping(Quad::getGraph, toList())));
    }
    return graphs.entrySet().stream()
        .map(one -> stated(one.getKey(), one.getValue()))
        .sorted(Comparator.comparing(one -> one.sentence().text()))
        .toList();
  }

  private CoveragePage.Stated stated(Triple statement, Collection<Node> graphs) {
    return new CoveragePage.Stated(
        statement.getSubject().toString(),
        statement.getPredicate().toString(),
        statement.getObject().toString(),
        sentences.of(statement),
        graphs.stream()
            .flatMap(graph -> reader.origin(graph).stream())
            .sorted(
                Comparator.comparing(Origin::kind)
                    .thenComparing(origin -> origin.place().text(), NaturalOrder.TEXT))
            .toList());
  }

  private CoveragePage.Mapping mappedBy(Node mapping) {
    List<String> facts = new ArrayList<>();
    sssom(mapping, "author_label")
        .ifPresent(author -> facts.add(words.text("trace.mapping", author.text())));
    sssom(mapping, "predicate_id")
        .ifPresent(relation -> facts.add(words.text("trace.mapping.relation", relation.text())));
    terms
        .value(mapping, BT.confidence.asNode())
        .map(terms::of)
        .ifPresent(step -> facts.add(words.text("trace.mapping.confidence", step.text())));
    terms.value(mapping, BT.reason.asNode()).map(terms::of).ifPresent(why -> facts.add(why.text()));
    return new CoveragePage.Mapping(
        end(mapping, "subject_id"), end(mapping, "object_id"), mapping.toString(), facts);
  }

  private Item end(Node mapping, String property) {
    return value(mapping, property).map(terms::item).orElseGet(() -> terms.item(mapping));
  }

  private Optional<Term> sssom(Node mapping, String property) {
    return value(mapping, property).map(terms::of);
  }

  private Optional<Node> value(Node mapping, String property) {
    return terms.value(mapping, NodeFactory.createURI(SSSOM + property));
  }
}
