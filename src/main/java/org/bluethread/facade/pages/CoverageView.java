package org.bluethread.facade.pages;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.SKOS;
import org.bluethread.facade.pages.CoveragePage.Cell;
import org.bluethread.facade.pages.CoveragePage.Selected;
import org.bluethread.facade.pages.PlanPage.Choice;
import org.bluethread.facade.pages.PlanPage.Item;
import org.bluethread.facade.pages.ThingPage.Origin;
import org.bluethread.facade.pages.ThingPage.Term;
import org.bluethread.facade.words.Words;
import org.bluethread.graph.Snapshot;
import org.bluethread.publish.DocumentGraphs;
import org.bluethread.publish.coverage.Axis;
import org.bluethread.publish.coverage.Claim;
import org.bluethread.publish.coverage.Coverage;
import org.bluethread.publish.coverage.Finding;
import org.bluethread.vocabulary.BT;

/**
 * Makes the page of what is said about the targets of a framework, and its table, in one language.
 * Belongs to a transaction and its thread.
 */
public final class CoverageView {
  /** The path of the page. */
  public static final String PATH = "/coverage";

  /** The parameter that names the framework. */
  public static final String ROWS = "rows";

  /** The parameter that names the axis. */
  public static final String BY = "by";

  /** The parameter that names the target of a cell. */
  public static final String ROW = "row";

  /** The parameter that names the column of a cell. */
  public static final String COLUMN = "column";

  /** The column of mappings. */
  public static final String MAPPED = "mapped";

  /** How many columns are shown at the most: those with the most statements. */
  private static final int MOST_COLUMNS = 100;

  private static final String SSSOM = "https://w3id.org/sssom/";

  private final DocumentGraphs documents;
  private final List<Coverage> all;
  private final Coverage coverage;
  private final Axis axis;
  private final Optional<Chosen> chosen;
  private final Terms terms;
  private final Words words;
  private final Sentences sentences;
  private final StatementReader reader;
  private final ShortNames frameworks;
  private final ShortNames targets;
  private final ShortNames columns;
  private final Map<Node, Integer> totals;
  private final Map<Node, Map<Node, Integer>> counts;

  /**
   * A cell.
   *
   * @param target its target
   * @param column its column; empty for that of mappings
   */
  public record Chosen(Node target, Optional<Node> column) {}

  /**
   * @param all what is said about every framework, the one shown without a choice first
   * @param coverage what is said about the one that is wanted
   * @param axis by what to count
   * @param chosen the cell of which the content is wanted
   */
  public CoverageView(
      Snapshot snapshot,
      List<Coverage> all,
      Coverage coverage,
      Axis axis,
      Optional<Chosen> chosen,
      String language) {
    this.documents = new DocumentGraphs(snapshot);
    this.all = List.copyOf(all);
    this.coverage = coverage;
    this.axis = axis;
    this.chosen = chosen;
    this.terms = new Terms(snapshot.union(), language);
    this.words = new Words(language);
    this.sentences = new Sentences(terms, words);
    this.reader = new StatementReader(coverage.framework(), terms);
    this.frameworks = new ShortNames(all.stream().map(Coverage::framework).toList());
    this.targets = new ShortNames(coverage.targets());
    this.totals = coverage.columns(axis);
    this.columns = new ShortNames(totals.keySet());
    this.counts = coverage.cells(axis);
  }

  /** What an axis is called in addresses. */
  public static String value(Axis axis) {
    return axis.name().toLowerCase(Locale.ROOT);
  }

  /** The page of a graph without frameworks. */
  public static CoveragePage none(long commit) {
    return new CoveragePage(
        commit,
        Optional.empty(),
        List.of(),
        List.of(),
        0,
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        true,
        List.of());
  }

