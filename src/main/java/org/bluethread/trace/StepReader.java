package org.bluethread.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.bluethread.graph.Snapshot;
import org.bluethread.trace.Readings.Ends;
import org.bluethread.trace.Readings.Report;
import org.bluethread.trace.Readings.Wording;
import org.bluethread.trace.Step.Mapping;
import org.bluethread.trace.Step.Source;
import org.bluethread.trace.Step.SourceKind;
import org.bluethread.trace.Step.Statement;
import org.bluethread.trace.Step.Status;
import org.bluethread.trace.Step.Unit;
import org.bluethread.trace.links.Kinds;
import org.bluethread.trace.links.Links;
import org.bluethread.vocabulary.BT;

/**
 * Reads what joins two things: the sentence of each link, the units that state it, the state its
 * ends were in by then. Belongs to a transaction and its thread.
 */
final class StepReader {
  private static final Node DERIVED_FROM =
      NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom");

  /** How many reports of one graph about one thing are looked at, at the most. */
  private static final int MOST_REPORTS = 100;

  private static final Map<Node, SourceKind> KINDS =
      Map.of(
          BT.EvidenceGraph.asNode(), SourceKind.EVIDENCE,
          BT.DerivationGraph.asNode(), SourceKind.DERIVATION,
          BT.CorrectionGraph.asNode(), SourceKind.CORRECTION,
          BT.RegisterGraph.asNode(), SourceKind.REGISTER);

  private final DatasetGraph dataset;
  private final Links links;
  private final Names names;
  private final Readings readings;

  /**
   * Reads steps.
   *
   * @param readings what was read at this commit in this language before
   */
  StepReader(Snapshot snapshot, Links links, Names names, Readings readings) {
    this.dataset = snapshot.dataset();
    this.links = links;
    this.names = names;
    this.readings = readings;
  }

  /** What joins two things that a link joins; the same object to all who ask at this commit. */
  Step step(String from, String to) {
    return readings.steps.get(new Ends(from, to), ends -> read(ends.from(), ends.to()));
  }

  private Step read(String from, String to) {
    int one = links.thing(from);
    int other = links.thing(to);
    List<Statement> statements = new ArrayList<>();
    List<Mapping> mappings = new ArrayList<>();
    collect(from, to, links.between(one, other), true, statements, mappings);
    collect(to, from, links.between(other, one), false, statements, mappings);
    statements.sort(
        Comparator.comparingInt((Statement statement) -> weight(statement.property()))
            .thenComparing(statement -> !statement.forward())
            .thenComparing(Statement::property));
    return new Step(
        names.thing(from),
        names.thing(to),
        statements,
        statements.isEmpty() ? mappings : List.of());
  }

  private int weight(String property) {
    return links.kinds().weight(links.kinds().number(property));
  }

  private void collect(
      String subject,
      String object,
      Map<Short, List<String>> found,
      boolean forward,
      List<Statement> statements,
      List<Mapping> mappings) {
    found.forEach(
        (kind, graphs) -> {
          if (kind == Kinds.MAPPING) {
            graphs.forEach(mapping -> mappings.add(mapping(mapping, forward)));
          } else {
            String property = links.kinds().property(kind);
            statements.add(statement(subject, property, object, graphs, forward));
          }
        });
  }

  private Statement statement(
      String subject, String property, String object, List<String> graphs, boolean forward) {
    Wording wording = readings.wordings.get(property, this::wording);
    return new Statement(
        property,
        wording.label(),
        forward,
        wording
            .pattern()
            .replace("{subject}", names.quoted(subject))
            .replace("{object}", names.quoted(object)),
        wording.language(),
        graphs.stream()
            .map(graph -> readings.sources.get(graph, this::source))
            .sorted(Comparator.comparing(Source::kind).thenComparing(Source::graph))
            .toList(),
        statuses(graphs, Set.of(subject, object)));
  }

  private Wording wording(String property) {
    Node node = NodeFactory.createURI(property);
    String label = names.label(node);
    return names
        .literal(node, BT.sentence.asNode())
        .map(
            sentence ->
                new Wording(label, sentence.getLiteralLexicalForm(), sentence.getLiteralLanguage()))
        .orElseGet(() -> new Wording(label, "{subject} – " + label + " – {object}", ""));
  }

  private Source source(String iri) {
    Node graph = NodeFactory.createURI(iri);
    SourceKind kind =
        names.values(graph, RDF.Nodes.type).stream()
            .flatMap(type -> Stream.ofNullable(KINDS.get(type)))
            .min(Comparator.naturalOrder())
            .orElse(SourceKind.OTHER);
    List<Unit> rests =
        names.values(graph, DERIVED_FROM).stream()
            .filter(Node::isURI)
            .map(this::unit)
            .sorted(Comparator.comparing(Unit::iri))
            .toList();
    return new Source(
        kind,
        iri,
        names.labelIfAny(graph).orElse(""),
        rests,
        names.text(graph, BT.reason.asNode()));
  }