  /** The page. */
  public CoveragePage page(long commit) {
    List<Node> shown = shown();
    return new CoveragePage(
        commit,
        Optional.of(item(coverage.framework())),
        all.stream().map(this::framework).toList(),
        Stream.of(Axis.values()).map(this::axis).toList(),
        coverage.claims().size(),
        shown.stream().map(this::column).toList(),
        sorted(coverage.targets()).map(target -> row(target, shown)).toList(),
        chosen.map(this::selected),
        sorted(coverage.findings().stream().map(Finding::target).distinct().toList())
            .map(this::gaps)
            .toList(),
        coverage.complete() && shown.size() == totals.size(),
        List.of(
            new PlanPage.Link("JSON", "application/json", link("json")),
            new PlanPage.Link("CSV", "text/csv", link("csv"))));
  }

  private String link(String format) {
    Address address = here();
    if (chosen.isPresent()) {
      address =
          address
              .with(ROW, targets.of(chosen.get().target()))
              .with(COLUMN, chosen.get().column().map(columns::of).orElse(MAPPED));
    }
    return address.with("format", format).toString();
  }

  private Address here() {
    return address(coverage, axis);
  }

  private Address address(Coverage framework, Axis by) {
    return Address.of(PATH).with(ROWS, frameworks.of(framework.framework())).with(BY, value(by));
  }

  private Choice framework(Coverage other) {
    return new Choice(
        ROWS,
        frameworks.of(other.framework()),
        terms.of(other.framework()),
        other.claims().size(),
        0,
        other.framework().equals(coverage.framework()),
        address(other, axis).toString());
  }

  private Choice axis(Axis by) {
    return new Choice(
        BY,
        value(by),
        new Term(words.text("coverage.by." + value(by)), words.language(), Optional.empty()),
        coverage.claims().stream()
            .filter(claim -> !claim.columns().getOrDefault(by, Set.of()).isEmpty())
            .count(),
        0,
        by == axis,
        address(coverage, by).toString());
  }

  /** The columns, those with the most statements first. */
  private List<Node> shown() {
    return totals.entrySet().stream()
        .sorted(
            Map.Entry.<Node, Integer>comparingByValue()
                .reversed()
                .thenComparing(one -> terms.of(one.getKey()).text(), NaturalOrder.TEXT))
        .map(Map.Entry::getKey)
        .limit(MOST_COLUMNS)
        .toList();
  }

  private CoveragePage.Column column(Node column) {
    return new CoveragePage.Column(columns.of(column), label(column), totals.get(column));
  }

  /** Documents go by their symbol, which is short, where they have one. */
  private Term label(Node column) {
    Term name = terms.of(column);
    return axis == Axis.DOCUMENT
        ? terms.codes(column).stream()
            .findFirst()
            .map(code -> new Term(code, "", name.iri()))
            .orElse(name)
        : name;
  }

  private CoveragePage.Row row(Node target, List<Node> shown) {
    Map<Node, Integer> row = counts.getOrDefault(target, Map.of());
    return new CoveragePage.Row(
        targets.of(target),
        item(target),
        shown.stream()
            .map(column -> cell(target, Optional.of(column), row.getOrDefault(column, 0)))
            .toList(),
        cell(target, Optional.empty(), mappings(target).size()));
  }

  private Cell cell(Node target, Optional<Node> column, int count) {
    String name = column.map(columns::of).orElse(MAPPED);
    Optional<String> href =
        count == 0
            ? Optional.empty()
            : Optional.of(here().with(ROW, targets.of(target)).with(COLUMN, name) + "#cell");
    return new Cell(name, count, href, chosen.equals(Optional.of(new Chosen(target, column))));
  }

  private List<Node> mappings(Node target) {
    return coverage.mappings().getOrDefault(target, List.of());
  }

  private Selected selected(Chosen cell) {
    Term column =
        cell.column()
            .map(this::label)
            .orElseGet(
                () -> new Term(words.text("coverage.mapped"), words.language(), Optional.empty()));
    return new Selected(
        item(cell.target()),
        column,
        cell.column().map(one -> said(cell.target(), one)).orElse(List.of()),
        cell.column().isPresent()
            ? List.of()
            : mappings(cell.target()).stream()
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
    return value(mapping, property).map(this::item).orElseGet(() -> item(mapping));
  }

  private Optional<Term> sssom(Node mapping, String property) {
    return value(mapping, property).map(terms::of);
  }

  private Optional<Node> value(Node mapping, String property) {
    return terms.value(mapping, NodeFactory.createURI(SSSOM + property));
  }

  private CoveragePage.Gaps gaps(Node target) {
    return new CoveragePage.Gaps(
        item(target),
        coverage.findings().stream()
            .filter(finding -> finding.target().equals(target))
            .map(this::gap)
            .sorted(
                Comparator.comparing(
                    gap -> gap.units().stream().map(Term::text).findFirst().orElse(""),
                    NaturalOrder.TEXT))
            .toList());
  }

  private CoveragePage.Gap gap(Finding finding) {
    Term verdict = terms.of(finding.assessment());
    return new CoveragePage.Gap(
        new Term(verdict.text(), verdict.language(), terms.of(finding.thing()).iri()),
        finding.regions().stream().map(terms::of).toList(),
        terms.value(finding.thing(), SKOS.note.asNode()).map(terms::of),
        finding.units().stream().map(terms::of).toList());
  }

  private Stream<Node> sorted(List<Node> things) {
    return things.stream()
        .sorted(
            Comparator.comparing(
                thing -> item(thing).code() + " " + item(thing).name().text(), NaturalOrder.TEXT));
  }

  private Item item(Node thing) {
    Term name = terms.of(thing);
    return new Item(
        thing.isURI()
            ? terms.codes(thing).stream()
                .findFirst()
                .filter(code -> !name.text().startsWith(code))
                .orElse("")
            : "",
        name);
  }

  /** What the page shows as a table whose first row names the columns: the cell, else the map. */
  public List<List<String>> table() {
    return chosen.map(this::cellTable).orElseGet(this::mapTable);
  }

  private List<List<String>> mapTable() {
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("row", "row_label", "column", "column_label", "basis", "statements"));
    CoveragePage page = page(0);
    for (CoveragePage.Row row : page.rows()) {
      for (int i = 0; i < page.columns().size(); i++) {
        CoveragePage.Column column = page.columns().get(i);
        table.add(cells(row, column.value(), column.label().text(), "stated", row.cells().get(i)));
      }
      table.add(cells(row, MAPPED, words.text("coverage.mapped"), "mapped", row.mapped()));
    }
    return table;
  }

  private static List<String> cells(
      CoveragePage.Row row, String column, String label, String basis, Cell cell) {
    return List.of(
        row.value(),
        (row.target().code() + " " + row.target().name().text()).strip(),
        column,
        label,
        basis,
        Integer.toString(cell.count()));
  }

  private List<List<String>> cellTable(Chosen cell) {
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("statement", "subject", "property", "object", "sentence", "source", "place"));
    Selected selected = selected(cell);
    int number = 0;
    for (CoveragePage.Said said : selected.claims()) {
      number++;
      addRows(table, number, said.statement());
      for (CoveragePage.Stated tie : said.ties()) {
        addRows(table, number, tie);
      }
    }
    for (CoveragePage.Mapping mapping : selected.mappings()) {
      number++;
      table.add(
          List.of(
              Integer.toString(number),
              mapping.subject().name().iri().orElse(""),
              mapping.iri(),
              mapping.object().name().iri().orElse(""),
              String.join(" ", mapping.facts()),
              MAPPED,
              ""));
    }
    return table;
  }

  private static void addRows(List<List<String>> table, int number, CoveragePage.Stated stated) {
    for (Origin origin : stated.origins()) {
      table.add(
          List.of(
              Integer.toString(number),
              stated.subject(),
              stated.property(),
              stated.object(),
              stated.sentence().text(),
              origin.name(),
              origin.place().iri().orElse(origin.place().text())));
    }
  }
}