  /** The unit whose statements a graph holds; empty if it holds others. */
  Optional<String> unitOf(String graph) {
    return unitsOf(graph).stream().map(Node::getURI).findFirst();
  }

  /** The document whose statements a graph holds; empty if it holds others. */
  Optional<String> documentOf(String graph) {
    return readings.documents.get(graph, this::readDocumentOf);
  }

  private Optional<String> readDocumentOf(String graph) {
    return unitsOf(graph).stream()
        .flatMap(unit -> documentOf(unit).stream())
        .map(Node::getURI)
        .findFirst();
  }

  /** The units whose statements a graph holds, by their IRIs; none if it holds others. */
  private List<Node> unitsOf(String iri) {
    Node graph = NodeFactory.createURI(iri);
    return names.values(graph, RDF.Nodes.type).contains(BT.EvidenceGraph.asNode())
        ? names.values(graph, DERIVED_FROM).stream()
            .filter(Node::isURI)
            .sorted(Comparator.comparing(Node::getURI))
            .toList()
        : List.of();
  }

  private Optional<Node> documentOf(Node unit) {
    return names.values(unit, BT.inDocument.asNode()).stream().filter(Node::isURI).findFirst();
  }

  /** What a unit or a document is called, the unit with its document. */
  String placeName(String iri) {
    Unit unit = unit(NodeFactory.createURI(iri));
    if (unit.document().isEmpty()) {
      return names.thing(iri).label();
    }
    String document = unit.documentCode().isEmpty() ? unit.documentLabel() : unit.documentCode();
    return document + ", " + unit.number();
  }

  private Unit unit(Node unit) {
    return readings.units.get(unit, this::readUnit);
  }

  private Unit readUnit(Node unit) {
    Optional<Node> document = documentOf(unit);
    Thing in = document.map(node -> names.thing(node.getURI())).orElse(null);
    return new Unit(
        unit.getURI(),
        names.text(unit, BT.number.asNode()).orElse(""),
        names.values(unit, RDF.Nodes.type).contains(BT.Paragraph.asNode()),
        in == null ? "" : in.iri(),
        in == null ? "" : in.label(),
        in == null ? "" : in.codes().stream().findFirst().orElse(""),
        document.flatMap(node -> names.text(node, DCTerms.date.asNode())).orElse(""));
  }

  /** What the graphs say of the state of either thing. */
  private List<Status> statuses(List<String> graphs, Set<String> things) {
    return graphs.stream()
        .flatMap(
            graph ->
                things.stream()
                    .flatMap(
                        thing ->
                            readings
                                .statuses
                                .get(new Report(graph, thing), this::statuses)
                                .stream()))
        .distinct()
        .sorted(
            Comparator.comparing(Status::about)
                .thenComparing(Status::status)
                .thenComparing(Status::asOf))
        .toList();
  }

  private List<Status> statuses(Report report) {
    Node graph = NodeFactory.createURI(report.graph());
    Node thing = NodeFactory.createURI(report.thing());
    List<Node> reports =
        Iter.toList(
            Iter.limit(
                Iter.map(dataset.find(graph, Node.ANY, BT.about.asNode(), thing), Quad::getSubject),
                MOST_REPORTS));
    return reports.stream()
        .flatMap(
            one -> objects(graph, one, BT.status.asNode()).stream().map(s -> Map.entry(one, s)))
        .filter(status -> status.getValue().isURI())
        .map(
            status ->
                new Status(
                    status.getValue().getURI(),
                    names.label(status.getValue()),
                    report.thing(),
                    asOf(graph, status.getKey())))
        .toList();
  }

  private String asOf(Node graph, Node report) {
    return objects(graph, report, BT.asOf.asNode()).stream()
        .filter(Node::isLiteral)
        .map(Node::getLiteralLexicalForm)
        .min(Comparator.naturalOrder())
        .orElse("");
  }

  private List<Node> objects(Node graph, Node subject, Node property) {
    return Iter.toList(Iter.map(dataset.find(graph, subject, property, Node.ANY), Quad::getObject));
  }

  private Mapping mapping(String iri, boolean forward) {
    Node mapping = NodeFactory.createURI(iri);
    return new Mapping(
        iri,
        iri(mapping, Sssom.PREDICATE),
        forward,
        names.text(mapping, Sssom.AUTHOR).orElse(""),
        iri(mapping, Sssom.JUSTIFICATION),
        names.values(mapping, BT.confidence.asNode()).stream()
            .filter(Node::isURI)
            .map(names::label)
            .min(Comparator.naturalOrder()),
        names.text(mapping, BT.reason.asNode()));
  }

  private String iri(Node subject, Node property) {
    return names.values(subject, property).stream()
        .filter(Node::isURI)
        .map(Node::getURI)
        .min(Comparator.naturalOrder())
        .orElse("");
  }
}
